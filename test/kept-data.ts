import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";

const FOLDER = "node_modules/.cache/raycluster-compiler/data";

/** What `read` makes of files, as data of JSON: read once for what the files hold, and kept for other runs. */
export function keptData(files: readonly string[], read: () => unknown): unknown {
  const contents = files.flatMap((file) => [`\0${file}\0`, readFileSync(file)]);
  return JSON.parse(keptText(contents, () => JSON.stringify(read()), read));
}

/** The text that `make` makes of the inputs: made once, and kept for other runs. What it is made by counts as well. */
export function keptText(
  inputs: readonly (string | Buffer)[],
  make: () => string,
  by: (...inputs: never[]) => unknown = make,
): string {
  const hash = createHash("sha256").update(String(by)).update(packages());
  for (const input of inputs) hash.update(input);
  const kept = `${FOLDER}/${hash.digest("hex")}`;
  if (existsSync(kept)) return readFileSync(kept, "utf8");
  const text = make();
  mkdirSync(FOLDER, { recursive: true });
  // Nobody finds half a file.
  writeFileSync(`${kept}.${process.pid}`, text);
  renameSync(`${kept}.${process.pid}`, kept);
  return text;
}

let lock: Buffer | undefined;

function packages(): Buffer {
  lock ??= createHash("sha256").update(readFileSync("package-lock.json")).digest();
  return lock;
}
