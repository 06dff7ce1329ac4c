import { dirname, relative } from "node:path";
import { defuse } from "../../diagnostics/defuse.ts";
import { didYouMean } from "../../diagnostics/suggest.ts";
import type { TextDocument } from "../../diagnostics/text-document.ts";
import type { ArgumentsOf, FlagTable } from "../commands/flags.ts";
import { UsageError } from "../commands/usage-error.ts";
import type { OrphanSearch } from "../drift/find-orphans.ts";
import type { DiagnosticReporter } from "../formats/report-diagnostics.ts";
import { diagnosticFlags } from "../formats/report-diagnostics.ts";
import type { CommandLineIo } from "../io/io.ts";
import { readText } from "../io/read-text.ts";
import type { CompiledTargets } from "./compile-targets.ts";
import { createProjectFinder, PROJECT_FILE } from "./find-project-file.ts";
import type { LocatedTarget } from "./located-target.ts";
import { NoProjectError } from "./no-project-error.ts";

/** The flags of every command that works on a project file. */
export const projectFlags = Object.freeze({
  config: {
    kind: "value",
    placeholder: "FILE",
    summary: "The project file; default: here or in a parent.",
  },
  target: {
    kind: "value",
    placeholder: "NAME",
    summary: "Use only this target of the project file.",
  },
  ...diagnosticFlags,
} satisfies FlagTable);

/** What came of the targets that were asked for. */
export interface ProjectRun extends CompiledTargets {
  readonly search: OrphanSearch;
}

/**
 * Reads the project file and compiles what it lists; undefined where anything is invalid, which is reported. Throws a
 * UsageError or an AccessError.
 */
export async function runProject(
  given: ArgumentsOf<typeof projectFlags>,
  reporter: DiagnosticReporter,
  io: CommandLineIo,
  wanted: "all-outputs" | "changed-outputs" = "changed-outputs",
): Promise<ProjectRun | undefined> {
  const targets = await readTargets(given, reporter, io);
  if (targets === undefined) return undefined;
  const { compileTargets } = await import("./compile-targets.ts");
  const { all, chosen } = targets;
  const options = {
    strict: given.isSet("strict"),
    quiet: given.isSet("quiet"),
    wantsAll: wanted === "all-outputs",
  };
  const compiled = await compileTargets(chosen, options, io);
  await reporter(compiled.diagnostics, compiled.texts);
  if (!compiled.isSound) return undefined;
  const folderOf = ({ name, outputFolder, project }: LocatedTarget) =>
    outputFolder === undefined
      ? []
      : [{ folder: outputFolder, target: name, project: project.place }];
  return {
    ...compiled,
    search: {
      folders: chosen.flatMap(folderOf),
      otherFolders: all.flatMap(folderOf).map(({ folder }) => folder),
      outputs: all.flatMap(({ requests }) => requests.map(({ output }) => output)),
      extensions: [".yaml", ".yml"],
      root: dirname(targets.file),
    },
  };
}

/** The targets of the project file, and those that were asked for. */
export interface ChosenTargets {
  readonly all: readonly LocatedTarget[];
  readonly chosen: readonly LocatedTarget[];
  /** The project file. */
  readonly file: string;
}

/** Reads the project file; undefined where it is invalid, which is reported. Throws a UsageError or an AccessError. */
export async function readTargets(
  given: Pick<ArgumentsOf<typeof projectFlags>, "operands" | "value">,
  reporter: DiagnosticReporter,
  io: CommandLineIo,
): Promise<ChosenTargets | undefined> {
  const [operand] = given.operands;
  if (operand !== undefined) {
    throw new UsageError(
      `the project file lists what to compile, so ${defuse(operand)} is not allowed here.`,
    );
  }
  const text = await readProjectFile(given.value("config"), io);
  // Loaded only now, so that help and usage errors come at once.
  const { openProject } = await import("./open-project.ts");
  const all = await openProject(text, reporter, io);
  if (all === undefined) return undefined;
  return { all, chosen: chooseTargets(all, given.value("target")), file: text.file };
}

/** The text of the project file: the one that is named, or that of the working folder. Throws an AccessError. */
export async function readProjectFile(
  config: string | undefined,
  io: CommandLineIo,
): Promise<TextDocument> {
  if (config === "") throw new UsageError("the name of the project file is empty.");
  if (config !== undefined) return readText(config, io);
  const found = await createProjectFinder(io)(".");
  if (found === undefined) {
    const where = `there is no ${PROJECT_FILE} here or in a parent folder`;
    throw new NoProjectError(
      `${where}; raycluster init creates one, and --config FILE uses another.`,
    );
  }
  return readText(relative(await io.realPath("."), found), io);
}

/** All targets, or the one of a name. Throws a UsageError where there is none. */
export function chooseTargets<Target extends { readonly name: string }>(
  targets: readonly Target[],
  name: string | undefined,
): readonly Target[] {
  if (name === undefined) return targets;
  const chosen = targets.filter((target) => target.name === name);
  if (chosen.length > 0) return chosen;
  const names = [...new Set(targets.map((target) => target.name))];
  const hint = didYouMean(name, names) ?? `The targets are ${names.join(", ")}.`;
  throw new UsageError(defuse(`there is no target ${name}. ${hint}`));
}
