import { dirname } from "node:path";
import { accessError } from "./access-error.ts";
import type { CommandLineIo } from "./io.ts";
import type { OutputFile } from "./output-file.ts";

/** How many files had to be written. */
export interface WrittenOutputs {
  readonly written: number;
  /** Had the same bytes already, and were not touched. */
  readonly unchanged: number;
}

/** Creates the folders and writes the files. Throws an AccessError. */
export async function writeOutputs(
  outputs: readonly OutputFile[],
  folders: readonly string[],
  io: CommandLineIo,
): Promise<WrittenOutputs> {
  for (const folder of folders) await createFolder(folder, io);
  await removeLeftovers(outputs, io);
  let written = 0;
  for (const { file, text } of outputs) {
    if (await writeFile(file, text, io)) written++;
  }
  return { written, unchanged: outputs.length - written };
}

/** A link leads to the folder in which the file is written. */
async function removeLeftovers(outputs: readonly OutputFile[], io: CommandLineIo): Promise<void> {
  const written = new Set<string>();
  for (const { file } of outputs) written.add(dirname(await io.realPath(file)));
  for (const folder of written) await io.removeLeftovers(folder);
}

async function createFolder(folder: string, io: CommandLineIo): Promise<void> {
  try {
    await io.createFolder(folder);
  } catch (error) {
    throw accessError("create", folder, error);
  }
}

async function writeFile(file: string, text: string, io: CommandLineIo): Promise<boolean> {
  try {
    return await io.writeFile(file, text);
  } catch (error) {
    throw accessError("write", file, error);
  }
}
