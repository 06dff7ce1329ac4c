import { join } from "node:path";
import { defuse } from "../../diagnostics/defuse.ts";
import type { TextDocument } from "../../diagnostics/text-document.ts";
import { AccessError, accessError } from "./access-error.ts";
import type { CommandLineIo } from "./io.ts";
import type { ManifestFile } from "./manifest-file.ts";
import { isManifestFile, isWalked } from "./manifest-files.ts";
import { readText, STANDARD_INPUT } from "./read-text.ts";

/**
 * The files that may hold manifests, one after the other: those that are named, standard input for `-`, and in a folder
 * those with a name of YAML or JSON; each file once. With `may-miss` an operand that is not there is told. Throws an
 * AccessError for one that is named and cannot be read.
 */
export async function* readManifestFiles(
  operands: readonly string[],
  io: CommandLineIo,
  missing: "may-miss" | "must-exist" = "must-exist",
): AsyncGenerator<ManifestFile> {
  const seen = new Set<string>();
  for (const operand of operands) {
    const entries = operand === STANDARD_INPUT ? undefined : await entriesOf(operand, io);
    if (entries === undefined) {
      if (seen.has(join(operand))) continue;
      seen.add(join(operand));
      const text = await textOf(operand, io, missing);
      if (text === undefined) yield { kind: "missing", operand };
      else yield { kind: "text", text, path: text.file, file: text.file, isNamed: true };
      continue;
    }
    for (const path of entries.filter((entry) => isManifestFile(entry))) {
      const file = join(operand, path);
      if (seen.has(file)) continue;
      seen.add(file);
      yield await readFileOfFolder(file, path, io);
    }
  }
}

async function readFileOfFolder(
  file: string,
  path: string,
  io: CommandLineIo,
): Promise<ManifestFile> {
  try {
    return { kind: "text", text: await readText(file, io), path, file, isNamed: false };
  } catch (error) {
    if (!(error instanceof AccessError)) throw error;
    const problem = error.message.slice(error.message.indexOf(": ") + 2);
    return { kind: "unreadable", path, problem };
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
    throw new AccessError(`cannot read ${defuse(root)}: its folders are nested too deeply.`);
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
