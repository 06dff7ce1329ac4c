import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { FolderEntry } from "./io.ts";

/** What stands in a folder, by name. */
export function listFolder(folder: string): readonly FolderEntry[] {
  return readdirSync(folder, { withFileTypes: true })
    .map((entry): FolderEntry => {
      const { name } = entry;
      const isLink = entry.isSymbolicLink();
      if (entry.isDirectory()) return { name, kind: "folder", isLink };
      const target = isLink ? linkTarget(join(folder, name)) : entry;
      return { name, kind: target?.isFile() === true ? "file" : "other", isLink };
    })
    .sort((left, right) => (left.name < right.name ? -1 : 1));
}

/** Undefined where a link leads nowhere, or in a circle. */
function linkTarget(path: string) {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}
