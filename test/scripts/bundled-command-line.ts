import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Metafile } from "esbuild";
import { bundleCommandLine } from "./bundle-command-line.ts";
import { keptBuild } from "./kept-build.ts";

/** What goes into the program, what makes it, and what shows which functions ordinary runs call. */
const INPUTS: readonly string[] = Object.freeze([
  "package.json",
  "src",
  "test/scripts",
  "fixtures/valid",
]);

/** The program as it is shipped, copied to `outfile` and the folder `cli` beside it. Returns what went into it. */
export async function bundledCommandLine(root: string, outfile: string): Promise<Metafile> {
  const built = await keptBuild(root, "bundles", INPUTS, async (folder) => {
    const metafile = await bundleCommandLine(root, join(folder, "cli.cjs"));
    writeFileSync(join(folder, "metafile.json"), JSON.stringify(metafile));
  });
  mkdirSync(dirname(outfile), { recursive: true });
  cpSync(join(built, "cli.cjs"), outfile);
  cpSync(join(built, "cli"), join(dirname(outfile), "cli"), { recursive: true });
  return JSON.parse(readFileSync(join(built, "metafile.json"), "utf8"));
}
