import type { ExitCode } from "../exit-codes.ts";
import { exitCodes } from "../exit-codes.ts";
import { diagnosticFlags } from "../formats/report-diagnostics.ts";
import type { CommandLineIo } from "../io/io.ts";
import { projectFlags, runProject } from "../project/run-project.ts";
import { defineCommand } from "./command.ts";
import type { ArgumentsOf, FlagTable } from "./flags.ts";
import { helpFlag } from "./help.ts";
import { onceOrWatched } from "./once-or-watched.ts";

const flags = Object.freeze({
  config: projectFlags.config,
  target: projectFlags.target,
  diff: { kind: "switch", summary: "Show the differing lines, like diff -u." },
  ...diagnosticFlags,
  watch: { kind: "switch", summary: "Keep running, and rerun when a file changes." },
  help: helpFlag,
} satisfies FlagTable);

/** `raycluster check`: compiles what the project file lists, and compares it with what is there. */
export const checkCommand = defineCommand({
  name: "check",
  summary: "Compare what the project file lists with the outputs.",
  operands: "",
  details: [
    "Writes nothing. The exit code is 1 if a file differs from what build would",
    "write, is missing, or was compiled from a request that is gone. Shows whether a",
    "file differs in meaning or in spelling only, and how to update it. With --format",
    "json, github or sarif the whole report goes to standard output.",
  ],
  flags,
  run: (given, io) => onceOrWatched(given, (watched) => check(given, watched), io),
});

async function check(given: ArgumentsOf<typeof flags>, io: CommandLineIo): Promise<ExitCode> {
  const { runReporter } = await import("../drift/report-run.ts");
  const reporter = runReporter(given, io);
  const run = await runProject(given, reporter.inputs, io);
  if (run === undefined) {
    await reporter.failed();
    return exitCodes.invalidInput;
  }
  const { outputs, current, search } = run;
  const { compareOutputs } = await import("../drift/compare-outputs.ts");
  const { reportFlags, withoutFlags } = await import("../drift/command-line.ts");
  const argv = withoutFlags(given.argv, reportFlags);
  return compareOutputs(
    outputs,
    {
      current,
      search,
      diff: given.isSet("diff"),
      quiet: given.isSet("quiet"),
      summary: true,
      cures: (hasOrphans) => {
        const build = [...io.program, "build", ...(hasOrphans ? ["--prune"] : []), ...argv];
        return { outputs: build, orphans: () => build };
      },
    },
    reporter,
    io,
  );
}
