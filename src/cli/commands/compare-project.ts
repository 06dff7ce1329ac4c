import { dirname, relative } from "node:path";
import { showText } from "../../diagnostics/show.ts";
import type { TextDocument } from "../../diagnostics/text-document.ts";
import type { ManifestDiff } from "../../diff/compare/manifest-diff.ts";
import { findOrphans } from "../drift/find-orphans.ts";
import type { FoundManifest, ManifestCollection } from "../io/collect-manifests.ts";
import { collectManifests, emptyCollection } from "../io/collect-manifests.ts";
import type { CommandLineIo } from "../io/io.ts";
import { isBelow } from "../io/is-below.ts";
import { isMissing } from "../io/is-missing.ts";
import type { OutputFile, OutputFolder } from "../io/output-file.ts";
import { MAXIMUM_BYTES, readText } from "../io/read-text.ts";
import type { FoundRelease } from "../project/find-releases.ts";
import { createReleaseFinder } from "../project/find-releases.ts";
import type { ProjectRun } from "../project/run-project.ts";
import { runProject } from "../project/run-project.ts";
import type { ComparedInputs } from "./compare-inputs.ts";
import { endComparison } from "./compare-inputs.ts";
import type { OperatorFlags } from "./compare-sides.ts";
import { compareSides, projectFolder, withProjects } from "./compare-sides.ts";
import type { ProjectChoice } from "./project-of-diff.ts";
import { inProject, projectArguments, projectReporter } from "./project-of-diff.ts";

/**
 * Compares the outputs of a project as they are with what would be built, target by target; what `build --prune` would remove
 * counts as deleted. Undefined where anything is invalid, which is reported. Throws a UsageError or an AccessError.
 */
export async function compareProject(
  choice: ProjectChoice,
  operator: OperatorFlags,
  io: CommandLineIo,
): Promise<ComparedInputs | undefined> {
  const run = await inProject(() =>
    runProject(projectArguments(choice), projectReporter(choice, io), io, "all-outputs"),
  );
  if (run === undefined) return undefined;
  const before = emptyCollection();
  const after: FoundManifest[] = [];
  const places = new Map<string, OutputPlace>();
  const placeOf = outputPlaces(run);
  for (const output of run.outputs) {
    const { file, manifests = [] } = output;
    const place = placeOf(output);
    places.set(file, place);
    const { path } = place;
    if (!(await collectPresent(output, { path, file }, before, io))) continue;
    after.push(...manifests.map((data) => ({ path, file, data })));
  }
  for (const orphan of (await findOrphans(run.search, io)).orphans) {
    const { file, present } = orphan;
    const place = placeOf(orphan);
    places.set(file, place);
    collectManifests({ file, text: present }, { path: place.path, file }, false, before);
  }
  const releaseOf = releasesOf(run, places, io);
  const diffs: ManifestDiff[] = [];
  const targets = new Map([...places.values()].map((place) => [place.key, place]));
  const root = await io.realPath(run.search.root);
  for (const [key, { target, project }] of targets) {
    const ofTarget = ({ file }: FoundManifest) => places.get(file)?.key === key;
    const sides = {
      before: before.found.filter(ofTarget),
      after: after.filter(ofTarget),
      target,
      project: project === undefined ? undefined : projectFolder(project, root),
    };
    diffs.push(...(await compareSides(sides, releaseOf, operator)));
  }
  const compared = await endComparison(withProjects(diffs), [before], io);
  return { ...compared, isTrouble: compared.isTrouble || before.passedOver.some(isUnread) };
}

/** Where an output belongs. */
interface OutputPlace {
  /** The same for what is compared with one another. */
  readonly key: string;
  readonly target: string | undefined;
  /** The real place of its project file. */
  readonly project: string | undefined;
  /** The way from the output folder, or the name of the only file. */
  readonly path: string;
}

/** Targets of several project files may have one name; they have folders of their own. */
function outputPlaces({ search }: ProjectRun) {
  return ({
    file,
    target,
    project,
  }: Pick<OutputFile, "file" | "target" | "project">): OutputPlace => {
    const around = search.folders
      .filter((each) => each.target === target && isBelow(file, each.folder))
      .reduce<OutputFolder | undefined>(
        (inner, each) =>
          inner === undefined || each.folder.length > inner.folder.length ? each : inner,
        undefined,
      );
    const path = relative(around?.folder ?? dirname(file), file).replaceAll("\\", "/");
    const key = JSON.stringify([target, around?.folder ?? file]);
    return { key, target, project: project ?? around?.project, path };
  };
}

/**
 * Collects what there is in place of an output. False where that cannot be read, which is noted: then it is not known what
 * will happen.
 */
async function collectPresent(
  { file, text, unmarked, manifests = [] }: OutputFile,
  place: Pick<FoundManifest, "path" | "file">,
  before: ManifestCollection,
  io: CommandLineIo,
): Promise<boolean> {
  const present = await presentText(file, io);
  if (present === undefined) return true;
  if (present.text === text || present.text === unmarked) {
    before.found.push(...manifests.map((data) => ({ ...place, data })));
    return true;
  }
  // What is ignored is named by its whole path.
  const own = emptyCollection();
  collectManifests(present, { path: file, file }, false, own);
  before.found.push(...own.found.map((found) => ({ ...found, path: place.path })));
  before.passedOver.push(...own.passedOver);
  before.surprises.push(...own.surprises);
  return !own.passedOver.some(isUnread);
}

async function presentText(file: string, io: CommandLineIo): Promise<TextDocument | undefined> {
  try {
    await io.readFile(file, MAXIMUM_BYTES);
  } catch (error) {
    if (isMissing(error)) return undefined;
  }
  return readText(file, io);
}

function isUnread({ why }: ManifestCollection["passedOver"][number]): boolean {
  return why === "unreadable" || why === "broken-manifest" || why === "template";
}

/** The release that the manifests of a target are compiled for; where a target has none, that of its folder. */
function releasesOf(
  { outputs }: ProjectRun,
  places: ReadonlyMap<string, OutputPlace>,
  io: CommandLineIo,
): (files: readonly string[]) => Promise<FoundRelease> {
  const versions = new Map(
    outputs.map(({ file, kuberayVersion }) => [places.get(file)?.key, kuberayVersion]),
  );
  const byFolder = createReleaseFinder(io);
  return async (files) => {
    const [place] = files.flatMap((file) => places.get(file) ?? []);
    const version = versions.get(place?.key);
    if (place?.target === undefined || version === undefined) return byFolder(files);
    return { version, from: `target ${showText(place.target)}` };
  };
}
