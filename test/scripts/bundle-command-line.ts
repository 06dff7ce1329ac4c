import { createHash } from "node:crypto";
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Metafile } from "esbuild";
import { build } from "esbuild";
import { calledFunctions } from "./called-functions.ts";
import { compileAtOnce } from "./compile-at-once.ts";
import { packParts } from "./pack-parts.ts";
import { quietYaml } from "./quiet-yaml.ts";
import { sourceOfBundle } from "./source-of-bundle.ts";

/**
 * Bundles the command line into an executable file that is small, and a folder beside it with what commands load when they
 * need it. CommonJS, since that starts faster than modules. Names stay as they are, so that the stack of a bug can be read.
 * ajv stays outside: it is loaded only where a schema is checked. Returns what went into it.
 */
export async function bundleCommandLine(root: string, outfile: string): Promise<Metafile> {
  const { version } = JSON.parse(readFileSync(`${root}/package.json`, "utf8"));
  const { metafile, outputFiles } = await build({
    entryPoints: { main: `${root}/src/cli/main.ts` },
    outdir: dirname(outfile),
    chunkNames: "[name]-[hash]",
    bundle: true,
    splitting: true,
    write: false,
    platform: "node",
    target: "node20.19",
    format: "esm",
    external: ["ajv"],
    pure: ["Object.freeze"],
    define: { RAYCLUSTER_VERSION: JSON.stringify(version) },
    alias: quietYaml(root),
    plugins: [sourceOfBundle(root, await calledFunctions(root))],
    metafile: true,
    logLevel: "warning",
  });
  const folder = join(dirname(outfile), "cli");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const parts = outputFiles.map(({ path, text }) => ({ name: basename(path, ".js"), code: text }));
  const files = await packParts(parts, metafile);
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
  await buildLauncher(root, outfile, "none");
  compileAtOnce(root, outfile, folder);
  await buildLauncher(root, outfile, digestOf(folder));
  chmodSync(outfile, 0o755);
  return metafile;
}

async function buildLauncher(root: string, outfile: string, digest: string): Promise<void> {
  await build({
    entryPoints: [`${root}/src/cli/launch/launch.ts`],
    outfile,
    bundle: true,
    platform: "node",
    target: "node20.19",
    format: "cjs",
    define: { RAYCLUSTER_BUILD: JSON.stringify(digest) },
    minifyWhitespace: true,
    minifySyntax: true,
    logLevel: "warning",
  });
}

/** What differs between any two builds that have a file of another text. */
function digestOf(folder: string): string {
  const digest = createHash("sha256");
  for (const name of readdirSync(folder).sort())
    digest.update(JSON.stringify([name, readFileSync(join(folder, name), "utf8")]));
  return digest.digest("hex").slice(0, 16);
}
