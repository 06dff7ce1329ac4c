import { join } from "node:path";
import { defuse } from "../../diagnostics/defuse.ts";
import type { TextDocument } from "../../diagnostics/text-document.ts";
import { AccessError, accessError } from "./access-error.ts";
import type { ManifestCollection } from "./collect-manifests.ts";
import { collectManifests, emptyCollection } from "./collect-manifests.ts";
import type { CommandLineIo } from "./io.ts";
import { isManifestFile, isWalked } from "./manifest-files.ts";
import { readText, STANDARD_INPUT } from "./read-text.ts";

/**
 * Every RayCluster in files and folders, in order. A file that holds none is an error, for it was meant to; one in a
 * folder is passed over. With `may-miss` an operand that is not there is listed. Throws an AccessError.
 */
export async function readManifests(
  operands: readonly string[],
  io: CommandLineIo,
  missing: "may-miss" | "must-exist" = "must-exist",
): Promise<ManifestCollection> {
  const collection = emptyCollection();
  const seen = new Set<string>();
  for (const operand of operands) {
    const entries = operand === STANDARD_INPUT ? undefined : await entriesOf(operand, io);
    if (entries === undefined) {
      if (seen.has(join(operand))) continue;
      seen.add(join(operand));
      const text = await textOf(operand, io, missing);
      if (text === undefined) collection.missing.push(operand);
      else collectManifests(text, { path: text.file, file: text.file }, true, collection);
      continue;
    }
    for (const path of entries.filter((entry) => isManifestFile(entry))) {
      const file = join(operand, path);
      if (seen.has(file)) continue;
      seen.add(file);
      const text = await readOrPassOver(file, path, collection, io);
      if (text !== undefined) collectManifests(text, { path, file }, false, collection);
    }
  }
  return collection;
}

/** The text of a file of a folder; undefined where it cannot be read, which is noted. */
async function readOrPassOver(
  file: string,
  path: string,
  { passedOver }: ManifestCollection,
  io: CommandLineIo,
): Promise<TextDocument | undefined> {
  try {
    return await readText(file, io);
  } catch (error) {
    if (!(error instanceof AccessError)) throw error;
    const details = error.message.slice(error.message.indexOf(": ") + 2);
    passedOver.push({ path, why: "unreadable", details });
    return undefined;
  }
}

async function textOf(
  operand: string,
  io: CommandLineIo,
  missing: "may-miss" | "must-exist",
): Promise<TextDocument | undefined> {
  if (missing === "may-miss" && !(await exists(operand, io))) return undefined;
  return readText(operand, io);
}

async function exists(path: string, io: CommandLineIo): Promise<boolean> {
  try {
    await io.readFile(path, Number.POSITIVE_INFINITY);
    return true;
  } catch (error) {
    return !(error instanceof Error && "code" in error && error.code === "ENOENT");
  }
}

/** The files below a folder, by their paths from it; undefined for what is no folder. */
async function entriesOf(
  folder: string,
  io: CommandLineIo,
): Promise<readonly string[] | undefined> {
  try {
    return await filesBelow(folder, "", io, 0);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOTDIR" || code === "ENOENT") return undefined;
    throw accessError("read", folder, error);
  }
}

const MAXIMUM_FOLDER_DEPTH = 32;

async function filesBelow(
  root: string,
  path: string,
  io: CommandLineIo,
  depth: number,
): Promise<readonly string[]> {
  if (depth > MAXIMUM_FOLDER_DEPTH) {
    throw new AccessError(`cannot read ${defuse(root)}: its folders lie too deep.`);
  }
  const files: string[] = [];
  for (const { name, kind } of await io.listFolder(join(root, path))) {
    const below = path === "" ? name : `${path}/${name}`;
    if (kind === "file") files.push(below);
    if (kind === "folder" && isWalked(name)) {
      files.push(...(await filesBelow(root, below, io, depth + 1)));
    }
  }
  return files;
}
