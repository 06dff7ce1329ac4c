import { join } from "node:path";
import { accessError } from "../io/access-error.ts";
import type { CommandLineIo, FolderEntry } from "../io/io.ts";
import { isMissing } from "../io/is-missing.ts";
import { fitsSegment, parseGlob } from "./glob.ts";

/** Finds the files that a glob matches. Throws an AccessError where a folder cannot be read. */
export type FileFinder = (glob: string) => Promise<readonly string[]>;

/**
 * Finds files by globs relative to a folder. Their paths begin with that folder's, are in the order of their characters'
 * codes, and none comes twice. Hidden files and node_modules count only where a glob names them. Links to folders are
 * followed before the first wildcard only, so that no circle is ever walked. A folder is listed once for all globs.
 */
export function createFileFinder(folder: string, io: CommandLineIo): FileFinder {
  const listings = new Map<string, Promise<readonly FolderEntry[]>>();
  const list = (path: string) => {
    const listing = listings.get(path) ?? listFolder(path, io);
    listings.set(path, listing);
    return listing;
  };
  return async (glob) => {
    const found = new Set<string>();
    for (const { base, segments } of parseGlob(glob)) {
      const start = base.startsWith("/") ? base : join(folder, base);
      await search(start, 0, { segments, list, found, visited: new Set() });
    }
    return [...found].sort();
  };
}

interface Search {
  readonly segments: readonly string[];
  readonly list: (path: string) => Promise<readonly FolderEntry[]>;
  readonly found: Set<string>;
  /** With several `**` there are many ways to the same step at the same place. */
  readonly visited: Set<string>;
}

/** Matches the segments from `index` on against what stands in a folder. */
async function search(folder: string, index: number, state: Search): Promise<void> {
  const step = `${index}:${folder}`;
  if (state.visited.has(step)) return;
  state.visited.add(step);
  const segment = state.segments[index] ?? "";
  const isLast = index === state.segments.length - 1;
  if (segment === "**") await search(folder, index + 1, state);
  for (const { name, kind } of await state.list(folder)) {
    const path = join(folder, name);
    if (segment === "**") {
      if (kind === "folder" && fitsSegment(name, "*")) await search(path, index, state);
    } else if (fitsSegment(name, segment)) {
      if (isLast && kind === "file") state.found.add(path);
      if (!isLast && kind === "folder") await search(path, index + 1, state);
    }
  }
}

/** Nothing where there is no such folder. */
async function listFolder(path: string, io: CommandLineIo): Promise<readonly FolderEntry[]> {
  try {
    return await io.listFolder(path);
  } catch (error) {
    if (isMissing(error)) return [];
    throw accessError("read", path, error);
  }
}
