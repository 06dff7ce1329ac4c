import { accessError } from "./access-error.ts";
import type { CommandLineIo } from "./io.ts";

/** A text file of the package itself, such as a schema. Throws an AccessError. */
export async function readPackageText(path: string, io: CommandLineIo): Promise<string> {
  try {
    return new TextDecoder().decode(await io.readPackageFile(path));
  } catch (error) {
    throw accessError("read", `${path} of the package`, error);
  }
}
