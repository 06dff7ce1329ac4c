import type { CommandLineIo } from "../io/io.ts";
import type { OutputFile } from "../io/output-file.ts";
import { isSame, readPresent } from "../io/present-output.ts";
import type { Drift } from "./drift.ts";

/** What is there in place of some outputs and differs from them, in their order. Throws an AccessError. */
export async function findDrift(
  outputs: readonly OutputFile[],
  io: CommandLineIo,
): Promise<readonly Drift[]> {
  const drifts: Drift[] = [];
  for (const output of outputs) {
    const { file, target, text: expected } = output;
    const bytes = await readPresent(output, io);
    if (bytes === undefined) {
      drifts.push({ file, target, kind: "missing", present: "", expected });
    } else if (!isSame(bytes, output)) {
      const present = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
      // Loaded only now: mostly nothing differs.
      const { judgeDifference } = await import("./judge-difference.ts");
      drifts.push({ file, target, present, expected, ...judgeDifference(present, output) });
    }
  }
  return drifts;
}
