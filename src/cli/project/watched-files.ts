import { dirname, join } from "node:path";
import type { CommandLineIo } from "../io/io.ts";
import { isBelow } from "../io/is-below.ts";
import { isManifestFile, isWalked } from "../io/manifest-files.ts";

/** What is to be seen of each file or folder that is there, by its real path. */
export type FileStates = ReadonlyMap<string, string>;

/** Surroundings that take down what a run reads and writes. */
export interface WatchedIo {
  readonly io: CommandLineIo;
  /** The files that were looked for and the folders that were listed. */
  readonly places: ReadonlySet<string>;
  /** Their states before that. */
  readonly read: FileStates;
  /** The files that were written or removed, and their folders, by their real paths. */
  readonly written: ReadonlySet<string>;
}

/** The same surroundings, watched. Folders below the root are not noted: their files are looked at anyway. */
export function watchedIo(root: string, io: CommandLineIo): WatchedIo {
  const places = new Set<string>();
  const read = new Map<string, string>();
  const written = new Set<string>();
  const note = async (path: string) => {
    const place = await io.realPath(path);
    if (places.has(place)) return;
    places.add(place);
    await addState(place, read, io);
  };
  const noteWritten = (place: string) => {
    written.add(place);
    // Its entries are others now.
    written.add(dirname(place));
  };
  return {
    places,
    read,
    written,
    io: {
      ...io,
      readFile: async (path, maximumBytes) => {
        await note(path);
        return io.readFile(path, maximumBytes);
      },
      listFolder: async (path) => {
        if (!isBelow(await io.realPath(path), root)) await note(path);
        return io.listFolder(path);
      },
      writeFile: async (path, text, asGood) => {
        const isNew = await io.writeFile(path, text, asGood);
        if (isNew) noteWritten(await io.realPath(path));
        return isNew;
      },
      removeFile: async (path) => {
        const place = await io.realPath(path);
        await io.removeFile(path);
        noteWritten(place);
      },
    },
  };
}

/**
 * The states of all YAML and JSON files below a folder, apart from hidden ones and node_modules, and of some other places. A
 * folder that cannot be read has none.
 */
export async function statesOf(
  root: string,
  others: Iterable<string>,
  io: CommandLineIo,
): Promise<FileStates> {
  const states = new Map<string, string>();
  const folders = [root];
  for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
    const entries = await io.listFolder(next).catch(() => []);
    for (const { name, kind } of entries) {
      const path = join(next, name);
      if (kind === "folder" && isWalked(name)) folders.push(path);
      if (kind === "file" && isManifestFile(name)) await addState(path, states, io);
    }
  }
  for (const path of others) {
    if (!states.has(path)) await addState(path, states, io);
  }
  return states;
}

async function addState(
  path: string,
  states: Map<string, string>,
  io: CommandLineIo,
): Promise<void> {
  const state = await io.fileVersion(path).catch(() => undefined);
  if (state !== undefined) states.set(path, state);
}
