import { accessError } from "./access-error.ts";
import type { CommandLineIo } from "./io.ts";
import { isMissing } from "./is-missing.ts";
import type { OutputFile } from "./output-file.ts";
import { MAXIMUM_BYTES } from "./read-text.ts";

/** What is there in place of an output; undefined where there is no such file. Throws an AccessError. */
export async function readPresent(
  { file, text }: OutputFile,
  io: CommandLineIo,
): Promise<Uint8Array | undefined> {
  try {
    return await io.readFile(file, Buffer.byteLength(text) + MAXIMUM_BYTES);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw accessError("read", file, error);
  }
}

/** Whether bytes are an output, with or without the compiler's mark. */
export function isSame(bytes: Uint8Array, { text, unmarked = text }: OutputFile): boolean {
  return Buffer.from(text).equals(bytes) || Buffer.from(unmarked).equals(bytes);
}

/** Whether an output is there already. What cannot be read is not: writing or comparing it will say why. */
export async function isUpToDate(output: OutputFile, io: CommandLineIo): Promise<boolean> {
  try {
    // Asked first, since reading a file that is missing costs an Error.
    if ((await io.fileVersion(output.file)) === undefined) return false;
    const bytes = await readPresent(output, io);
    return bytes !== undefined && isSame(bytes, output);
  } catch {
    return false;
  }
}
