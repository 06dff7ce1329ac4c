import type { ManifestDiff } from "../../diff/compare/manifest-diff.ts";
import type { ExitCode } from "../exit-codes.ts";
import { exitCodes } from "../exit-codes.ts";
import { colourChoice, colourFlags } from "../formats/colour-flags.ts";
import { printData } from "../formats/print-data.ts";
import type { ColourChoice } from "../formats/terminal-paint.ts";
import { diffPaint } from "../formats/terminal-paint.ts";
import type { CommandLineIo } from "../io/io.ts";
import { STANDARD_INPUT } from "../io/read-text.ts";
import { projectFlags } from "../project/run-project.ts";
import { defineCommand } from "./command.ts";
import type { ComparedInputs } from "./compare-inputs.ts";
import type { ArgumentsOf, FlagTable } from "./flags.ts";
import { helpFlag } from "./help.ts";
import { UsageError } from "./usage-error.ts";

const flags = Object.freeze({
  config: projectFlags.config,
  target: projectFlags.target,
  git: {
    kind: "value",
    placeholder: "REV",
    summary: "Compare the working tree with git's REV.",
  },
  "kuberay-version": {
    kind: "value",
    placeholder: "VERSION",
    summary: "The KubeRay release, overriding the project.",
  },
  "feature-gates": {
    kind: "value",
    placeholder: "GATES",
    summary: "The operator's gates: NAME=true,OTHER=false.",
  },
  format: {
    kind: "value",
    placeholder: "FORMAT",
    choices: ["text", "markdown", "html", "json"],
    summary: "Report: text (default), markdown, html, json.",
  },
  json: { kind: "switch", summary: "The same as --format json." },
  ...colourFlags,
  help: helpFlag,
} satisfies FlagTable);

/** `raycluster diff`: what changes in meaning, and what KubeRay will do about it. */
export const diffCommand = defineCommand({
  name: "diff",
  summary: "Show what a change of manifests means and what KubeRay will do.",
  operands: "[OLD NEW | --git REV [PATH...]]",
  details: [
    "Without OLD and NEW, compares the existing outputs of the project with what",
    "build would write. With --git REV and no PATH, compares the outputs at REV with",
    "those in the working tree. Each target has its own KubeRay release. OLD and NEW",
    "are files, folders or - for standard input, with any RayClusters, RayJobs,",
    "RayServices or RayCronJobs, including kubectl dumps. Quantities are compared by",
    "value, lists by name, and what the API server fills in is ignored. In a project,",
    "the KubeRay release is that of the target whose output folder has the file.",
    "Files of folders that hold none of these kinds are reported and ignored. Exit",
    "codes are those of diff: 0 if the meaning is the same, 1 if it differs, 2 for",
    "trouble; and 3 if the project or a request in it is invalid.",
  ],
  flags,
  run: diff,
});

async function diff(given: ArgumentsOf<typeof flags>, io: CommandLineIo): Promise<ExitCode> {
  const choice = colourChoice(given);
  const format = formatOf(given);
  checkOperands(given);
  const compared = await compare(given, io);
  if (compared === undefined) return exitCodes.invalidInput;
  const { diffs, isTrouble } = compared;
  await printData(await rendered(diffs, format, choice, io), io);
  if (isTrouble || diffs.some((each) => !each.ok)) return exitCodes.trouble;
  return diffs.every((each) => each.ok && each.same) ? exitCodes.fine : exitCodes.drift;
}

/** Two operands, two trees, or the outputs of a project; undefined where the project is invalid, which is reported. */
async function compare(
  given: ArgumentsOf<typeof flags>,
  io: CommandLineIo,
): Promise<ComparedInputs | undefined> {
  const { operands } = given;
  const revision = given.value("git");
  const operator = {
    kuberayVersion: given.value("kuberay-version"),
    featureGates: given.value("feature-gates"),
  };
  if (operands.length > 0) {
    const { compareInputs } = await import("./compare-inputs.ts");
    return compareInputs(operands, revision, operator, io);
  }
  if (revision !== undefined) {
    const { compareRevision } = await import("./compare-revision.ts");
    return compareRevision(revision, given, operator, io);
  }
  const { compareProject } = await import("./compare-project.ts");
  return compareProject(given, operator, io);
}

async function rendered(
  diffs: readonly ManifestDiff[],
  format: string,
  choice: ColourChoice,
  io: CommandLineIo,
): Promise<string> {
  switch (format) {
    case "markdown":
      return (await import("../../diff/report/render-markdown.ts")).renderDiffMarkdown(diffs);
    case "html":
      return (await import("../../diff/report/render-html.ts")).renderDiffHtml(diffs);
    case "json":
      return (await import("../../diff/report/render-json.ts")).renderDiffJson(diffs);
    default: {
      const { LEAST_COLUMNS, renderDiffText } = await import("../../diff/report/render-text.ts");
      const columns = io.stdout.columns();
      return renderDiffText(diffs, {
        paint: diffPaint(choice, io),
        columns: columns === undefined ? undefined : Math.max(columns, LEAST_COLUMNS),
      });
    }
  }
}

function formatOf(given: ArgumentsOf<typeof flags>): string {
  const format = given.value("format");
  if (!given.isSet("json")) return format ?? "text";
  if (format !== undefined && format !== "json") {
    throw new UsageError(`--json and --format ${format} exclude each other.`);
  }
  return "json";
}

function checkOperands(given: ArgumentsOf<typeof flags>): void {
  const { operands } = given;
  const revision = given.value("git");
  if (operands.includes("")) throw new UsageError("the name of a file is empty.");
  if (operands.length > 0) {
    for (const name of ["config", "target"] as const) {
      if (given.value(name) === undefined) continue;
      throw new UsageError(
        `--${name} is for the outputs of a project, so it cannot be combined with files.`,
      );
    }
  }
  if (revision === undefined) {
    if (operands.length === 1 || operands.length > 2) {
      throw new UsageError("diff takes two operands, OLD and NEW, or none in a project.");
    }
    if (operands.length === 2 && operands.every((operand) => operand === STANDARD_INPUT)) {
      throw new UsageError("standard input can be read only once, but - is given twice.");
    }
    return;
  }
  if (operands.includes(STANDARD_INPUT)) throw new UsageError("git cannot read standard input.");
}
