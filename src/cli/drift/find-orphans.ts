import { basename, dirname, join, resolve } from "node:path";
import { accessError } from "../io/access-error.ts";
import { markedProject } from "../io/compiled-mark.ts";
import { foldedCase } from "../io/folded-case.ts";
import type { CommandLineIo, FolderEntry } from "../io/io.ts";
import { isBelow } from "../io/is-below.ts";
import { isMissing } from "../io/is-missing.ts";
import { isWalked } from "../io/manifest-files.ts";
import type { OutputFolder } from "../io/output-file.ts";
import type { ProjectFinder } from "../project/find-project-file.ts";
import { createProjectFinder } from "../project/find-project-file.ts";
import type { Drift, KeptFile, KeptReason } from "./drift.ts";
import { readFolderFile } from "./read-folder-file.ts";

export interface OrphanSearch {
  readonly folders: readonly OutputFolder[];
  /** Everything that is produced, in whichever folder. */
  readonly outputs: readonly string[];
  /** What the names of outputs end with. */
  readonly extensions: readonly string[];
  /** Output folders that are not looked through: those of other targets. Default none. */
  readonly otherFolders?: readonly string[];
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
 * Files of RayClusters in output folders that no request produces any more, folder by folder, by name; below them also files
 * that the compiler wrote. What belongs to another project, is something else (a kustomization.yaml, say), hidden, a link or
 * without the outputs' extension is not ours to judge. Throws an AccessError.
 */
export async function findOrphans(
  { folders, otherFolders = [], outputs, extensions, root }: OrphanSearch,
  io: CommandLineIo,
): Promise<FoundOrphans> {
  const produced = new Set<string>();
  const realPath = remembered(io.realPath);
  // Where a file system takes Train.yaml for train.yaml, what was just written must not be found under its old name.
  for (const file of outputs) {
    produced.add(join(await realPath(dirname(file)), foldedCase(basename(file))));
  }
  const projects = new Map<string, Set<string>>();
  for (const { folder, project } of folders) {
    const place = await realPath(folder);
    const known = projects.get(place) ?? new Set();
    if (project !== undefined) known.add(project);
    projects.set(place, known);
  }
  const others = new Set<string>();
  for (const folder of otherFolders) others.add(await realPath(folder));
  const search: Search = {
    produced,
    extensions,
    others: new Set([...others, ...projects.keys()]),
    findProject: createProjectFinder(io),
    orphans: [],
    kept: [],
    io,
  };
  for (const { folder, target } of folders) {
    const place = await realPath(folder);
    const owners = projects.get(place);
    if (owners === undefined) continue;
    projects.delete(place);
    const isOurs = await isInside(folder, root, io);
    await searchFolder({ folder, place, target, owners, isOurs, isTop: true }, search);
  }
  return { orphans: search.orphans, kept: search.kept };
}

interface Search {
  readonly produced: ReadonlySet<string>;
  readonly extensions: readonly string[];
  /** The real places of all output folders. */
  readonly others: ReadonlySet<string>;
  readonly findProject: ProjectFinder;
  readonly orphans: Drift[];
  readonly kept: KeptFile[];
  readonly io: CommandLineIo;
}

interface SearchedFolder {
  readonly folder: string;
  readonly place: string;
  readonly target: string | undefined;
  /** The projects whose targets write there. */
  readonly owners: ReadonlySet<string>;
  readonly isOurs: boolean;
  /** Whether it is an output folder itself. */
  readonly isTop: boolean;
}

async function searchFolder(searched: SearchedFolder, search: Search): Promise<void> {
  const { folder, place, target, owners, isOurs, isTop } = searched;
  const { produced, extensions, others, orphans, kept, io } = search;
  for (const { name, kind, isLink } of await listFolder(folder, io)) {
    const file = join(folder, name);
    const inner = join(place, name);
    // Only the outputs of a project lie in folders below.
    const isBelow = kind === "folder" && owners.size > 0 && isWalked(name);
    if (isBelow && !others.has(inner)) {
      await searchFolder({ ...searched, folder: file, place: inner, isTop: false }, search);
    }
    const isOutputName = extensions.some((extension) => name.endsWith(extension));
    const isCandidate = kind === "file" && !isLink && isOutputName && name[0] !== ".";
    if (!isCandidate || produced.has(join(place, foldedCase(name)))) continue;
    const { kind: content, text } = await readFolderFile(file, io);
    const reason = keptReason(content, isOurs);
    if (reason === "unmarked" && !isTop) continue;
    if (content === "compiled" || content === "edited") {
      if (!(await belongsTo(owners, place, text, search))) continue;
    }
    if (reason !== undefined) kept.push({ file, target, reason });
    else if (content === "compiled") {
      orphans.push({ file, target, kind: "orphan", present: text, expected: "" });
    }
  }
}

/** Whether the project of a compiled file is among some; a run without a project leaves those that have one. */
async function belongsTo(
  owners: ReadonlySet<string>,
  place: string,
  text: string,
  { findProject, io }: Search,
): Promise<boolean> {
  const named = markedProject(text);
  if (named !== undefined) return owners.has(await io.realPath(join(place, named)));
  if (owners.size === 0) return true;
  const nearest = await findProject(place);
  return nearest === undefined || owners.has(nearest);
}

/** A folder is asked for once. */
function remembered(realPath: CommandLineIo["realPath"]): CommandLineIo["realPath"] {
  const known = new Map<string, Promise<string>>();
  return (path) => {
    const place = known.get(path) ?? realPath(path);
    known.set(path, place);
    return place;
  };
}

/** Whether a folder is where its path says, or behind a link that stays in the project. */
async function isInside(folder: string, root: string, io: CommandLineIo): Promise<boolean> {
  const place = await io.realPath(folder);
  if (place === resolve(await io.realPath("."), folder)) return true;
  return isBelow(place, await io.realPath(root));
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
