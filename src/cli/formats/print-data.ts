import { accessError } from "../io/access-error.ts";
import type { CommandLineIo } from "../io/io.ts";

/** Writes to standard output. Throws an AccessError, as on a full disk. */
export async function printData(text: string, io: CommandLineIo): Promise<void> {
  try {
    await io.stdout.write(text);
  } catch (error) {
    throw accessError("write", "standard output", error);
  }
}
