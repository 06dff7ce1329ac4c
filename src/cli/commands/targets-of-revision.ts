import { dirname, join, normalize } from "node:path";
import { defuse } from "../../diagnostics/defuse.ts";
import { AccessError } from "../io/access-error.ts";
import { exists } from "../io/exists.ts";
import type { CommandLineIo } from "../io/io.ts";
import { readText } from "../io/read-text.ts";
import { revisionIo } from "../io/revision-io.ts";
import { collectProjects } from "../project/collect-projects.ts";
import { PROJECT_FILES } from "../project/find-project-file.ts";
import type { FoundRelease } from "../project/find-releases.ts";
import { targetRelease } from "../project/find-releases.ts";
import type { ProjectTargets } from "../project/locate-targets.ts";
import { under } from "../project/locate-targets.ts";
import type { TargetPlace } from "./pair-targets.ts";

/** A target of a project file, of today or of a revision. */
export interface ReleasedTarget extends TargetPlace {
  /** The KubeRay release that it is for. Throws an AccessError. */
  readonly release: () => Promise<FoundRelease>;
}

/** The targets of some project files, which `io` reads. */
export function releasedTargets(
  projects: readonly ProjectTargets[],
  io: CommandLineIo,
  titleOf: (file: string) => string = (file) => file,
): readonly ReleasedTarget[] {
  return projects.flatMap(({ project, targets }) => {
    const { file } = project.text;
    const folder = dirname(file);
    return targets.map((target) => ({
      project: file,
      name: target.name,
      path: under(folder, target.output.path),
      release: async () =>
        targetRelease(
          target,
          { name: titleOf(file), folder: await io.realPath(folder), targets },
          io,
        ),
    }));
  });
}

/**
 * The targets that a project had at a revision, by its project files of then. Where git has none that is sound, the outputs
 * were where they are today; for one that is not sound that is said. Throws an AccessError, or a UsageError for the revision.
 */
export async function targetsOfRevision(
  revision: string,
  file: string,
  current: readonly ReleasedTarget[],
  io: CommandLineIo,
): Promise<readonly ReleasedTarget[]> {
  const former = await revisionIo(revision, io);
  // As git names a file from the working folder.
  const title = (name: string) => `${revision}:${name.startsWith("../") ? "" : "./"}${name}`;
  const unsound = async (name: string) => {
    const why = `${defuse(title(name))} is not valid`;
    await io.stderr.write(`raycluster: ${why}, so the current outputs are used.\n`);
  };
  const root = await projectFileAt(file, former);
  if (root === undefined) return current;
  try {
    const { projects, listed } = await collectProjects(await readText(root, former), former);
    const sound = new Set(listed.map(({ project }) => project));
    const others = projects.filter((project) => !sound.has(project)).map(({ text }) => text.file);
    for (const other of others) await unsound(other);
    if (others.includes(root)) return current;
    const stale = current.filter(({ project }) => others.includes(normalize(project)));
    return [...releasedTargets(listed, former, title), ...stale];
  } catch (error) {
    if (!(error instanceof AccessError)) throw error;
    await unsound(root);
    return current;
  }
}

/** The project file that was in the folder of the present one, in whichever spelling. */
async function projectFileAt(file: string, io: CommandLineIo): Promise<string | undefined> {
  const names = PROJECT_FILES.map((name) => join(dirname(file), name));
  for (const name of [normalize(file), ...names]) {
    if (await exists(name, io)) return name;
  }
  return undefined;
}
