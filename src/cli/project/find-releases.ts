import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { parsePath } from "../../diagnostics/path.ts";
import { isPlainObject } from "../../diagnostics/plain-data.ts";
import { showText } from "../../diagnostics/show.ts";
import { readSettings } from "../../model/settings/read-settings.ts";
import { AccessError } from "../io/access-error.ts";
import type { CommandLineIo } from "../io/io.ts";
import { readText } from "../io/read-text.ts";
import type { CompleteTarget } from "./complete-targets.ts";
import { createProjectFinder } from "./find-project-file.ts";
import { readProject } from "./read-project.ts";

/** The KubeRay release that a manifest is for. */
export interface FoundRelease {
  /** Undefined where nothing names one: then the newest one holds. */
  readonly version: string | undefined;
  /** Who says so, as a part of a sentence: `target "production" of raycluster.config.yaml`. */
  readonly from: string;
}

const NEWEST = "the newest known";

/**
 * Finds the KubeRay release of manifests by the project file in their folder or the nearest one above: that of the target
 * in whose output folder they are. Project files and settings are read once. Throws an AccessError.
 */
export function createReleaseFinder(
  io: CommandLineIo,
): (files: readonly string[]) => Promise<FoundRelease> {
  const findProject = createProjectFinder(io);
  const projects = new Map<string, Promise<OpenedProject>>();
  const releases = new Map<string, Promise<FoundRelease>>();
  const projectAbove = async (folder: string): Promise<OpenedProject | undefined> => {
    const file = await findProject(folder);
    if (file === undefined) return undefined;
    const opened = projects.get(file) ?? open(file, io);
    projects.set(file, opened);
    return opened;
  };
  const releaseOf = async (file: string): Promise<FoundRelease | undefined> => {
    const folder = dirname(await io.realPath(file));
    const opened = await projectAbove(folder);
    if (opened === undefined) return undefined;
    const target = targetOf(join(folder, basename(file)), folder, opened);
    const key = `${opened.name}\0${target?.name ?? ""}`;
    const known = releases.get(key);
    if (known !== undefined) return known;
    const found = targetRelease(target, opened, io);
    releases.set(key, found);
    return found;
  };
  return async (files) => {
    let found: FoundRelease | undefined;
    for (const file of files) {
      const release = await releaseOf(file);
      if (release?.version !== undefined) return release;
      found ??= release;
    }
    return found ?? { version: undefined, from: NEWEST };
  };
}

/** A project file; its targets are undefined where it is not sound. */
export interface ReadProjectFile {
  /** As reports call it: from the working folder. */
  readonly name: string;
  readonly folder: string;
  readonly targets: readonly CompleteTarget[] | undefined;
}

interface OpenedProject extends ReadProjectFile {
  readonly targets: readonly (CompleteTarget & { readonly place: string })[] | undefined;
}

async function open(file: string, io: CommandLineIo): Promise<OpenedProject> {
  const folder = dirname(file);
  const { targets } = readProject(await readText(file, io));
  const name = relative(await io.realPath("."), file).replaceAll("\\", "/");
  if (targets === undefined) return { name, folder, targets };
  const placed = [];
  for (const target of targets) {
    placed.push({ ...target, place: await io.realPath(resolve(folder, target.output.path)) });
  }
  return { name, folder, targets: placed };
}

/** The target whose output a file is: its one file, or a file in its output folder, the innermost one. */
function targetOf(file: string, folder: string, { targets = [] }: OpenedProject) {
  return targets
    .filter(({ place }) => file === place || folder === place || folder.startsWith(place + sep))
    .reduce<(typeof targets)[number] | undefined>(
      (inner, target) =>
        inner === undefined || target.place.length > inner.place.length ? target : inner,
      undefined,
    );
}

/** The release of a target of a project, undefined where there is no such target. Throws an AccessError. */
export async function targetRelease(
  target: CompleteTarget | undefined,
  { name, folder, targets }: ReadProjectFile,
  io: CommandLineIo,
): Promise<FoundRelease> {
  const newest = (why: string) => ({ version: undefined, from: `${NEWEST}; ${why}` });
  if (targets === undefined) return newest(`${name} is not valid`);
  if (target === undefined) return newest(`no target of ${name} writes there`);
  const title = `target ${showText(target.name)} of ${name}`;
  if (target.kuberayVersion !== undefined) return { version: target.kuberayVersion, from: title };
  if (target.settings.length === 0) return newest(`${title} has no kuberay_version`);
  const files = target.settings.map(({ text }) => text);
  try {
    for (const file of files.toReversed()) {
      const settings = await readText(resolve(folder, file), io);
      const { data } = readSettings(settings, parsePath(target.settingsAt ?? ""));
      const version: unknown = isPlainObject(data) ? data.kuberay_version : undefined;
      if (typeof version !== "string") continue;
      return { version, from: `${file}, the settings of ${title}` };
    }
    return newest(`${files.join(" and ")}, the settings of ${title}, have no kuberay_version`);
  } catch (error) {
    if (!(error instanceof AccessError)) throw error;
    return newest(`the settings of ${title} cannot be read`);
  }
}
