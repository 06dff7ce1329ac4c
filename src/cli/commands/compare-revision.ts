import { basename, dirname, isAbsolute, relative, resolve, sep } from "node:path";
import type { ManifestDiff } from "../../diff/compare/manifest-diff.ts";
import type { FoundManifest } from "../io/collect-manifests.ts";
import type { CommandLineIo } from "../io/io.ts";
import { readManifests, readRevision } from "../io/read-manifests.ts";
import { collectProjects } from "../project/collect-projects.ts";
import { openProject } from "../project/open-project.ts";
import { chooseTargets, readProjectFile } from "../project/run-project.ts";
import type { ComparedInputs } from "./compare-inputs.ts";
import { endComparison } from "./compare-inputs.ts";
import type { OperatorFlags } from "./compare-sides.ts";
import { compareSides, projectFolder, withProjects } from "./compare-sides.ts";
import type { TargetPlace } from "./pair-targets.ts";
import { pairTargets } from "./pair-targets.ts";
import type { ProjectChoice } from "./project-of-diff.ts";
import { inProject, projectReporter } from "./project-of-diff.ts";
import { releasedTargets, targetsOfRevision } from "./targets-of-revision.ts";

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
  if ((await openProject(text, projectReporter(choice, io), io)) === undefined) return undefined;
  const current = releasedTargets((await collectProjects(text, io)).listed, io);
  const former = await targetsOfRevision(revision, text.file, current, io);
  const pairs = chooseTargets(pairTargets(former, current), choice.value("target"));
  const [before, after] = [
    await readRevision(revision, pathsOf(pairs.map((pair) => pair.former)), io),
    await readManifests(pathsOf(pairs.map((pair) => pair.current)), io, "may-miss"),
  ];
  const olds = await byTarget(before.found, former, io);
  const news = await byTarget(after.found, current, io);
  const diffs: ManifestDiff[] = [];
  for (const { former: was, current: is, name } of pairs) {
    const sides = {
      before: (was && olds.get(was)) ?? [],
      after: (is && news.get(is)) ?? [],
      target: name,
      project: projectFolder((is ?? was)?.project ?? text.file, dirname(text.file)),
    };
    const release = await (is ?? was)?.release();
    if (release === undefined) continue;
    diffs.push(...(await compareSides(sides, async () => release, operator)));
  }
  return endComparison(withProjects(diffs), [before, after], io);
}

function pathsOf(targets: readonly (TargetPlace | undefined)[]): readonly string[] {
  return [...new Set(targets.flatMap((target) => target?.path ?? []))];
}

/** Manifests by the target with the innermost output folder around them, or whose one file they are in. */
async function byTarget<Target extends TargetPlace>(
  found: readonly FoundManifest[],
  targets: readonly Target[],
  io: CommandLineIo,
): Promise<ReadonlyMap<Target, readonly FoundManifest[]>> {
  const here = await io.realPath(".");
  const place = async (path: string) =>
    isAbsolute(path) ? io.realPath(path) : resolve(here, path);
  const places: { readonly target: Target; readonly path: string }[] = [];
  for (const target of targets) places.push({ target, path: await place(target.path) });
  // The longest first; of two that are the same the first.
  places.sort((left, right) => right.path.length - left.path.length);
  const groups = new Map<Target, FoundManifest[]>();
  for (const manifest of found) {
    const file = await place(manifest.file);
    const owner = places.find(({ path }) => file === path || file.startsWith(path + sep));
    if (owner === undefined) continue;
    const way = relative(owner.path, file) || basename(file);
    const own = { ...manifest, path: way.replaceAll("\\", "/") };
    const group = groups.get(owner.target);
    if (group === undefined) groups.set(owner.target, [own]);
    else group.push(own);
  }
  return groups;
}
