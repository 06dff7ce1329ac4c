import { join } from "node:path";
import { defuse } from "../../diagnostics/defuse.ts";
import type { TextDocument } from "../../diagnostics/text-document.ts";
import { AccessError, accessError } from "./access-error.ts";
import type { CommandLineIo } from "./io.ts";
import type { FoundManifest } from "./manifests-in-text.ts";
import { clustersIn } from "./manifests-in-text.ts";
import { readText, STANDARD_INPUT } from "./read-text.ts";

const MANIFEST_FILE = /\.(ya?ml|json)$/;

/**
 * Every RayCluster in files and folders, in order. A file that holds none is an error, for it was meant to; one in a
 * folder is passed over. What is read in a surprising way is told on standard error. With `may-miss` an operand that is not there holds nothing. Throws an AccessError.
 */
export async function readManifests(
  operands: readonly string[],
  io: CommandLineIo,
  missing: "may-miss" | "must-exist" = "must-exist",
): Promise<readonly FoundManifest[]> {
  const found: FoundManifest[] = [];
  const warnings: string[] = [];
  const warn = (report: string): void => {
    warnings.push(report);
  };
  for (const operand of operands) {
    const entries = operand === STANDARD_INPUT ? undefined : await entriesOf(operand, io);
    if (entries === undefined) {
      const text = await textOf(operand, io, missing);
      if (text !== undefined) found.push(...clustersIn(text, text.file, "clusters", warn));
      continue;
    }
    for (const path of entries.filter((entry) => MANIFEST_FILE.test(entry))) {
      const text = await readText(join(operand, path), io);
      found.push(...clustersIn(text, path, "others-too", warn));
    }
  }
  if (warnings.length > 0) await io.stderr.write(warnings.join("\n"));
  return found;
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
    if (kind === "folder" && name !== "node_modules" && !name.startsWith(".")) {
      files.push(...(await filesBelow(root, below, io, depth + 1)));
    }
  }
  return files;
}
