import { chmodSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { holdSignals } from "./hold-signals.ts";
import { realPath } from "./real-path.ts";
import { temporaryName } from "./temporary-file.ts";

/**
 * Writes a file whole or not at all: into a new file beside it, which then takes its place and its permissions.
 * Links are followed, also where their target is still missing. A file that holds this text already, or
 * the other one that is as good, is not touched, not even its date. Devices and pipes cannot be replaced and are written to. Returns whether there was anything to write.
 */
export async function writeWholeFile(
  path: string,
  text: string,
  asGood?: string | undefined,
): Promise<boolean> {
  const bytes = Buffer.from(text);
  const present = statSync(path, { throwIfNoEntry: false });
  if (present !== undefined && !present.isFile()) {
    writeFileSync(path, bytes);
    return true;
  }
  const good = [bytes, ...(asGood === undefined ? [] : [Buffer.from(asGood)])];
  const isEqual = good.some(
    (one) => present?.size === one.length && readFileSync(path).equals(one),
  );
  if (!isEqual) await holdSignals(() => replace(realPath(path), bytes, present?.mode));
  return !isEqual;
}

function replace(path: string, bytes: Uint8Array, mode: number | undefined): void {
  const temporary = join(dirname(path), temporaryName());
  try {
    writeFileSync(temporary, bytes, { flag: "wx" });
    if (mode !== undefined) chmodSync(temporary, mode);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
