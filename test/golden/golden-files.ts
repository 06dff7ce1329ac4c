import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const FOLDER = "golden";

/** Every file below `golden/`, relative to it, with `/` between folders. */
export function goldenFiles(): readonly string[] {
  return readdirSync(FOLDER, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(FOLDER.length + 1))
    .map((file) => file.replaceAll("\\", "/"))
    .sort();
}

export function readGolden(file: string): string | undefined {
  const path = join(FOLDER, file);
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}
