import { defuseLines } from "../diagnostics/defuse.ts";
import type { ExitCode } from "./exit-codes.ts";
import { exitCodes } from "./exit-codes.ts";
import { AccessError } from "./io/access-error.ts";
import type { CommandLineIo } from "./io/io.ts";

/** Runs what may meet trouble with files, and says so on standard error; wrong usage and bugs are thrown on. */
export async function runAndTell(
  run: () => Promise<ExitCode>,
  io: CommandLineIo,
): Promise<ExitCode> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof AccessError)) throw error;
    await io.stderr.write(`${defuseLines(`raycluster: ${error.message}`)}\n`);
    return exitCodes.trouble;
  }
}
