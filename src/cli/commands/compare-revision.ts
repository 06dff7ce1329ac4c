import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { defuse } from "../../diagnostics/defuse.ts";
import type { ManifestDiff } from "../../diff/compare/manifest-diff.ts";
import type { FoundManifest } from "../io/collect-manifests.ts";
import type { CommandLineIo } from "../io/io.ts";
import { readManifests } from "../io/read-manifests.ts";
import { readRevision } from "../io/read-revision.ts";
import { readRevisionFile } from "../io/read-revision-file.ts";
import { targetRelease } from "../project/find-releases.ts";
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
  const current = targets.map((target) => ({ name: target.name, folder: target.outputFolder }));
  const former = (await formerFolders(revision, text.file, io)) ?? current;
  chooseTargets(targets, name);
  const wanted = ({ name: other }: TargetFolder) => name === undefined || other === name;
  const [before, after] = [
    await readRevision(revision, foldersOf(former.filter(wanted)), io),
    await readManifests(foldersOf(current.filter(wanted)), io, "may-miss"),
  ];
  const olds = await byTarget(before.found, former, io);
  const news = await byTarget(after.found, current, io);
  const { project } = readProject(text);
  const opened = {
    name: text.file,
    folder: await io.realPath(dirname(text.file)),
    targets: project?.targets,
  };
  const diffs: ManifestDiff[] = [];
  for (const target of new Set([...current, ...former].filter(wanted).map((one) => one.name))) {
    const sides = { before: olds.get(target) ?? [], after: news.get(target) ?? [], target };
    const found = project?.targets.find((one) => one.name === target);
    const release = await targetRelease(found, opened, io);
    diffs.push(...(await compareSides(sides, async () => release, operator)));
  }
  return endComparison(diffs, [before, after], io);
}

/** A target and where its outputs are, from the working folder. */
interface TargetFolder {
  readonly name: string;
  readonly folder: string;
}

/** The output folders of the project file of a revision; undefined where git has none that is sound, which is said. */
async function formerFolders(
  revision: string,
  file: string,
  io: CommandLineIo,
): Promise<readonly TargetFolder[] | undefined> {
  const text = await readRevisionFile(revision, file, io);
  if (text === undefined) return undefined;
  const { project } = readProject(text);
  if (project === undefined) {
    await io.stderr.write(
      `raycluster: ${defuse(text.file)} is not valid, so the output folders of today are used.\n`,
    );
    return undefined;
  }
  return project.targets.map(({ name, output_dir: folder }) => ({
    name,
    folder: isAbsolute(folder) ? folder : join(dirname(file), folder),
  }));
}

function foldersOf(targets: readonly TargetFolder[]): readonly string[] {
  return [...new Set(targets.map(({ folder }) => folder))];
}

/** Manifests by the target with the innermost output folder around them, with their paths from there. */
async function byTarget(
  found: readonly FoundManifest[],
  targets: readonly TargetFolder[],
  io: CommandLineIo,
): Promise<ReadonlyMap<string, readonly FoundManifest[]>> {
  const here = await io.realPath(".");
  const place = async (path: string) =>
    isAbsolute(path) ? io.realPath(path) : resolve(here, path);
  const folders: TargetFolder[] = [];
  for (const { name, folder } of targets) folders.push({ name, folder: await place(folder) });
  // The longest first; of two that are the same the first.
  folders.sort((left, right) => right.folder.length - left.folder.length);
  const groups = new Map<string, FoundManifest[]>();
  for (const manifest of found) {
    const file = await place(manifest.file);
    const target = folders.find(({ folder }) => file.startsWith(folder + sep));
    if (target === undefined) continue;
    const path = relative(target.folder, file).replaceAll("\\", "/");
    const group = groups.get(target.name);
    if (group === undefined) groups.set(target.name, [{ ...manifest, path }]);
    else group.push({ ...manifest, path });
  }
  return groups;
}
