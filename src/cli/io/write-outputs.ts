import { dirname } from "node:path";
import { accessError } from "./access-error.ts";
import type { CommandLineIo } from "./io.ts";
import type { OutputFile, OutputFolder } from "./output-file.ts";

/** Creates the folders and writes the files; those that had to be written come back. Throws an AccessError. */
export async function writeOutputs(
  outputs: readonly OutputFile[],
  folders: readonly OutputFolder[],
  io: CommandLineIo,
): Promise<readonly string[]> {
  // What a target writes may lie in folders of its own; a file that the command line names lies in one that exists.
  const own = outputs.filter(({ target }) => target !== undefined).map(({ file }) => dirname(file));
  for (const folder of new Set([...folders.map(({ folder }) => folder), ...own])) {
    await createFolder(folder, io);
  }
  await removeLeftovers(outputs, io);
  const written: string[] = [];
  for (const output of outputs) {
    if (await writeFile(output, io)) written.push(output.file);
  }
  return written;
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

async function writeFile(output: OutputFile, io: CommandLineIo): Promise<boolean> {
  const { file, text, unmarked } = output;
  try {
    return await io.writeFile(file, text, unmarked);
  } catch (error) {
    throw accessError("write", file, error);
  }
}
