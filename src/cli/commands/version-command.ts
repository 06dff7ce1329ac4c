import type { ExitCode } from "../exit-codes.ts";
import { exitCodes } from "../exit-codes.ts";
import { printData } from "../formats/print-data.ts";
import type { CommandLineIo } from "../io/io.ts";
import { version } from "../version.ts";
import { defineCommand } from "./command.ts";
import type { ArgumentsOf, FlagTable } from "./flags.ts";
import { helpFlag } from "./help.ts";
import { UsageError } from "./usage-error.ts";

const flags = Object.freeze({ help: helpFlag } satisfies FlagTable);

/** `raycluster version`: the same as `raycluster --version`. */
export const versionCommand = defineCommand({
  name: "version",
  summary: "Show the version.",
  operands: "",
  details: ["The version of this program, as --version shows it."],
  flags,
  run: showVersion,
});

async function showVersion(given: ArgumentsOf<typeof flags>, io: CommandLineIo): Promise<ExitCode> {
  if (given.operands.length > 0) throw new UsageError("version takes no operands.");
  await printData(`raycluster ${version}\n`, io);
  return exitCodes.fine;
}
