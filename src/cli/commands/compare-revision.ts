import { basename, dirname, isAbsolute, relative, resolve, sep } from "node:path";
import { defuse } from "../../diagnostics/defuse.ts";
import type { TextDocument } from "../../diagnostics/text-document.ts";
import type { ManifestDiff } from "../../diff/compare/manifest-diff.ts";
import type { FoundManifest } from "../io/collect-manifests.ts";
import type { CommandLineIo } from "../io/io.ts";
import { readManifests, readRevision } from "../io/read-manifests.ts";
import { readRevisionFile } from "../io/read-revision-file.ts";
import type { ReadProjectFile } from "../project/find-releases.ts";
import { targetRelease } from "../project/find-releases.ts";
import { under } from "../project/locate-targets.ts";
import { openProject } from "../project/open-project.ts";
import { readProject } from "../project/read-project.ts";
import { chooseTargets, readProjectFile } from "../project/run-project.ts";
import type { ComparedInputs } from "./compare-inputs.ts";
import { endComparison } from "./compare-inputs.ts";
import type { OperatorFlags } from "./compare-sides.ts";
import { compareSides } from "./compare-sides.ts";
import type { ProjectChoice } from "./project-of-diff.ts";
import { inProject, projectReporter } from "./project-of-diff.ts";

/**
 * Compares the outputs of a project as git has them at a revision with those of the working tree, target by target, wherever
 * each side has its output folders. Undefined where the project file is not sound, which is reported. Throws a UsageError or
 * an AccessError.
 */
export async function compareRevision(
  revision: string,
  choice: ProjectChoice,
  operator: OperatorFlags,
  io: CommandLineIo,
): Promise<ComparedInputs | undefined> {
  const text = await inProject(() => readProjectFile(choice.value("config"), io));
  const targets = await openProject(text, projectReporter(choice, io), io);
  if (targets === undefined) return undefined;
  const name = choice.value("target");
  chooseTargets(targets, name);
  const projects = new Map(targets.map(({ project }) => [project.place, project.text]));
  const current = targets.map(({ name, output, project }) =>
    targetPlace(project.text.file, name, output),
  );
  const former: TargetPlace[] = [];
  for (const { file } of projects.values()) {
    const ofProject = current.filter((target) => target.project === file);
    former.push(...((await formerPlaces(revision, file, io)) ?? ofProject));
  }
  const wanted = (target: TargetPlace) => name === undefined || target.name === name;
  const [before, after] = [
    await readRevision(revision, pathsOf(former.filter(wanted)), io),
    await readManifests(pathsOf(current.filter(wanted)), io, "may-miss"),
  ];
  const olds = await byTarget(before.found, former, io);
  const news = await byTarget(after.found, current, io);
  const diffs: ManifestDiff[] = [];
  const compared = [...current, ...former].filter(wanted);
  for (const project of projects.values()) {
    const opened = await openFile(project, io);
    const own = compared.filter((target) => target.project === project.file);
    for (const [key, { name }] of new Map(own.map((target) => [target.key, target]))) {
      const sides = { before: olds.get(key) ?? [], after: news.get(key) ?? [], target: name };
      const target = opened.targets?.find((one) => one.name === name);
      const release = await targetRelease(target, opened, io);
      diffs.push(...(await compareSides(sides, async () => release, operator)));
    }
  }
  return endComparison(diffs, [before, after], io);
}

/** A target and where its outputs are, from the working folder. */
interface TargetPlace {
  /** Of its project file and its name. */
  readonly key: string;
  /** The project file, from the working folder. */
  readonly project: string;
  readonly name: string;
  /** A folder, or one file. */
  readonly path: string;
}

function targetPlace(project: string, name: string, path: string): TargetPlace {
  return { key: JSON.stringify([project, name]), project, name, path };
}

/** The targets of a project file of a revision; undefined where git has none that is sound, which is said. */
async function formerPlaces(
  revision: string,
  file: string,
  io: CommandLineIo,
): Promise<readonly TargetPlace[] | undefined> {
  const text = await readRevisionFile(revision, file, io);
  if (text === undefined) return undefined;
  const { targets } = readProject(text);
  if (targets === undefined) {
    await io.stderr.write(
      `raycluster: ${defuse(text.file)} is not valid, so the current outputs are used.\n`,
    );
    return undefined;
  }
  return targets.map(({ name, output }) =>
    targetPlace(file, name, under(dirname(file), output.path)),
  );
}

function pathsOf(targets: readonly TargetPlace[]): readonly string[] {
  return [...new Set(targets.map(({ path }) => path))];
}

/** A project file of today. */
async function openFile(text: TextDocument, io: CommandLineIo): Promise<ReadProjectFile> {
  const folder = await io.realPath(dirname(text.file));
  return { name: text.file, folder, targets: readProject(text).targets };
}

/** Manifests by the target with the innermost output folder around them, or whose one file they are in. */
async function byTarget(
  found: readonly FoundManifest[],
  targets: readonly TargetPlace[],
  io: CommandLineIo,
): Promise<ReadonlyMap<string, readonly FoundManifest[]>> {
  const here = await io.realPath(".");
  const place = async (path: string) =>
    isAbsolute(path) ? io.realPath(path) : resolve(here, path);
  const places: { readonly key: string; readonly path: string }[] = [];
  for (const { key, path } of targets) places.push({ key, path: await place(path) });
  // The longest first; of two that are the same the first.
  places.sort((left, right) => right.path.length - left.path.length);
  const groups = new Map<string, FoundManifest[]>();
  for (const manifest of found) {
    const file = await place(manifest.file);
    const target = places.find(({ path }) => file === path || file.startsWith(path + sep));
    if (target === undefined) continue;
    const way = relative(target.path, file) || basename(file);
    const path = way.replaceAll("\\", "/");
    const group = groups.get(target.key);
    if (group === undefined) groups.set(target.key, [{ ...manifest, path }]);
    else group.push({ ...manifest, path });
  }
  return groups;
}
