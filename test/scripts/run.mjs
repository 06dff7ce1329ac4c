// Runs a TypeScript script of the project: node test/scripts/run.mjs <script.ts> [arguments]
import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../..", import.meta.url));
const [script, ...rest] = process.argv.slice(2);
const folder = resolve(root, "node_modules/.cache/raycluster-compiler");
const outfile = resolve(folder, `${script.replaceAll(/[^a-z-]/g, "-")}.mjs`);
mkdirSync(folder, { recursive: true });
await build({
  entryPoints: [resolve(root, script)],
  outfile,
  bundle: true,
  platform: "node",
  format: "esm",
  packages: "external",
  logLevel: "warning",
});
process.chdir(root);
process.argv = [process.argv[0], script, ...rest];
await import(pathToFileURL(outfile).href);
