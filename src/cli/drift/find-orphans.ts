import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { accessError } from "../io/access-error.ts";
import type { CommandLineIo, FolderEntry } from "../io/io.ts";
import { isMissing } from "../io/is-missing.ts";
import type { OutputFolder } from "../io/output-file.ts";
import type { Drift, KeptFile, KeptReason } from "./drift.ts";
import { readFolderFile } from "./read-folder-file.ts";

export interface OrphanSearch {
  readonly folders: readonly OutputFolder[];
  /** Everything that is produced, in whichever folder. */
  readonly outputs: readonly string[];
  /** What the names of outputs end with. */
  readonly extension: string;
  /** The folder of the project. */
  readonly root: string;
}

export interface FoundOrphans {
  /** May be removed: the compiler wrote them, and nobody edited them. */
  readonly orphans: readonly Drift[];
  /** May not. */
  readonly kept: readonly KeptFile[];
}

/**
 * Files of RayClusters in output folders that no request produces any more, folder by folder, by name. What is something else
 * (a kustomization.yaml, say), hidden, a link or without the outputs' extension is not ours to judge. Throws an AccessError.
 */
export async function findOrphans(
  { folders, outputs, extension, root }: OrphanSearch,
  io: CommandLineIo,
): Promise<FoundOrphans> {
  const produced = new Set<string>();
  for (const file of outputs) {
    produced.add(join(await io.realPath(dirname(file)), folded(basename(file))));
  }
  const orphans: Drift[] = [];
  const kept: KeptFile[] = [];
  const seen = new Set<string>();
  for (const { folder, target } of folders) {
    const place = await io.realPath(folder);
    if (seen.has(place)) continue;
    seen.add(place);
    const isOurs = await isInside(folder, root, io);
    for (const { name, kind, isLink } of await listFolder(folder, io)) {
      const isCandidate = kind === "file" && !isLink && name.endsWith(extension) && name[0] !== ".";
      if (!isCandidate || produced.has(join(place, folded(name)))) continue;
      const file = join(folder, name);
      const { kind: content, text } = await readFolderFile(file, io);
      const reason = keptReason(content, isOurs);
      if (reason !== undefined) kept.push({ file, target, reason });
      else if (content === "compiled") {
        orphans.push({ file, target, kind: "orphan", present: text, expected: "" });
      }
    }
  }
  return { orphans, kept };
}

/** Where a file system takes Train.yaml for train.yaml, what was just written must not be found under its old name. */
function folded(name: string): string {
  return name.normalize("NFC").toLowerCase();
}

/** Whether a folder is where its path says, or behind a link that stays in the project. */
async function isInside(folder: string, root: string, io: CommandLineIo): Promise<boolean> {
  const place = await io.realPath(folder);
  if (place === resolve(await io.realPath("."), folder)) return true;
  const way = relative(await io.realPath(root), place);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function keptReason(
  content: "compiled" | "edited" | "ray-clusters" | "mixed" | "other",
  isOurs: boolean,
): KeptReason | undefined {
  if (content === "ray-clusters") return "unmarked";
  if (content === "edited") return "edited";
  return content === "compiled" && !isOurs ? "outside" : undefined;
}

async function listFolder(folder: string, io: CommandLineIo): Promise<readonly FolderEntry[]> {
  try {
    return await io.listFolder(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw accessError("read", folder, error);
  }
}
