import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";

const FOLDER = "node_modules/.cache/raycluster-compiler/data";

/** What `read` makes of files, as data of JSON: read once for what the files hold, and kept for other runs. */
export function keptData(files: readonly string[], read: () => unknown): unknown {
  // What it is read by counts as well.
  const hash = createHash("sha256").update(String(read)).update(packages());
  for (const file of files) hash.update(`\0${file}\0`).update(readFileSync(file));
  const kept = `${FOLDER}/${hash.digest("hex")}.json`;
  if (existsSync(kept)) return JSON.parse(readFileSync(kept, "utf8"));
  const json = JSON.stringify(read());
  mkdirSync(FOLDER, { recursive: true });
  // Nobody finds half a file.
  writeFileSync(`${kept}.${process.pid}`, json);
  renameSync(`${kept}.${process.pid}`, kept);
  return JSON.parse(json);
}

let lock: Buffer | undefined;

function packages(): Buffer {
  lock ??= createHash("sha256").update(readFileSync("package-lock.json")).digest();
  return lock;
}
