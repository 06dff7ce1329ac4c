import { basename, dirname, join } from "node:path";
import { accessError } from "../io/access-error.ts";
import type { CommandLineIo, FolderEntry } from "../io/io.ts";
import { isMissing } from "../io/is-missing.ts";
import type { Drift } from "./drift.ts";
import { readRayCluster } from "./read-ray-cluster.ts";

/**
 * RayClusters in output folders that no request produces any more, folder by folder, by name. What is something else
 * (a kustomization.yaml, say), hidden or without the outputs' extension is not ours to judge. Throws an AccessError.
 */
export async function findOrphans(
  folders: readonly string[],
  outputs: readonly string[],
  extension: string,
  io: CommandLineIo,
): Promise<readonly Drift[]> {
  const produced = new Set<string>();
  for (const file of outputs) {
    produced.add(join(await io.realPath(dirname(file)), basename(file)));
  }
  const orphans: Drift[] = [];
  const seen = new Set<string>();
  for (const folder of folders) {
    const place = await io.realPath(folder);
    if (seen.has(place)) continue;
    seen.add(place);
    for (const { name, kind } of await listFolder(folder, io)) {
      const isCandidate = kind === "file" && name.endsWith(extension) && !name.startsWith(".");
      if (!isCandidate || produced.has(join(place, name))) continue;
      const file = join(folder, name);
      const present = await readRayCluster(file, io);
      if (present !== undefined) orphans.push({ file, kind: "orphan", present, expected: "" });
    }
  }
  return orphans;
}

async function listFolder(folder: string, io: CommandLineIo): Promise<readonly FolderEntry[]> {
  try {
    return await io.listFolder(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw accessError("read", folder, error);
  }
}
