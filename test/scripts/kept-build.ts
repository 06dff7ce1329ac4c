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
} from "node:fs";
import { dirname, join } from "node:path";

/** What everything that is built depends on. */
const ALWAYS: readonly string[] = Object.freeze(["package-lock.json", "tsconfig.json"]);

/**
 * The folder with what `build` writes into the one that it is given. Built once for this version of Node, the packages and
 * what the inputs are, files and folders below `root`, and kept in `node_modules/.cache`: several test files take the same,
 * and to build it takes seconds.
 */
export async function keptBuild(
  root: string,
  name: string,
  inputs: readonly string[],
  build: (folder: string) => Promise<void>,
): Promise<string> {
  const cache = join(root, "node_modules/.cache/raycluster-compiler", name);
  const built = join(cache, fingerprint(root, [...ALWAYS, ...inputs]));
  if (existsSync(built)) return built;
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, "building-"));
  await build(folder);
  keep(folder, built);
  return built;
}

/** Another test file may have built the same meanwhile; of older ones none is needed any more. */
function keep(folder: string, built: string): void {
  const cache = dirname(built);
  const older = readdirSync(cache).filter((name) => !name.startsWith("building-"));
  try {
    renameSync(folder, built);
  } catch (error) {
    rmSync(folder, { recursive: true });
    if (existsSync(built)) return;
    throw error;
  }
  for (const name of older) rmSync(join(cache, name), { recursive: true, force: true });
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
