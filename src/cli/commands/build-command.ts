import { defuse } from "../../diagnostics/defuse.ts";
import type { Drift } from "../drift/drift.ts";
import type { RunReporter } from "../drift/report-run.ts";
import type { ExitCode } from "../exit-codes.ts";
import { exitCodes } from "../exit-codes.ts";
import { printData } from "../formats/print-data.ts";
import { diagnosticFlags } from "../formats/report-diagnostics.ts";
import { summarise } from "../formats/summarise.ts";
import { accessError } from "../io/access-error.ts";
import type { CommandLineIo } from "../io/io.ts";
import { writeOutputs } from "../io/write-outputs.ts";
import type { ProjectRun } from "../project/run-project.ts";
import { projectFlags, runProject } from "../project/run-project.ts";
import { defineCommand } from "./command.ts";
import type { ArgumentsOf, FlagTable } from "./flags.ts";
import { helpFlag } from "./help.ts";
import { onceOrWatched } from "./once-or-watched.ts";

const flags = Object.freeze({
  config: projectFlags.config,
  target: projectFlags.target,
  prune: { kind: "switch", summary: "Remove compiled files that no request produces any more." },
  "dry-run": { kind: "switch", summary: "Write nothing; list what would be written." },
  ...diagnosticFlags,
  watch: { kind: "switch", summary: "Keep running, and rerun when a file changes." },
  help: helpFlag,
} satisfies FlagTable);

/** `raycluster build`: compiles what the project file lists, and writes it. */
export const buildCommand = defineCommand({
  name: "build",
  summary: "Compile what the project file lists, and write it.",
  operands: "",
  details: [
    "The project file lists targets: requests, the settings to compile them with, and",
    "a folder for the manifests. If any request is invalid, nothing is written. Files",
    "that are already equal are not touched.",
  ],
  flags,
  run: (given, io) => onceOrWatched(given, (watched) => build(given, watched), io),
});

async function build(given: ArgumentsOf<typeof flags>, io: CommandLineIo): Promise<ExitCode> {
  const { runReporter } = await import("../drift/report-run.ts");
  const reporter = runReporter(given, io);
  const run = await runProject(given, reporter.inputs, io);
  if (run === undefined) {
    await reporter.failed();
    return exitCodes.invalidInput;
  }
  const { outputs, current, search } = run;
  if (given.isSet("dry-run")) return foretell(given, run, reporter, io);
  const written = await writeOutputs(outputs, search.folders, io);
  const { findOrphans } = await import("../drift/find-orphans.ts");
  const { keptText } = await import("../drift/drift-text.ts");
  const { reportFlags, withoutFlags } = await import("../drift/command-line.ts");
  const { orphans, kept } = await findOrphans(search, io);
  const prunes = given.isSet("prune");
  if (prunes) {
    for (const { file } of orphans) await remove(file, io);
  }
  const prune = [...io.program, "build", "--prune", ...withoutFlags(given.argv, reportFlags)];
  const outcome = {
    drifts: prunes ? [] : orphans,
    kept,
    changed: { written, removed: prunes ? orphans.map(({ file }) => file) : [] },
    counts: [
      ["written", written.length],
      ["unchanged", current + outputs.length - written.length],
      [prunes ? "removed" : "orphaned", orphans.length],
    ] as const,
    diff: false,
    severity: "warning" as const,
    cures: { outputs: prune, orphans: () => prune },
  };
  await reporter.ended(outcome, async (report) => {
    if (given.isSet("quiet")) return;
    await io.stderr.write(orphans.map((orphan) => describe(orphan, prunes)).join(""));
    await io.stderr.write(keptText(report));
    await io.stderr.write(summarise(report.counts));
  });
  return exitCodes.fine;
}

/** Says what a build would do. */
async function foretell(
  given: ArgumentsOf<typeof flags>,
  { outputs, current, search }: ProjectRun,
  reporter: RunReporter,
  io: CommandLineIo,
): Promise<ExitCode> {
  const { findDrift } = await import("../drift/find-drift.ts");
  const { findOrphans } = await import("../drift/find-orphans.ts");
  const { reportFlags, withoutFlags } = await import("../drift/command-line.ts");
  const changes = await findDrift(outputs, io);
  const { orphans, kept } = await findOrphans(search, io);
  const prunes = given.isSet("prune");
  const argv = withoutFlags(given.argv, reportFlags).filter((each) => each !== "--dry-run");
  const build = [...io.program, "build", ...argv];
  const outcome = {
    drifts: [...changes, ...orphans],
    kept,
    changed: { written: [], removed: [] },
    counts: [
      ["to write", changes.length],
      ["unchanged", current],
      [prunes ? "to remove" : "orphaned", orphans.length],
    ] as const,
    diff: false,
    severity: "warning" as const,
    cures: { outputs: build, orphans: () => [...build, ...(prunes ? [] : ["--prune"])] },
  };
  await reporter.ended(outcome, async (report) => {
    const lines = [
      ...changes.map(({ file }) => `${defuse(file)} would be written.\n`),
      ...(prunes ? orphans : []).map(({ file }) => `${defuse(file)} would be removed.\n`),
    ];
    await printData(lines.join(""), io);
    if (!given.isSet("quiet")) await io.stderr.write(summarise(report.counts));
  });
  return exitCodes.fine;
}

async function remove(file: string, io: CommandLineIo): Promise<void> {
  try {
    await io.removeFile(file);
  } catch (error) {
    throw accessError("remove", file, error);
  }
}

function describe({ file }: Drift, isRemoved: boolean): string {
  const shown = defuse(file);
  return isRemoved
    ? `${shown} was an orphan and has been removed.\n`
    : `${shown} is an orphan: no request produces it. --prune removes it.\n`;
}
