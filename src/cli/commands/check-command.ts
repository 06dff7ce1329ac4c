import type { DriftKind } from "../drift/drift.ts";
import type { ExitCode } from "../exit-codes.ts";
import { exitCodes } from "../exit-codes.ts";
import { summarise } from "../formats/summarise.ts";
import type { CommandLineIo } from "../io/io.ts";
import { projectFlags, runProject } from "../project/run-project.ts";
import { defineCommand } from "./command.ts";
import type { ArgumentsOf, FlagTable } from "./flags.ts";
import { helpFlag } from "./help.ts";

const { config, target, ...others } = projectFlags;

const flags = Object.freeze({
  config,
  target,
  diff: { kind: "switch", summary: "Show the lines that differ, as diff -u does." },
  ...others,
  help: helpFlag,
} satisfies FlagTable);

/** `raycluster check`: compiles what the project file lists, and compares it with what is there. */
export const checkCommand = defineCommand({
  name: "check",
  summary: "Compare what the project file lists with what is there.",
  operands: "",
  details: [
    "Writes nothing. The exit code is 1 if a file differs from what build would",
    "write, is missing, or holds a RayCluster that no request produces any more. Says",
    "whether a file differs in meaning or in spelling only, and how to update it.",
  ],
  flags,
  run: check,
});

async function check(given: ArgumentsOf<typeof flags>, io: CommandLineIo): Promise<ExitCode> {
  const run = await runProject(given, io);
  if (run === undefined) return exitCodes.invalidInput;
  const { outputs, folders, allOutputs } = run;
  const { findDrift } = await import("../drift/find-drift.ts");
  const { findOrphans } = await import("../drift/find-orphans.ts");
  const { reportDrift } = await import("../drift/report-drift.ts");
  const { withoutSwitches } = await import("../drift/command-line.ts");
  const orphans = await findOrphans(folders, allOutputs, ".yaml", io);
  const drifts = [...(await findDrift(outputs, io)), ...orphans];
  const prune = orphans.length === 0 ? [] : ["--prune"];
  const mending = ["raycluster", "build", ...prune, ...withoutSwitches(given.argv, ["--diff"])];
  await reportDrift(drifts, { diff: given.isSet("diff"), mending: [mending] }, io);
  if (!given.isSet("quiet")) {
    const number = (...kinds: readonly DriftKind[]) =>
      drifts.filter(({ kind }) => kinds.includes(kind)).length;
    await io.stderr.write(
      summarise([
        ["equal", outputs.length - (drifts.length - orphans.length)],
        ["different", number("meaning", "spelling", "no-manifest")],
        ["missing", number("missing")],
        ["orphaned", orphans.length],
      ]),
    );
  }
  return drifts.length === 0 ? exitCodes.fine : exitCodes.drift;
}
