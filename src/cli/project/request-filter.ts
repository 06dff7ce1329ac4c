import { dirname, join } from "node:path";
import { readFolderFile } from "../drift/read-folder-file.ts";
import type { CommandLineIo } from "../io/io.ts";

/** What projects read and write beside their requests. */
export interface ProjectPlaces {
  /** Project files, settings and patches. */
  readonly readFiles: readonly string[];
  readonly outputFolders: readonly string[];
  readonly outputFiles: readonly string[];
}

/** Leaves the requests of some files. Throws an AccessError. */
export type RequestFilter = (files: readonly string[]) => Promise<readonly string[]>;

/**
 * However wide a glob is, project files, settings, patches and manifests of any kind among outputs are no requests: so it
 * matches the same before and after a build.
 */
export async function requestFilter(
  { readFiles, outputFolders, outputFiles }: ProjectPlaces,
  io: CommandLineIo,
): Promise<RequestFilter> {
  const read = new Set([...readFiles, ...outputFiles].map((file) => join(file)));
  const places = new Set<string>();
  for (const folder of outputFolders) places.add(await io.realPath(folder));
  const amongOutputs = new Map<string, boolean>();
  return async (files) => {
    const requests: string[] = [];
    for (const file of files) {
      const folder = dirname(file);
      const isAmong = amongOutputs.get(folder) ?? isWithin(await io.realPath(folder), places);
      amongOutputs.set(folder, isAmong);
      const isManifest = isAmong && (await hasKind(file, io));
      if (!read.has(file) && !isManifest) requests.push(file);
    }
    return requests;
  };
}

/** Outputs may lie in folders below an output folder. */
function isWithin(folder: string, places: ReadonlySet<string>): boolean {
  if (places.has(folder)) return true;
  const above = dirname(folder);
  return above !== folder && isWithin(above, places);
}

/** Any manifest has a kind, a kustomization.yaml too, and no request has one. */
async function hasKind(file: string, io: CommandLineIo): Promise<boolean> {
  const { kind, text } = await readFolderFile(file, io);
  return kind !== "other" || KIND.test(text);
}

const KIND = /^ {0,2}["']?kind["']?:/m;
