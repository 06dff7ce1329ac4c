import { lstatSync, readdirSync, unlinkSync } from "node:fs";
import { join } from "node:path";

/**
 * Removes from the cache what other builds of the program wrote more than 30 days ago, and what they left half written.
 * `now` is in milliseconds of Unix time. What cannot be removed stays: the cache is only for speed.
 */
export function removeOldCode(folder: string, build: string, now: number): void {
  try {
    for (const name of readdirSync(folder)) {
      if (!CODE_FILE.test(name) || name.includes(`-${build}-`)) continue;
      const file = join(folder, name);
      const stats = lstatSync(file);
      if (stats.isFile() && stats.mtimeMs < now - OLD_MILLISECONDS) unlinkSync(file);
    }
  } catch {
    // Another run may have removed it already, and goes on with the rest.
  }
}

const OLD_MILLISECONDS = 30 * 24 * 60 * 60 * 1000;

/** As `codeCache` names its files, before and after they are whole: the version of Node, its processor, a size and a time. */
const CODE_FILE = /-v\d+\.\d+\.\d+[^-]*-\w+-\d+-[\d.]+\.bin(?:\.\d+\.tmp)?$/;
