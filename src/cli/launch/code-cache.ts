import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";
import { Script } from "node:vm";

/** Loads a file of the program: what it exports. */
export type Load = (file: string) => unknown;

/**
 * Loads files of the program with the code that an earlier run compiled them to, for versions of Node that cannot do that
 * themselves; `save` keeps what was compiled now. V8 takes code of its own version and for a text of the same length alone;
 * that it is the same text is known by its size, its time and the program's version.
 */
export function codeCache(
  folder: string,
  version: string,
): { readonly load: Load; readonly save: () => void } {
  const fresh: { readonly script: Script; readonly cacheFile: string }[] = [];
  const load: Load = (file) => {
    const { size, mtimeMs } = statSync(file);
    const name = [basename(file, ".cjs"), version, process.version, process.arch, size, mtimeMs];
    const cacheFile = join(folder, `${name.join("-")}.bin`);
    const cachedData = readOwn(cacheFile);
    const script = new Script(`(function(module){${readFileSync(file, "utf8")}\n})`, {
      filename: file,
      ...(cachedData === undefined ? {} : { cachedData }),
    });
    if (cachedData === undefined || script.cachedDataRejected === true) {
      fresh.push({ script, cacheFile });
    }
    const module: { exports: unknown } = { exports: undefined };
    const run: (module: { exports: unknown }) => void = script.runInThisContext();
    run(module);
    return module.exports;
  };
  const save = () => {
    for (const { script, cacheFile } of fresh) writeOwn(cacheFile, script.createCachedData());
  };
  return { load, save };
}

const WRITABLE_BY_OTHERS = 0o022;

/** The content of a file of this very user that nobody else can write; undefined where it is none. */
function readOwn(file: string): Buffer | undefined {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW);
    const stats = fstatSync(descriptor);
    const isOwn = stats.isFile() && stats.uid === process.getuid?.();
    if (!isOwn || (stats.mode & WRITABLE_BY_OTHERS) !== 0) return undefined;
    return readFileSync(descriptor);
  } catch {
    return undefined;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** Whole or not at all; the cache is only for speed. */
function writeOwn(file: string, data: Buffer): void {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, data, { flag: "wx", mode: 0o600 });
    renameSync(temporary, file);
  } catch {
    // Another run will try again.
  }
}
