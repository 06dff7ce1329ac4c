import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import type { Metafile } from "esbuild";
import { bundleCommandLine } from "./bundle-command-line.ts";

/** What goes into the program, and what makes it. */
const INPUTS: readonly string[] = Object.freeze([
  "package-lock.json",
  "package.json",
  "src",
  "test/scripts",
]);

/**
 * The program as it is shipped, copied to `outfile` and the folder `cli` beside it. It is built once for what the source is:
 * several test files run it, and to build it takes seconds. Returns what went into it.
 */
export async function bundledCommandLine(root: string, outfile: string): Promise<Metafile> {
  const cache = join(root, "node_modules/.cache/raycluster-compiler/bundles");
  const built = join(cache, fingerprint(root));
  if (!existsSync(built)) {
    mkdirSync(cache, { recursive: true });
    const folder = mkdtempSync(join(cache, "building-"));
    const metafile = await bundleCommandLine(root, join(folder, "cli.cjs"));
    writeFileSync(join(folder, "metafile.json"), JSON.stringify(metafile));
    keep(folder, built);
  }
  mkdirSync(dirname(outfile), { recursive: true });
  cpSync(join(built, "cli.cjs"), outfile);
  cpSync(join(built, "cli"), join(dirname(outfile), "cli"), { recursive: true });
  return JSON.parse(readFileSync(join(built, "metafile.json"), "utf8"));
}

/** Another test file may have built the same meanwhile; of older ones none is needed any more. */
function keep(folder: string, built: string): void {
  const cache = dirname(built);
  const older = readdirSync(cache).filter((name) => !name.startsWith("building-"));
  try {
    renameSync(folder, built);
  } catch {
    rmSync(folder, { recursive: true });
    return;
  }
  for (const name of older) rmSync(join(cache, name), { recursive: true, force: true });
}

function fingerprint(root: string): string {
  const hash = createHash("sha256");
  for (const input of INPUTS) {
    const path = join(root, input);
    const files = input.includes(".")
      ? [path]
      : readdirSync(path, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map(({ parentPath, name }) => join(parentPath, name))
          .sort();
    for (const file of files) hash.update(`${file}\0`).update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex").slice(0, 16);
}
