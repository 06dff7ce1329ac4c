import { accessError } from "./access-error.ts";
import type { Destination } from "./destination.ts";
import type { CommandLineIo } from "./io.ts";
import { printData } from "./print-data.ts";

/**
 * Writes outputs, one for each input, to where they go. `render` makes one text of some of them.
 * Throws an AccessError.
 */
export async function writeOutputs<Output>(
  outputs: readonly Output[],
  destination: Destination,
  render: (outputs: readonly Output[]) => string,
  io: CommandLineIo,
): Promise<void> {
  switch (destination.kind) {
    case "standard-output":
      return printData(render(outputs), io);
    case "file":
      return writeFile(destination.file, render(outputs), io);
    case "folder":
      await createFolder(destination.folder, io);
      for (const [index, output] of outputs.entries()) {
        const file = destination.files[index];
        if (file !== undefined) await writeFile(file, render([output]), io);
      }
  }
}

async function createFolder(folder: string, io: CommandLineIo): Promise<void> {
  try {
    await io.createFolder(folder);
  } catch (error) {
    throw accessError("create", folder, error);
  }
}

async function writeFile(file: string, text: string, io: CommandLineIo): Promise<void> {
  try {
    await io.writeFile(file, text);
  } catch (error) {
    throw accessError("write", file, error);
  }
}
