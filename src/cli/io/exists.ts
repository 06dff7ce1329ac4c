import { accessError } from "./access-error.ts";
import type { CommandLineIo } from "./io.ts";
import { isMissing } from "./is-missing.ts";

/** Whether there is a file or folder of a name; what cannot be read is there. */
export async function exists(path: string, io: CommandLineIo): Promise<boolean> {
  try {
    await io.readFile(path, 0);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    if (accessError("read", path, error) === error) throw error;
    return true;
  }
}
