import { basename, dirname, isAbsolute, resolve } from "node:path";
import type { GitBlob } from "./git-objects.ts";
import { listBlobs, readBlobs } from "./git-objects.ts";
import type { CommandLineIo, FolderEntry } from "./io.ts";
import { resolveRevision } from "./resolve-revision.ts";

// Linux follows as many before it reports a circle.
const MAXIMUM_LINKS = 40;

/**
 * The same surroundings with the files of the repository as git has them at a revision, to be read by the paths that they
 * would have in the working tree. Throws an AccessError, or a UsageError for the revision.
 */
export async function revisionIo(revision: string, io: CommandLineIo): Promise<CommandLineIo> {
  const commit = await resolveRevision(revision, io);
  const { stdout } = await io.git(["rev-parse", "--show-cdup"]);
  const top = new TextDecoder().decode(stdout).trim();
  const here = await io.realPath(".");
  const blobs = await listBlobs(commit, [top === "" ? "." : top], io);
  const files = new Map(blobs.map((blob) => [resolve(here, blob.path), blob]));
  const fileAt = fileFinder(files, await linksOf(files, io));
  const folders = foldersOf(files, fileAt);
  return {
    ...io,
    readFile: async (path, maximumBytes) => {
      const blob = fileAt(resolve(here, path));
      if (blob === undefined) throw systemError("ENOENT");
      if (blob.bytes > maximumBytes) throw systemError("EFBIG");
      return (await readBlobs([blob.id], io)).get(blob.id) ?? new Uint8Array();
    },
    listFolder: async (path) => {
      const entries = folders.get(resolve(here, path));
      if (entries === undefined) throw systemError("ENOENT");
      return [...entries.values()].sort((left, right) => (left.name < right.name ? -1 : 1));
    },
    realPath: async (path) => (isAbsolute(path) ? io.realPath(path) : resolve(here, path)),
  };
}

/** Where each symbolic link leads. */
async function linksOf(
  files: ReadonlyMap<string, GitBlob>,
  io: CommandLineIo,
): Promise<ReadonlyMap<string, string>> {
  const links = [...files].filter(([, { isLink }]) => isLink);
  const targets = await readBlobs(
    links.map(([, { id }]) => id),
    io,
  );
  return new Map(
    links.map(([path, { id }]) => [
      path,
      resolve(dirname(path), new TextDecoder().decode(targets.get(id))),
    ]),
  );
}

/** Finds the file that a path leads to; undefined for what is none. */
function fileFinder(files: ReadonlyMap<string, GitBlob>, links: ReadonlyMap<string, string>) {
  return (path: string): GitBlob | undefined => {
    let place = path;
    for (let followed = 0; followed < MAXIMUM_LINKS; followed++) {
      const target = links.get(place);
      if (target === undefined) return files.get(place);
      place = target;
    }
    return undefined;
  };
}

/** What stands in each folder, by name. */
function foldersOf(
  files: ReadonlyMap<string, GitBlob>,
  fileAt: (path: string) => GitBlob | undefined,
): ReadonlyMap<string, ReadonlyMap<string, FolderEntry>> {
  const folders = new Map<string, Map<string, FolderEntry>>();
  const add = (path: string, entry: FolderEntry): void => {
    const folder = dirname(path);
    const present = folders.get(folder);
    if (present === undefined) folders.set(folder, new Map([[entry.name, entry]]));
    else present.set(entry.name, entry);
    if (present === undefined && dirname(folder) !== folder) {
      add(folder, { name: basename(folder), kind: "folder", isLink: false });
    }
  };
  for (const [path, { isLink }] of files) {
    const kind = fileAt(path) === undefined ? "other" : "file";
    add(path, { name: basename(path), kind, isLink });
  }
  return folders;
}

function systemError(code: string): Error {
  return Object.assign(new Error(`git has none: ${code}`), { code });
}
