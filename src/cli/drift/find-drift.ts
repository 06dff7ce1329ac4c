import { accessError } from "../io/access-error.ts";
import type { CommandLineIo } from "../io/io.ts";
import { isMissing } from "../io/is-missing.ts";
import type { OutputFile } from "../io/output-file.ts";
import { MAXIMUM_BYTES } from "../io/read-text.ts";
import type { Drift } from "./drift.ts";

/** What is there in place of some outputs and differs from them, in their order. Throws an AccessError. */
export async function findDrift(
  outputs: readonly OutputFile[],
  io: CommandLineIo,
): Promise<readonly Drift[]> {
  const drifts: Drift[] = [];
  for (const output of outputs) {
    const { file, target, text: expected, unmarked = expected } = output;
    const wanted = Buffer.from(expected);
    const bytes = await readPresent(file, wanted.length, io);
    if (bytes === undefined) {
      drifts.push({ file, target, kind: "missing", present: "", expected });
    } else if (!wanted.equals(bytes) && !Buffer.from(unmarked).equals(bytes)) {
      const present = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
      // Loaded only now: mostly nothing differs.
      const { judgeDifference } = await import("./judge-difference.ts");
      drifts.push({ file, target, present, expected, ...judgeDifference(present, output) });
    }
  }
  return drifts;
}

/** Undefined where there is no such file. */
async function readPresent(
  file: string,
  expectedBytes: number,
  io: CommandLineIo,
): Promise<Uint8Array | undefined> {
  try {
    return await io.readFile(file, expectedBytes + MAXIMUM_BYTES);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw accessError("read", file, error);
  }
}
