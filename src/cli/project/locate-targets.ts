import { dirname, isAbsolute, join } from "node:path";
import type { Finding } from "../../diagnostics/diagnostic.ts";
import { showText } from "../../diagnostics/show.ts";
import type { CommandLineIo } from "../io/io.ts";
import { outputName } from "../io/output-name.ts";
import { STANDARD_INPUT } from "../io/read-text.ts";
import type { FileFinder } from "./find-files.ts";
import { createFileFinder } from "./find-files.ts";
import type { FoundRequest, LocatedTarget } from "./located-target.ts";
import type { Project, ProjectTarget } from "./project.ts";
import type { RequestFilter } from "./request-filter.ts";
import { requestFilter } from "./request-filter.ts";

export interface LocatedTargets {
  readonly targets: readonly LocatedTarget[];
  /** Globs that match nothing. */
  readonly findings: readonly Finding[];
}

/**
 * Finds the requests of every target, and says where their manifests go. Throws an AccessError.
 */
export async function locateTargets(
  project: Project,
  projectFile: string,
  io: CommandLineIo,
): Promise<LocatedTargets> {
  const folder = dirname(projectFile);
  const find = createFileFinder(folder, io);
  const settings = project.targets.flatMap((target) => target.settings ?? []);
  const places = {
    projectFile,
    settings: settings.map((path) => under(folder, path)),
    outputFolders: project.targets.map((target) => under(folder, target.output_dir)),
  };
  const onlyRequests = await requestFilter(places, io);
  const targets: LocatedTarget[] = [];
  const findings: Finding[] = [];
  for (const [index, target] of project.targets.entries()) {
    const outputFolder = under(folder, target.output_dir);
    const globs = await filesByGlob(target, find, onlyRequests);
    targets.push({
      name: target.name,
      requests: await foundRequests(globs, outputFolder, io),
      outputFolder,
      settings: target.settings == null ? undefined : under(folder, target.settings),
      settingsAt: target.settings_at ?? undefined,
      kuberayVersion: target.kuberay_version ?? undefined,
      strict: target.strict ?? false,
    });
    for (const [globIndex, files] of globs.entries()) {
      const glob = target.requests[globIndex] ?? "";
      if (files.length === 0) findings.push(nothingFound(glob, index, globIndex));
    }
  }
  return { targets, findings };
}

/** A path of the project file from the working folder; one that is absolute stays. */
function under(folder: string, path: string): string {
  const joined = isAbsolute(path) ? path : join(folder, path);
  // A file of that name, never standard input.
  return joined === STANDARD_INPUT ? `./${joined}` : joined;
}

async function filesByGlob(
  target: ProjectTarget,
  find: FileFinder,
  onlyRequests: RequestFilter,
): Promise<readonly (readonly string[])[]> {
  const globs: (readonly string[])[] = [];
  for (const glob of target.requests) {
    globs.push(await onlyRequests(await find(glob)));
  }
  return globs;
}

async function foundRequests(
  globs: readonly (readonly string[])[],
  outputFolder: string,
  io: CommandLineIo,
): Promise<readonly FoundRequest[]> {
  const firstGlobs = new Map<string, number>();
  for (const [globIndex, files] of globs.entries()) {
    for (const file of files) {
      if (!firstGlobs.has(file)) firstGlobs.set(file, globIndex);
    }
  }
  const found: FoundRequest[] = [];
  for (const path of [...firstGlobs.keys()].sort()) {
    const file = under("", path);
    const output = join(outputFolder, await outputName(file, ".yaml", io));
    found.push({ file, output, globIndex: firstGlobs.get(path) ?? 0 });
  }
  return found;
}

function nothingFound(glob: string, targetIndex: number, globIndex: number): Finding {
  const wild = /[*?{]/.test(glob);
  return {
    code: "invalid-target",
    document: "config",
    path: ["targets", targetIndex, "requests", globIndex],
    message: wild
      ? `The glob ${showText(glob)} matches no request.`
      : `There is no request ${showText(glob)}.`,
    hint: "Paths start at the project file's folder; hidden files and node_modules are passed over.",
  };
}
