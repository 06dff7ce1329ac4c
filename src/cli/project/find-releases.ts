import { dirname, join, relative, resolve, sep } from "node:path";
import { isPlainObject } from "../../diagnostics/plain-data.ts";
import { showText } from "../../diagnostics/show.ts";
import { readSource } from "../../yaml/read-source.ts";
import { AccessError } from "../io/access-error.ts";
import type { CommandLineIo } from "../io/io.ts";
import { isMissing } from "../io/is-missing.ts";
import { MAXIMUM_BYTES, readText } from "../io/read-text.ts";
import type { ProjectTarget } from "./project.ts";
import { readProject } from "./read-project.ts";
import { PROJECT_FILE } from "./run-project.ts";

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
  const projects = new Map<string, Promise<OpenedProject | undefined>>();
  const releases = new Map<string, Promise<FoundRelease>>();
  const projectAbove = (folder: string): Promise<OpenedProject | undefined> => {
    const known = projects.get(folder);
    if (known !== undefined) return known;
    const found = openHere(folder, io).then((opened) => {
      const above = dirname(folder);
      return opened ?? (above === folder ? undefined : projectAbove(above));
    });
    projects.set(folder, found);
    return found;
  };
  const releaseOf = async (file: string): Promise<FoundRelease | undefined> => {
    const folder = dirname(await io.realPath(file));
    const opened = await projectAbove(folder);
    if (opened === undefined) return undefined;
    const target = targetOf(folder, opened);
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
interface ReadProjectFile {
  /** As reports call it: from the working folder. */
  readonly name: string;
  readonly folder: string;
  readonly targets: readonly ProjectTarget[] | undefined;
}

interface OpenedProject extends ReadProjectFile {
  readonly targets: readonly (ProjectTarget & { readonly outputFolder: string })[] | undefined;
}

async function openHere(folder: string, io: CommandLineIo): Promise<OpenedProject | undefined> {
  const file = join(folder, PROJECT_FILE);
  try {
    await io.readFile(file, MAXIMUM_BYTES);
  } catch (error) {
    if (isMissing(error)) return undefined;
  }
  const text = await readText(file, io);
  const { project } = readProject(text);
  const name = relative(await io.realPath("."), file).replaceAll("\\", "/");
  if (project === undefined) return { name, folder, targets: undefined };
  const targets = [];
  for (const target of project.targets) {
    const outputFolder = await io.realPath(resolve(folder, target.output_dir));
    targets.push({ ...target, outputFolder });
  }
  return { name, folder, targets };
}

/** The target with the innermost output folder around a folder. */
function targetOf(folder: string, { targets = [] }: OpenedProject) {
  return targets
    .filter(({ outputFolder }) => folder === outputFolder || folder.startsWith(outputFolder + sep))
    .reduce<(typeof targets)[number] | undefined>(
      (inner, target) =>
        inner === undefined || target.outputFolder.length > inner.outputFolder.length
          ? target
          : inner,
      undefined,
    );
}

/** The release of a target of a project, undefined where there is no such target. Throws an AccessError. */
export async function targetRelease(
  target: ProjectTarget | undefined,
  { name, folder, targets }: ReadProjectFile,
  io: CommandLineIo,
): Promise<FoundRelease> {
  const newest = (why: string) => ({ version: undefined, from: `${NEWEST}; ${why}` });
  if (targets === undefined) return newest(`${name} is not valid`);
  if (target === undefined) return newest(`no target of ${name} writes there`);
  const title = `target ${showText(target.name)} of ${name}`;
  if (target.kuberay_version != null) return { version: target.kuberay_version, from: title };
  if (target.settings == null) return newest(`${title} names none`);
  try {
    const settings = await readText(resolve(folder, target.settings), io);
    const { data } = readSource(settings, "settings", ["kuberay_version"]);
    const version: unknown = isPlainObject(data) ? data.kuberay_version : undefined;
    if (typeof version !== "string")
      return newest(`${target.settings}, the settings of ${title}, names none`);
    return { version, from: `${target.settings}, the settings of ${title}` };
  } catch (error) {
    if (!(error instanceof AccessError)) throw error;
    return newest(`the settings of ${title} cannot be read`);
  }
}
