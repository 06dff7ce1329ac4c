import type { Compiled } from "../../plan/compiled.ts";
import type { ExitCode } from "../exit-codes.ts";
import { exitCodes } from "../exit-codes.ts";
import { printData } from "../formats/print-data.ts";
import { printHarmlessJson } from "../formats/print-harmless-json.ts";
import type { DiagnosticReporter } from "../formats/report-diagnostics.ts";
import { diagnosticFlags, diagnosticReporter } from "../formats/report-diagnostics.ts";
import type { CommandLineIo } from "../io/io.ts";
import { projectFlags, readTargets } from "../project/run-project.ts";
import { defineCommand } from "./command.ts";
import { checkInputs, compileInputs, inputFlags, readInputs } from "./compile-inputs.ts";
import type { ArgumentsOf, FlagTable } from "./flags.ts";
import { helpFlag } from "./help.ts";
import { UsageError } from "./usage-error.ts";

const flags = Object.freeze({
  config: projectFlags.config,
  target: projectFlags.target,
  ...inputFlags,
  json: { kind: "switch", summary: "Write the plan as JSON, as --format json does." },
  local: { kind: "switch", summary: "Plan for Ray without Kubernetes." },
  ...diagnosticFlags,
  help: helpFlag,
} satisfies FlagTable);

/** `raycluster plan`: what a server needs besides the manifest, for people or as JSON. */
export const planCommand = defineCommand({
  name: "plan",
  summary: "Show what clusters request, their addresses and prerequisites.",
  operands: "REQUEST... | --target NAME",
  details: [
    "Shows for each group of pods what a pod requests from a node and what Ray offers",
    "there, then minimum and maximum totals, addresses, and what must already exist;",
    "for several clusters also their sums. With --target or --config, the requests",
    "are those of the project file. With --local, the config is ignored: Ray starts",
    "where it is called.",
  ],
  flags,
  run: planRequests,
});

async function planRequests(
  given: ArgumentsOf<typeof flags>,
  io: CommandLineIo,
): Promise<ExitCode> {
  const isProject = given.value("target") !== undefined || given.value("config") !== undefined;
  if (isProject) refuseInputs(given);
  else checkInputs(given);
  const report = diagnosticReporter(given, io);
  if (given.isSet("local")) return planLocally(given, report, io);
  const compiled = await (isProject
    ? compileProject(given, report, io)
    : compileInputs(given, report, io));
  if (compiled === undefined) return exitCodes.invalidInput;
  const plans = compiled.flat().map(({ plan }) => plan);
  const { renderPlan, renderPlanSums } = await import("../../plan/render-plan.ts");
  const text = [...plans.map(renderPlan), renderPlanSums(plans)].filter((part) => part !== "");
  await printData(wantsJson(given) ? printJson(plans) : text.join("\n"), io);
  return exitCodes.fine;
}

/** The project file says what is compiled, and how. */
function refuseInputs(given: ArgumentsOf<typeof flags>): void {
  const other = Object.keys(inputFlags)
    .filter(isInputFlag)
    .find((name) => given.values(name).length > 0);
  if (other === undefined && !given.isSet("local")) return;
  const flag = `--${other ?? "local"}`;
  throw new UsageError(
    `${flag} is only for requests on the command line; here the project file lists them.`,
  );
}

function isInputFlag(name: string): name is keyof typeof inputFlags {
  return Object.hasOwn(inputFlags, name);
}

async function compileProject(
  given: ArgumentsOf<typeof flags>,
  report: DiagnosticReporter,
  io: CommandLineIo,
): Promise<readonly (readonly Compiled[])[] | undefined> {
  const targets = await readTargets(given, report, io);
  if (targets === undefined) return undefined;
  const { compileTargets } = await import("../project/compile-targets.ts");
  const taken: (readonly Compiled[])[] = [];
  const take = (compiled: readonly Compiled[]) => void taken.push(compiled);
  const options = { strict: given.isSet("strict"), quiet: given.isSet("quiet"), take };
  const { diagnostics, texts, isSound } = await compileTargets(targets.chosen, options, io);
  await report(diagnostics, texts);
  return isSound ? taken : undefined;
}

async function planLocally(
  given: ArgumentsOf<typeof flags>,
  report: DiagnosticReporter,
  io: CommandLineIo,
): Promise<ExitCode> {
  const { requests } = await readInputs(given, io);
  const { localPlan } = await import("../../plan/local-plan.ts");
  const results = requests.map((request) => localPlan(request));
  await report(
    results.flatMap((result) => result.diagnostics),
    requests,
  );
  const plans = results.filter((result) => result.ok).map(({ plan }) => plan);
  if (plans.length < results.length) return exitCodes.invalidInput;
  await printData(printJson(plans), io);
  return exitCodes.fine;
}

function wantsJson(given: ArgumentsOf<typeof flags>): boolean {
  return given.isSet("json") || given.value("format") === "json";
}

/** One plan as an object, several as a list. */
function printJson(plans: readonly object[]): string {
  return printHarmlessJson(plans.length === 1 ? plans[0] : plans);
}
