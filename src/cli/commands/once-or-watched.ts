import type { ExitCode } from "../exit-codes.ts";
import type { CommandLineIo } from "../io/io.ts";
import type { ParsedArguments } from "./flags.ts";

/** Runs a command of projects once, or with --watch again whenever a file of the project changes. */
export async function onceOrWatched(
  given: Pick<ParsedArguments<"config", "watch">, "isSet" | "value">,
  run: (io: CommandLineIo) => Promise<ExitCode>,
  io: CommandLineIo,
): Promise<ExitCode> {
  if (!given.isSet("watch")) return run(io);
  const { watchProject } = await import("../project/watch-project.ts");
  return watchProject(given.value("config"), run, io);
}
