import { diagnosticCodes } from "../../diagnostics/codes.ts";
import { escapeUnprintable } from "../../diagnostics/show.ts";
import { didYouMean } from "../../diagnostics/suggest.ts";
import type { ExitCode } from "../exit-codes.ts";
import { exitCodes } from "../exit-codes.ts";
import { printData } from "../formats/print-data.ts";
import { diagnosticFlags, diagnosticReporter } from "../formats/report-diagnostics.ts";
import type { CommandLineIo } from "../io/io.ts";
import { readPackageText } from "../io/read-package-text.ts";
import { defineCommand } from "./command.ts";
import { checkInputs, compileOptions, inputFlags, readInputs } from "./compile-inputs.ts";
import type { ArgumentsOf, FlagTable } from "./flags.ts";
import { helpFlag } from "./help.ts";
import { UsageError } from "./usage-error.ts";

const flags = Object.freeze({
  at: {
    kind: "value",
    placeholder: "PATH",
    summary: "A place in it, such as spec.rayVersion.",
  },
  json: { kind: "switch", summary: "Print as JSON where the value came from." },
  ...inputFlags,
  ...diagnosticFlags,
  help: helpFlag,
} satisfies FlagTable);

/** `raycluster explain`: a diagnostic's page, or where a value of the manifest came from. */
export const explainCommand = defineCommand({
  name: "explain",
  summary: "Explain a diagnostic code, or where a value of a manifest came from.",
  operands: "CODE | REQUEST --at PATH",
  details: [
    "With a CODE, prints the diagnostic's page. With a REQUEST and --at, says which",
    "field, setting, default or rule of KubeRay decided the value.",
  ],
  flags,
  run: explain,
});

async function explain(given: ArgumentsOf<typeof flags>, io: CommandLineIo): Promise<ExitCode> {
  const at = given.value("at");
  return at === undefined ? explainCode(given.operands, io) : explainPlace(given, at, io);
}

async function explainCode(operands: readonly string[], io: CommandLineIo): Promise<ExitCode> {
  const [code, ...more] = operands;
  if (code === undefined || more.length > 0) {
    throw new UsageError("explain takes one code, or a request with --at.");
  }
  if (!Object.hasOwn(diagnosticCodes, code)) {
    const known = Object.keys(diagnosticCodes);
    const hint = didYouMean(code, known) ?? "For a place in a manifest, add --at PATH.";
    throw new UsageError(`there is no code ${escapeUnprintable(code)}. ${hint}`);
  }
  await printData(await readPackageText(`docs/diagnostics/${code}.md`, io), io);
  return exitCodes.fine;
}

async function explainPlace(
  given: ArgumentsOf<typeof flags>,
  at: string,
  io: CommandLineIo,
): Promise<ExitCode> {
  checkInputs(given);
  if (given.operands.length > 1) throw new UsageError("explain takes one request with --at.");
  const report = diagnosticReporter(given, io);
  const { requests, settings } = await readInputs(given, io);
  const { explainValue } = await import("../../explain/explain-value.ts");
  const explanation = explainValue(requests[0], settings, at, compileOptions(given));
  if (!explanation.ok && "problem" in explanation) {
    const { problem, hint } = explanation;
    throw new UsageError(escapeUnprintable(hint === undefined ? problem : `${problem} ${hint}`));
  }
  if (!explanation.ok) {
    await report(
      explanation.diagnostics,
      settings === undefined ? requests : [...requests, settings],
    );
    return exitCodes.invalidInput;
  }
  const { renderExplanation } = await import("../../explain/render-explanation.ts");
  const { ok: _ok, ...data } = explanation;
  const text = given.isSet("json")
    ? `${JSON.stringify(data, null, 2)}\n`
    : renderExplanation(explanation);
  await printData(text, io);
  return exitCodes.fine;
}
