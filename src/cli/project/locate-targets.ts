import { dirname, isAbsolute, join } from "node:path";
import type { Finding } from "../../diagnostics/diagnostic.ts";
import type { Path } from "../../diagnostics/path.ts";
import { showText } from "../../diagnostics/show.ts";
import { exists } from "../io/exists.ts";
import type { CommandLineIo } from "../io/io.ts";
import { STANDARD_INPUT } from "../io/read-text.ts";
import type { CompleteTarget, PlacedText } from "./complete-targets.ts";
import type { FileFinder } from "./find-files.ts";
import { createFileFinder } from "./find-files.ts";
import type { LocatedTarget, OpenedProject, ProjectFinding } from "./located-target.ts";
import { nameOutputs } from "./name-outputs.ts";
import type { RequestFilter } from "./request-filter.ts";
import { requestFilter } from "./request-filter.ts";
import { valueLayer } from "./request-values.ts";

/** A project file and what it lists. */
export interface ProjectTargets {
  readonly project: OpenedProject;
  readonly targets: readonly CompleteTarget[];
}

export interface LocatedTargets {
  readonly targets: readonly LocatedTarget[];
  /** Globs that match nothing, and files that are not there. */
  readonly findings: readonly ProjectFinding[];
}

/**
 * Finds the requests of every target, and says where their manifests go. Throws an AccessError.
 */
export async function locateTargets(
  projects: readonly ProjectTargets[],
  io: CommandLineIo,
): Promise<LocatedTargets> {
  const onlyRequests = await requestFilter(placesOf(projects), io);
  const targets: LocatedTarget[] = [];
  const findings: ProjectFinding[] = [];
  for (const { project, targets: listed } of projects) {
    const folder = dirname(project.text.file);
    const find = createFileFinder(folder, io);
    for (const target of listed) {
      const found = await requestsOf(target, find, onlyRequests);
      targets.push(await locate(target, found, project, io));
      for (const glob of target.requests) {
        if (found.matching.has(glob)) continue;
        findings.push({ project, finding: nothingFound(glob, "request") });
      }
      findings.push(...(await missingFiles(target, project, io)));
    }
  }
  return { targets, findings: unique(findings) };
}

/** What the defaults name they name for every target. */
function unique(findings: readonly ProjectFinding[]): readonly ProjectFinding[] {
  const first = new Map<string, ProjectFinding>();
  for (const each of findings) {
    const key = JSON.stringify([each.project.place, each.finding.path]);
    if (!first.has(key)) first.set(key, each);
  }
  return [...first.values()];
}

async function locate(
  target: CompleteTarget,
  found: FoundFiles,
  project: OpenedProject,
  io: CommandLineIo,
): Promise<LocatedTarget> {
  const projectFolder = dirname(project.text.file);
  const place = (path: string) => under(projectFolder, path);
  const paths = [...found.globPaths.keys()].sort();
  const files = paths.map((path) => under("", path));
  const output = place(target.output.path);
  const isFolder = target.output.kind === "folder";
  const outputs = isFolder
    ? await nameOutputs(files, target, { projectFolder, outputFolder: output }, io)
    : files.map(() => output);
  return {
    name: target.name,
    project,
    requests: paths.map((path, index) => ({
      file: files[index] ?? path,
      output: outputs[index] ?? output,
      globPath: found.globPaths.get(path) ?? target.path,
    })),
    output,
    outputFolder: isFolder ? output : undefined,
    hasOutputName: target.outputName !== undefined,
    settings: target.settings.map(({ text }) => place(text)),
    settingsAt: target.settingsAt,
    patches: target.patches.map(({ text }) => place(text)),
    layers: target.set.map(({ field, value, path }) =>
      valueLayer(field, value, path, project.source),
    ),
    kuberayVersion: target.kuberayVersion,
    strict: target.strict,
  };
}

/** Everything that is read or written beside requests, in whichever project. */
function placesOf(projects: readonly ProjectTargets[]) {
  const all = projects.flatMap(({ project, targets }) => {
    const folder = dirname(project.text.file);
    return targets.map((target) => ({ folder, target }));
  });
  return {
    readFiles: [
      ...projects.map(({ project }) => project.text.file),
      ...all.flatMap(({ folder, target }) =>
        [...target.settings, ...target.patches].map(({ text }) => under(folder, text)),
      ),
    ],
    outputFolders: all.flatMap(({ folder, target: { output } }) =>
      output.kind === "folder" ? [under(folder, output.path)] : [],
    ),
    outputFiles: all.flatMap(({ folder, target: { output } }) =>
      output.kind === "file" ? [under(folder, output.path)] : [],
    ),
  };
}

/** A path of the project file from the working folder; one that is absolute stays. */
export function under(folder: string, path: string): string {
  const joined = isAbsolute(path) ? path : join(folder, path);
  // A file of that name, never standard input.
  return joined === STANDARD_INPUT ? `./${joined}` : joined;
}

interface FoundFiles {
  /** The requests of a target, each with the place of the first glob that matches it. */
  readonly globPaths: ReadonlyMap<string, Path>;
  /** The globs that match something. */
  readonly matching: ReadonlySet<PlacedText>;
}

async function requestsOf(
  { requests, exclude }: CompleteTarget,
  find: FileFinder,
  onlyRequests: RequestFilter,
): Promise<FoundFiles> {
  const excluded = new Set<string>();
  for (const { text } of exclude) {
    for (const file of await find(text)) excluded.add(file);
  }
  const found = new Map<string, Path>();
  const matching = new Set<PlacedText>();
  for (const glob of requests) {
    const files = (await find(glob.text)).filter((file) => !excluded.has(file));
    for (const file of await onlyRequests(files)) {
      matching.add(glob);
      if (!found.has(file)) found.set(file, glob.path);
    }
  }
  return { globPaths: found, matching };
}

/** The settings and patches of a target that are not there. */
async function missingFiles(
  { settings, patches }: CompleteTarget,
  project: OpenedProject,
  io: CommandLineIo,
): Promise<readonly ProjectFinding[]> {
  const findings: ProjectFinding[] = [];
  const folder = dirname(project.text.file);
  for (const [files, what] of [
    [settings, "settings file"],
    [patches, "patch"],
  ] as const) {
    for (const file of files) {
      if (await exists(under(folder, file.text), io)) continue;
      findings.push({ project, finding: nothingFound(file, what) });
    }
  }
  return findings;
}

/** Says that a glob matches nothing. */
export function nothingFound({ text, path }: PlacedText, what: string): Finding {
  return {
    code: "invalid-target",
    document: "config",
    path,
    message: /[*?{]/.test(text)
      ? `The glob ${showText(text)} matches no ${what}.`
      : `There is no ${what} ${showText(text)}.`,
    hint:
      what === "request" || what === "project file"
        ? "Paths start at the project file's folder; hidden files and node_modules are ignored."
        : "Paths start at the project file's folder.",
  };
}
