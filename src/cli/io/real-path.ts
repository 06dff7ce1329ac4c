import { lstatSync, readlinkSync, realpathSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

// Linux follows as many before it reports a circle.
const MAXIMUM_LINKS = 40;

/**
 * Where an absolute path leads, whether or not there is a file: links are followed, also one whose target is missing. A circle
 * of links leads to itself. Never throws.
 */
export function realPath(path: string): string {
  return follow(path, MAXIMUM_LINKS);
}

function follow(path: string, left: number): string {
  try {
    const folder = dirname(path);
    // Asked first, since a file that is missing would cost two Errors.
    const isMissing = lstatSync(path, { throwIfNoEntry: false }) === undefined;
    if (isMissing && folder !== path) return join(follow(folder, left), basename(path));
    return realpathSync.native(path);
  } catch {
    const folder = dirname(path);
    if (folder === path || left === 0) return path;
    const target = linkTarget(path);
    if (target !== undefined) return follow(resolve(follow(folder, left - 1), target), left - 1);
    return join(follow(folder, left), basename(path));
  }
}

/** Undefined for what is no link. */
function linkTarget(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}
