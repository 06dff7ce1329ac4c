import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from "node:fs";
import { join } from "node:path";

/** What everything that is built depends on. */
const ALWAYS: readonly string[] = Object.freeze(["package-lock.json", "tsconfig.json"]);

/**
 * The folder with what `build` writes into the one that it is given. Built once for this version of Node, the packages and
 * what the inputs are, files and folders below `root`, and kept in `node_modules/.cache` until nobody has used it for an
 * hour: several test files take the same, and to build it takes seconds.
 */
export async function keptBuild(
  root: string,
  name: string,
  inputs: readonly string[],
  build: (folder: string) => Promise<void>,
): Promise<string> {
  const cache = join(root, "node_modules/.cache/raycluster-compiler", name);
  const state = fingerprint(root, [...ALWAYS, ...inputs]);
  const built = join(cache, state);
  if (existsSync(built)) {
    const now = new Date();
    utimesSync(built, now, now);
    return built;
  }
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, "building-"));
  await build(folder);
  if (fingerprint(root, [...ALWAYS, ...inputs]) !== state) {
    // Something was changed meanwhile: nobody knows which state was built.
    rmSync(folder, { recursive: true });
    return keptBuild(root, name, inputs, build);
  }
  keep(folder, built);
  removeUnused(cache);
  return built;
}

/** Another test file may have built the same meanwhile. */
function keep(folder: string, built: string): void {
  try {
    renameSync(folder, built);
  } catch (error) {
    rmSync(folder, { recursive: true });
    if (!existsSync(built)) throw error;
  }
}

const HOUR_MILLISECONDS = 60 * 60 * 1_000;

/** Another run may use what is younger, of another state of the source. */
function removeUnused(cache: string): void {
  for (const name of readdirSync(cache)) {
    const path = join(cache, name);
    const { mtimeMs = Number.POSITIVE_INFINITY } = statSync(path, { throwIfNoEntry: false }) ?? {};
    if (mtimeMs < Date.now() - HOUR_MILLISECONDS) rmSync(path, { recursive: true, force: true });
  }
}

/** What differs between any two states of files and folders below `root`, and between versions of Node. */
export function fingerprint(root: string, inputs: readonly string[]): string {
  const hash = createHash("sha256").update(process.version);
  for (const input of inputs) {
    const path = join(root, input);
    const files = statSync(path).isFile()
      ? [path]
      : readdirSync(path, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map(({ parentPath, name }) => join(parentPath, name))
          .sort();
    for (const file of files) hash.update(`${file}\0`).update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex").slice(0, 16);
}
