import { dirname, join } from "node:path";
import { readFolderFile } from "../drift/read-folder-file.ts";
import type { CommandLineIo } from "../io/io.ts";

/** What a project reads and writes beside its requests. */
export interface ProjectPlaces {
  readonly projectFile: string;
  readonly settings: readonly string[];
  readonly outputFolders: readonly string[];
}

/** Leaves the requests of some files. Throws an AccessError. */
export type RequestFilter = (files: readonly string[]) => Promise<readonly string[]>;

/**
 * However wide a glob is, the project file, the settings of its targets and manifests of any kind in its output folders are no
 * requests: so it matches the same before and after a build.
 */
export async function requestFilter(
  places: ProjectPlaces,
  io: CommandLineIo,
): Promise<RequestFilter> {
  const read = new Set([places.projectFile, ...places.settings].map((file) => join(file)));
  const outputFolders = new Set<string>();
  for (const folder of places.outputFolders) outputFolders.add(await io.realPath(folder));
  const realFolders = new Map<string, string>();
  return async (files) => {
    const requests: string[] = [];
    for (const file of files) {
      const folder = dirname(file);
      const realFolder = realFolders.get(folder) ?? (await io.realPath(folder));
      realFolders.set(folder, realFolder);
      const isManifest = outputFolders.has(realFolder) && (await hasKind(file, io));
      if (!read.has(file) && !isManifest) requests.push(file);
    }
    return requests;
  };
}

/** Any manifest has a kind, a kustomization.yaml too, and no request has one. */
async function hasKind(file: string, io: CommandLineIo): Promise<boolean> {
  const { kind, text } = await readFolderFile(file, io);
  return kind !== "other" || KIND.test(text);
}

const KIND = /^ {0,2}["']?kind["']?:/m;
