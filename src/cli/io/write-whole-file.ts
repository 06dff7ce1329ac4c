import {
  chmodSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";

/**
 * Writes a file whole or not at all: into a new file beside it, which then takes its place and its permissions.
 * Links are followed. A file that has the same bytes is not touched, not even its date.
 * Devices and pipes cannot be replaced and are written to. Returns whether there was anything to write.
 */
export function writeWholeFile(path: string, text: string): boolean {
  const bytes = Buffer.from(text);
  const present = statSync(path, { throwIfNoEntry: false });
  if (present === undefined) {
    replace(path, bytes);
  } else if (!present.isFile()) {
    writeFileSync(path, bytes);
  } else if (present.size === bytes.length && readFileSync(path).equals(bytes)) {
    return false;
  } else {
    replace(realpathSync(path), bytes, present.mode);
  }
  return true;
}

function replace(path: string, bytes: Uint8Array, mode?: number): void {
  const suffix = Math.random().toString(36).slice(2, 12);
  const temporary = join(dirname(path), `.raycluster-${suffix}.tmp`);
  try {
    writeFileSync(temporary, bytes, { flag: "wx" });
    if (mode !== undefined) chmodSync(temporary, mode);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
