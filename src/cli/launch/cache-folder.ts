import type { Stats } from "node:fs";
import { lstatSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { userCacheFolder } from "../io/user-cache-folder.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The folder for compiled code, in the user's folder for caches; made where it is missing. What is in it will be executed, so
 * it must be the user's own, and nobody else's to write: otherwise, and wherever the system does not say whose it is, there is
 * none. NODE_DISABLE_COMPILE_CACHE=1 switches it off, as for Node's own.
 */
export function cacheFolder(environment: Environment): string | undefined {
  const base = userCacheFolder(environment);
  if (base === undefined || environment.NODE_DISABLE_COMPILE_CACHE === "1") return undefined;
  const own = join(base, "raycluster-compiler");
  const folder = join(own, "code");
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return [own, folder].every(isOwn) ? folder : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Whether all that is in a folder, at any depth, is this user's own. What others put there while they could is there still
 * when the folder is closed to them.
 */
export function holdsOnlyOwn(folder: string): boolean {
  try {
    return readdirSync(folder, { recursive: true, encoding: "utf8" }).every((path) => {
      const stats = lstatSync(join(folder, path));
      return (stats.isDirectory() || stats.isFile()) && isOnlyOurs(stats);
    });
  } catch {
    return false;
  }
}

const WRITABLE_BY_OTHERS = 0o022;

/** A folder, no link to one, of this very user. */
function isOwn(folder: string): boolean {
  const stats = lstatSync(folder);
  return stats.isDirectory() && isOnlyOurs(stats);
}

function isOnlyOurs({ uid, mode }: Stats): boolean {
  return uid === process.getuid?.() && (mode & WRITABLE_BY_OTHERS) === 0;
}
