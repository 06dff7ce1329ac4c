import type { ExitCode } from "../exit-codes.ts";
import { exitCodes } from "../exit-codes.ts";
import type { CommandLineIo } from "../io/io.ts";
import type { OutputFile } from "../io/output-file.ts";
import { withoutSwitches } from "./command-line.ts";
import type { Drift } from "./drift.ts";
import { findDrift } from "./find-drift.ts";
import { findOrphans } from "./find-orphans.ts";
import { reportDrift } from "./report-drift.ts";

export interface CheckOptions {
  /** Folders that hold outputs and nothing else of their kind. */
  readonly folders: readonly string[];
  readonly extension: string;
  /** The command line that checks. */
  readonly given: {
    readonly argv: readonly string[];
    readonly isSet: (name: "diff") => boolean;
  };
}

/** `raycluster compile --check`: compares what would be written with what is there, and reports. */
export async function checkOutputs(
  outputs: readonly OutputFile[],
  { folders, extension, given }: CheckOptions,
  io: CommandLineIo,
): Promise<ExitCode> {
  const files = outputs.map(({ file }) => file);
  const drifts = await findDrift(outputs, io);
  const orphans = await findOrphans(folders, files, extension, io);
  const argv = withoutSwitches(given.argv, ["--check", "--diff"]);
  const mending = [
    ...(drifts.length === 0 ? [] : [["raycluster", "compile", ...argv]]),
    ...(orphans.length === 0 ? [] : [["rm", ...orphans.map(operand)]]),
  ];
  const all = [...drifts, ...orphans];
  await reportDrift(all, { diff: given.isSet("diff"), mending }, io);
  return all.length === 0 ? exitCodes.fine : exitCodes.drift;
}

function operand({ file }: Drift): string {
  return file.startsWith("-") ? `./${file}` : file;
}
