import type { ExitCode } from "../exit-codes.ts";
import { exitCodes } from "../exit-codes.ts";
import { printData } from "../formats/print-data.ts";
import { printHarmlessJson } from "../formats/print-harmless-json.ts";
import type { DiagnosticReporter } from "../formats/report-diagnostics.ts";
import { diagnosticFlags, diagnosticReporter } from "../formats/report-diagnostics.ts";
import type { CommandLineIo } from "../io/io.ts";
import { defineCommand } from "./command.ts";
import { checkInputs, compileInputs, inputFlags, readInputs } from "./compile-inputs.ts";
import type { ArgumentsOf, FlagTable } from "./flags.ts";
import { helpFlag } from "./help.ts";

const flags = Object.freeze({
  ...inputFlags,
  json: { kind: "switch", summary: "Write the plan as JSON, as --format json does." },
  local: { kind: "switch", summary: "Plan for Ray without Kubernetes." },
  ...diagnosticFlags,
  help: helpFlag,
} satisfies FlagTable);

/** `raycluster plan`: what a server needs besides the manifest, for people or as JSON. */
export const planCommand = defineCommand({
  name: "plan",
  summary: "Show what clusters request, their addresses and their prerequisites.",
  operands: "REQUEST...",
  details: [
    "Shows for each group of pods what a pod requests from a node and what Ray offers",
    "there, then minimum and maximum totals, addresses, and what must exist",
    "beforehand. With --local the config is ignored: Ray starts where it is called.",
  ],
  flags,
  run: planRequests,
});

async function planRequests(
  given: ArgumentsOf<typeof flags>,
  io: CommandLineIo,
): Promise<ExitCode> {
  checkInputs(given);
  const report = diagnosticReporter(given, io);
  if (given.isSet("local")) return planLocally(given, report, io);
  const compiled = await compileInputs(given, report, io);
  if (compiled === undefined) return exitCodes.invalidInput;
  const plans = compiled.map(({ plan }) => plan);
  const { renderPlan } = await import("../../plan/render-plan.ts");
  await printData(wantsJson(given) ? printJson(plans) : plans.map(renderPlan).join("\n"), io);
  return exitCodes.fine;
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
