import { basename, dirname } from "node:path";
import { UsageError } from "../commands/usage-error.ts";
import type { CommandLineIo } from "./io.ts";
import { STANDARD_INPUT } from "./read-text.ts";

/**
 * What an input's output is named in a folder: `requests/train.yaml` -> `train.yaml`; `train/request.yaml` ->
 * `train.yaml`, after its folder. Throws a UsageError for standard input.
 */
export async function outputName(
  input: string,
  extension: string,
  io: CommandLineIo,
): Promise<string> {
  if (input === STANDARD_INPUT) {
    throw new UsageError("standard input has no name for a file in --output-dir; use --output.");
  }
  const name = stem(input);
  if (name !== "request") return name + extension;
  const folder = dirname(input);
  const given = basename(folder);
  const folderName = /^\.{0,2}$/.test(given) ? basename(await io.realPath(folder)) : given;
  return (folderName === "" ? name : folderName) + extension;
}

function stem(path: string): string {
  return basename(path).replace(/(?<=.)\.(ya?ml|json)$/i, "");
}

/** The folder of what an input is named after: `requests` for `requests/train.yaml` and for `requests/train/request.yaml`. */
export function outputFolderOf(input: string): string {
  return stem(input) === "request" ? dirname(dirname(input)) : dirname(input);
}
