import { lstatSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

// Nobody writes for so long. Whoever does is still at work and keeps the file.
const MAXIMUM_AGE_MILLISECONDS = 60 * 60 * 1_000;

const TEMPORARY_NAME = /^\.raycluster-[0-9a-z]{10}\.tmp$/;

/** A new name for a file that takes the place of another one as soon as it is whole. */
export function temporaryName(): string {
  const suffix = Math.random().toString(36).slice(2, 12).padEnd(10, "0");
  return `.raycluster-${suffix}.tmp`;
}

/**
 * Removes what runs that were killed have left in a folder: files of such names, older than an hour. Links are neither
 * followed nor removed. Where it cannot be done, nothing is lost, and nothing is said. Never throws.
 */
export function removeLeftovers(folder: string): void {
  const now = Date.now();
  for (const name of namesIn(folder).filter((each) => TEMPORARY_NAME.test(each))) {
    const path = join(folder, name);
    try {
      const status = lstatSync(path);
      if (status.isFile() && now - status.mtimeMs > MAXIMUM_AGE_MILLISECONDS) rmSync(path);
    } catch {
      // Another run was faster, or the file is not ours to remove.
    }
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
