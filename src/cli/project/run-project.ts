import { dirname } from "node:path";
import { defuse } from "../../diagnostics/defuse.ts";
import { didYouMean } from "../../diagnostics/suggest.ts";
import type { TextDocument } from "../../diagnostics/text-document.ts";
import type { ArgumentsOf, FlagTable } from "../commands/flags.ts";
import { UsageError } from "../commands/usage-error.ts";
import type { DiagnosticReporter } from "../formats/report-diagnostics.ts";
import { diagnosticFlags } from "../formats/report-diagnostics.ts";
import type { CommandLineIo } from "../io/io.ts";
import { isMissing } from "../io/is-missing.ts";
import type { OutputFile, OutputFolder } from "../io/output-file.ts";
import { MAXIMUM_BYTES, readText } from "../io/read-text.ts";
import type { LocatedTarget } from "./located-target.ts";
import { NoProjectError } from "./no-project-error.ts";

/** Where a project file is looked for. */
export const PROJECT_FILE = "raycluster.config.yaml";

/** The flags of every command that works on a project file. */
export const projectFlags = Object.freeze({
  config: {
    kind: "value",
    placeholder: "FILE",
    summary: `The project file (default: ${PROJECT_FILE}).`,
  },
  target: { kind: "value", placeholder: "NAME", summary: "Only this target of the project file." },
  ...diagnosticFlags,
} satisfies FlagTable);

/** What came of the targets that were asked for. */
export interface ProjectRun {
  readonly outputs: readonly OutputFile[];
  /** The targets' output folders; two may be the same. */
  readonly folders: readonly OutputFolder[];
  /** The outputs of every target, asked for or not. */
  readonly allOutputs: readonly string[];
  /** The folder of the project file. */
  readonly root: string;
}

/**
 * Reads the project file and compiles what it lists; undefined where anything is invalid, which is reported. Throws a
 * UsageError or an AccessError.
 */
export async function runProject(
  given: ArgumentsOf<typeof projectFlags>,
  reporter: DiagnosticReporter,
  io: CommandLineIo,
): Promise<ProjectRun | undefined> {
  const [operand] = given.operands;
  if (operand !== undefined) {
    throw new UsageError(`the project file lists what is compiled, not ${defuse(operand)}.`);
  }
  const text = await readProjectFile(given.value("config"), io);
  // Loaded only now, so that help and usage errors come at once.
  const { openProject } = await import("./open-project.ts");
  const { compileTargets } = await import("./compile-targets.ts");
  const targets = await openProject(text, reporter, io);
  if (targets === undefined) return undefined;
  const chosen = chooseTargets(targets, given.value("target"));
  const options = { strict: given.isSet("strict"), quiet: given.isSet("quiet") };
  const { outputs, diagnostics, texts, isSound } = await compileTargets(chosen, options, io);
  await reporter(diagnostics, texts);
  if (!isSound) return undefined;
  return {
    outputs,
    folders: chosen.map(({ name, outputFolder }) => ({ folder: outputFolder, target: name })),
    allOutputs: targets.flatMap(({ requests }) => requests.map(({ output }) => output)),
    root: dirname(text.file),
  };
}

/** The text of the project file: the one that is named, or that of the working folder. Throws an AccessError. */
export async function readProjectFile(
  config: string | undefined,
  io: CommandLineIo,
): Promise<TextDocument> {
  if (config === "") throw new UsageError("the name of the project file is empty.");
  if (config !== undefined) return readText(config, io);
  try {
    await io.readFile(PROJECT_FILE, MAXIMUM_BYTES);
  } catch (error) {
    if (isMissing(error)) {
      throw new NoProjectError(
        `there is no ${PROJECT_FILE} here; name another with --config FILE.`,
      );
    }
  }
  return readText(PROJECT_FILE, io);
}

/** All targets, or the one of a name. Throws a UsageError where there is none. */
export function chooseTargets(
  targets: readonly LocatedTarget[],
  name: string | undefined,
): readonly LocatedTarget[] {
  if (name === undefined) return targets;
  const chosen = targets.filter((target) => target.name === name);
  if (chosen.length > 0) return chosen;
  const names = targets.map((target) => target.name);
  const hint = didYouMean(name, names) ?? `There are ${names.join(", ")}.`;
  throw new UsageError(defuse(`there is no target ${name}. ${hint}`));
}
