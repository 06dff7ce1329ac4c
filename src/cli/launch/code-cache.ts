import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";
import type { Script } from "node:vm";
import { removeOldCode } from "./remove-old-code.ts";

/** Loads a file of the program: what it exports. */
export type Load = (file: string) => unknown;

/**
 * Loads files of the program with the code that an earlier run compiled them to, for versions of Node that cannot do that
 * themselves; `save` keeps what was compiled now. V8 takes code of its own version and for a text of the same length alone,
 * and looks no further: that it is the same text is known by the build of the program (packages and images often give all
 * files one time), its size and its time, and that the code is whole by a second copy of it.
 */
export function codeCache(
  folder: string,
  build: string,
): { readonly load: Load; readonly save: () => void } {
  // Not imported, since runs without a cache need not load it.
  const vm = process.getBuiltinModule("node:vm");
  const fresh: { readonly script: Script; readonly cacheFile: string }[] = [];
  const load: Load = (file) => {
    const { size, mtimeMs } = statSync(file);
    const name = [basename(file, ".cjs"), build, process.version, process.arch, size, mtimeMs];
    const cacheFile = join(folder, `${name.join("-")}.bin`);
    const cachedData = whole(readOwn(cacheFile));
    const script = new vm.Script(`(function(module){${readFileSync(file, "utf8")}\n})`, {
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
    for (const { script, cacheFile } of fresh) {
      const code = script.createCachedData();
      writeOwn(cacheFile, Buffer.concat([code, code]));
    }
    if (fresh.length > 0) removeOldCode(folder, build, Date.now());
  };
  return { load, save };
}

/**
 * The code in a file, where both copies of it are alike. V8 runs code that was cut or changed, and crashes. To compare copies
 * takes a tenth of a millisecond; a checksum takes two, since Node has to load `node:zlib` for it, and all of its streams.
 */
function whole(content: Buffer | undefined): Buffer | undefined {
  // Of nothing at all V8 does not say that it rejects it.
  if (content === undefined || content.length === 0) return undefined;
  const code = content.subarray(0, content.length / 2);
  return code.equals(content.subarray(code.length)) ? code : undefined;
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
  } catch {
    // No room, perhaps. Another run will try again.
    remove(temporary);
    return;
  }
  try {
    renameSync(temporary, file);
  } catch {
    remove(temporary);
  }
}

function remove(file: string): void {
  try {
    unlinkSync(file);
  } catch {
    // There is none.
  }
}
