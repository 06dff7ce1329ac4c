import type { ExitCode } from "../exit-codes.ts";
import { exitCodes } from "../exit-codes.ts";
import { colourChoice } from "../formats/colour-flags.ts";
import { printData } from "../formats/print-data.ts";
import { diagnosticFlags, wantedDiagnostics } from "../formats/report-diagnostics.ts";
import { terminalPaint } from "../formats/terminal-paint.ts";
import { wayFromWorkspace } from "../formats/way-from-workspace.ts";
import type { CommandLineIo } from "../io/io.ts";
import { STANDARD_INPUT } from "../io/read-text.ts";
import { defineCommand } from "./command.ts";
import type { ArgumentsOf, FlagTable } from "./flags.ts";
import { helpFlag } from "./help.ts";
import { UsageError } from "./usage-error.ts";

const flags = Object.freeze({
  git: { kind: "value", placeholder: "REV", summary: "Check the files at git's REV." },
  "kuberay-version": {
    kind: "value",
    placeholder: "VERSION",
    summary: "The KubeRay release to check for.",
  },
  "feature-gates": {
    kind: "value",
    placeholder: "GATES",
    summary: "The operator's gates: NAME=true,...",
  },
  crd: {
    kind: "value",
    placeholder: "FILE",
    summary: "CRDs to use, not the release's.",
  },
  "kubernetes-version": {
    kind: "value",
    placeholder: "VERSION",
    summary: "The Kubernetes release (default 1.34).",
  },
  "pod-security": {
    kind: "value",
    placeholder: "LEVEL",
    choices: ["privileged", "baseline", "restricted"],
    summary: "Enforced level: baseline, restricted.",
  },
  ...diagnosticFlags,
  help: helpFlag,
} satisfies FlagTable);

/** `raycluster validate`: what is wrong with manifests, whoever wrote them. */
export const validateCommand = defineCommand({
  name: "validate",
  summary: "Check any manifests, whoever wrote them.",
  operands: "FILE...",
  details: [
    "A FILE is YAML or JSON with one manifest or many, a folder of them, or - for",
    "standard input. The report lists what the API server refuses or drops, what the",
    "operator refuses, what makes Kubernetes refuse the pods, and what is probably a",
    "mistake. Objects of other kinds are ignored. In a project, the KubeRay release",
    "is that of the target whose output folder has the file. The report goes to",
    "standard output. The exit code is 3 if any manifest is invalid.",
  ],
  flags,
  run: validate,
});

async function validate(given: ArgumentsOf<typeof flags>, io: CommandLineIo): Promise<ExitCode> {
  const choice = colourChoice(given);
  checkOperands(given.operands, given.value("git"));
  // Loaded only now: the API and the laws are needed by nothing else.
  const { validateInputs } = await import("./validate-inputs.ts");
  const { diagnosticFormats } = await import("../formats/diagnostic-formats.ts");
  const outcome = await validateInputs(given.operands, given.value("git"), { given }, io);
  const quiet = given.isSet("quiet");
  const wanted = wantedDiagnostics(outcome.diagnostics, quiet);
  const paint = wanted.length === 0 ? undefined : terminalPaint(choice, io, io.stdout);
  const format = diagnosticFormats.get(given.value("format") ?? "text");
  const texts = new Map(outcome.texts.map(({ file, text }) => [file, text]));
  const options = {
    texts,
    closing: "",
    way: await wayFromWorkspace(io),
    ...(paint === undefined ? {} : { paint }),
  };
  await printData(format?.(wanted, options) ?? "", io);
  if (!quiet) await io.stderr.write(outcome.summary);
  const isInvalid = outcome.diagnostics.some(({ severity }) => severity === "error");
  return isInvalid ? exitCodes.invalidInput : exitCodes.fine;
}

function checkOperands(operands: readonly string[], revision: string | undefined): void {
  if (operands.length === 0) throw new UsageError("a manifest is missing: a file, a folder, or -.");
  if (operands.includes("")) throw new UsageError("the name of a file is empty.");
  if (revision !== undefined && operands.includes(STANDARD_INPUT)) {
    throw new UsageError("git cannot read standard input.");
  }
  if (operands.filter((operand) => operand === STANDARD_INPUT).length > 1) {
    throw new UsageError("standard input can be read only once, but - is given twice.");
  }
}
