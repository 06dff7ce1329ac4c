import type { ExitCode } from "../exit-codes.ts";
import { exitCodes } from "../exit-codes.ts";
import { colourChoice, colourFlags } from "../formats/colour-flags.ts";
import { printData } from "../formats/print-data.ts";
import { diffPaint } from "../formats/terminal-paint.ts";
import type { CommandLineIo } from "../io/io.ts";
import { STANDARD_INPUT } from "../io/read-text.ts";
import { defineCommand } from "./command.ts";
import type { ArgumentsOf, FlagTable } from "./flags.ts";
import { helpFlag } from "./help.ts";
import { UsageError } from "./usage-error.ts";

const flags = Object.freeze({
  git: {
    kind: "value",
    placeholder: "REV",
    summary: "Compare the working tree with git's REV.",
  },
  "kuberay-version": {
    kind: "value",
    placeholder: "VERSION",
    summary: "The KubeRay release, whatever the project says.",
  },
  "feature-gates": {
    kind: "value",
    placeholder: "GATES",
    summary: "Gates of the operator: NAME=true,OTHER=false.",
  },
  format: {
    kind: "value",
    placeholder: "FORMAT",
    choices: ["text", "markdown", "json"],
    summary: "Report: text (default), markdown, json.",
  },
  json: { kind: "switch", summary: "The same as --format json." },
  ...colourFlags,
  help: helpFlag,
} satisfies FlagTable);

/** `raycluster diff`: what changes in meaning, and what KubeRay will do about it. */
export const diffCommand = defineCommand({
  name: "diff",
  summary: "Say what a change of manifests means and what KubeRay will do.",
  operands: "OLD NEW | --git REV PATH...",
  details: [
    "OLD and NEW are files, folders or - for standard input; any RayCluster will do,",
    "one dumped with kubectl too. Quantities are compared by value, lists by name,",
    "and what the server fills in does not count. In a project the KubeRay release is",
    "that of the target whose output folder has the file. Files of folders that hold",
    "no RayCluster are named and passed over. Exit codes are those of diff: 0 where",
    "the meaning is the same, 1 where it differs, 2 for trouble.",
  ],
  flags,
  run: diff,
});

async function diff(given: ArgumentsOf<typeof flags>, io: CommandLineIo): Promise<ExitCode> {
  const choice = colourChoice(given);
  const format = formatOf(given);
  const revision = given.value("git");
  const { operands } = given;
  checkOperands(operands, revision);
  const { compareInputs } = await import("./compare-inputs.ts");
  const { diffs, isTrouble } = await compareInputs(
    operands,
    revision,
    {
      kuberayVersion: given.value("kuberay-version"),
      featureGates: given.value("feature-gates"),
    },
    io,
  );
  if (format === "markdown") {
    const { renderDiffMarkdown } = await import("../../diff/report/render-markdown.ts");
    await printData(renderDiffMarkdown(diffs), io);
  } else if (format === "json") {
    const { renderDiffJson } = await import("../../diff/report/render-json.ts");
    await printData(renderDiffJson(diffs), io);
  } else {
    const { renderDiffText } = await import("../../diff/report/render-text.ts");
    const paint = diffPaint(choice, io);
    const options = paint === undefined ? {} : { paint };
    await printData(renderDiffText(diffs, options), io);
  }
  if (isTrouble || diffs.some((each) => !each.ok)) return exitCodes.trouble;
  return diffs.every((each) => each.ok && each.same) ? exitCodes.fine : exitCodes.drift;
}

function formatOf(given: ArgumentsOf<typeof flags>): string {
  const format = given.value("format");
  if (!given.isSet("json")) return format ?? "text";
  if (format !== undefined && format !== "json") {
    throw new UsageError(`--json and --format ${format} exclude each other.`);
  }
  return "json";
}

function checkOperands(operands: readonly string[], revision: string | undefined): void {
  if (operands.includes("")) throw new UsageError("the name of a file is empty.");
  if (revision === undefined) {
    if (operands.length !== 2) throw new UsageError("diff takes two operands: OLD and NEW.");
    if (operands.every((operand) => operand === STANDARD_INPUT)) {
      throw new UsageError("standard input can be read only once, but - is given twice.");
    }
    return;
  }
  if (operands.length === 0) throw new UsageError("--git needs the files or folders to compare.");
  if (operands.includes(STANDARD_INPUT)) throw new UsageError("git knows no standard input.");
}
