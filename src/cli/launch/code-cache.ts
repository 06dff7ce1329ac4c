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
import { Script } from "node:vm";
import { crc32 } from "node:zlib";

/** Loads a file of the program: what it exports. */
export type Load = (file: string) => unknown;

/**
 * Loads files of the program with the code that an earlier run compiled them to, for versions of Node that cannot do that
 * themselves; `save` keeps what was compiled now. V8 takes code of its own version and for a text of the same length alone,
 * and looks no further: that it is the same text is known by the build of the program (packages and images often give all
 * files one time), its size and its time, and that the code is whole by a checksum.
 */
export function codeCache(
  folder: string,
  build: string,
): { readonly load: Load; readonly save: () => void } {
  const fresh: { readonly script: Script; readonly cacheFile: string }[] = [];
  const load: Load = (file) => {
    const { size, mtimeMs } = statSync(file);
    const name = [basename(file, ".cjs"), build, process.version, process.arch, size, mtimeMs];
    const cacheFile = join(folder, `${name.join("-")}.bin`);
    const cachedData = checked(readOwn(cacheFile));
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
    for (const { script, cacheFile } of fresh)
      writeOwn(cacheFile, withChecksum(script.createCachedData()));
  };
  return { load, save };
}

const CHECKSUM_BYTES = 4;

/** The code in a file, where the checksum that follows it is right. V8 runs code that was cut or changed, and crashes. */
function checked(content: Buffer | undefined): Buffer | undefined {
  if (content === undefined || content.length < CHECKSUM_BYTES) return undefined;
  const code = content.subarray(0, -CHECKSUM_BYTES);
  return crc32(code) === content.readUInt32LE(code.length) ? code : undefined;
}

function withChecksum(code: Buffer): Buffer {
  const checksum = Buffer.alloc(CHECKSUM_BYTES);
  checksum.writeUInt32LE(crc32(code));
  return Buffer.concat([code, checksum]);
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
