import { join } from "node:path";
import { defuse } from "../../diagnostics/defuse.ts";
import { UsageError } from "../commands/usage-error.ts";
import { foldedCase } from "./folded-case.ts";
import type { CommandLineIo } from "./io.ts";
import { outputName } from "./output-name.ts";
import { STANDARD_INPUT } from "./read-text.ts";

/** Where outputs go: all to standard output, all to one file, or each to its own file in a folder. */
export type Destination =
  | { readonly kind: "standard-output" }
  | { readonly kind: "file"; readonly file: string }
  | {
      readonly kind: "folder";
      readonly folder: string;
      /** The path for each input, in the order of the inputs; no two are the same. */
      readonly files: readonly string[];
    };

export interface DestinationOptions {
  /** One file for all; `-` is standard output. */
  readonly output: string | undefined;
  readonly outputFolder: string | undefined;
  /** What the names of the files in a folder end with. */
  readonly extension: ".yaml" | ".json";
  /** Everything that is read beside the inputs, and must not be overwritten either. */
  readonly otherInputs: readonly string[];
}

/** Decides where the outputs of some inputs go. Throws a UsageError where two would be one, or an input be lost. */
export async function chooseDestination(
  inputs: readonly string[],
  options: DestinationOptions,
  io: CommandLineIo,
): Promise<Destination> {
  const { output, outputFolder, extension } = options;
  const readFiles = [...inputs, ...options.otherInputs].filter((file) => file !== STANDARD_INPUT);
  if (output !== undefined && outputFolder !== undefined) {
    throw new UsageError("--output and --output-dir exclude each other.");
  }
  if (output === "" || outputFolder === "") throw new UsageError("the name of an output is empty.");
  if (outputFolder !== undefined) {
    const names = await Promise.all(inputs.map((input) => outputName(input, extension, io)));
    const files = names.map((name) => join(outputFolder, name));
    refuseCollisions(inputs, files);
    await refuseOverwriting(readFiles, files, io);
    return { kind: "folder", folder: outputFolder, files };
  }
  if (output === undefined || output === STANDARD_INPUT) return { kind: "standard-output" };
  if (output.endsWith("/")) {
    throw new UsageError(`${defuse(output)} is a folder; use --output-dir for folders.`);
  }
  await refuseOverwriting(readFiles, [output], io);
  return { kind: "file", file: output };
}

function refuseCollisions(inputs: readonly string[], files: readonly string[]): void {
  const taken = new Map<string, { readonly input: string; readonly file: string }>();
  for (const [index, file] of files.entries()) {
    const input = inputs[index] ?? "";
    const other = taken.get(foldedCase(file));
    if (other !== undefined) {
      const both = `${other.input} and ${input} would both be written to`;
      const output =
        other.file === file
          ? file
          : `${other.file} and ${file}, one file where case does not count`;
      throw new UsageError(`${defuse(`${both} ${output}`)}.`);
    }
    taken.set(foldedCase(file), { input, file });
  }
}

async function refuseOverwriting(
  inputs: readonly string[],
  outputs: readonly string[],
  io: CommandLineIo,
): Promise<void> {
  const places = new Map<string, string>();
  for (const input of inputs) places.set(await io.realPath(input), input);
  for (const output of outputs) {
    const input = places.get(await io.realPath(output));
    if (input === undefined) continue;
    const loss = defuse(`${output} would overwrite the input ${input}`);
    throw new UsageError(`the output ${loss}.`);
  }
}
