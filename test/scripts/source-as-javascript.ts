import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { build } from "esbuild";
import type { Plugin } from "vitest/config";
import { fingerprint } from "./kept-build.ts";
import { quietYaml } from "./quiet-yaml.ts";

/** What the JavaScript depends on. */
const INPUTS: readonly string[] = Object.freeze([
  "package-lock.json",
  "tsconfig.json",
  "src",
  "test/scripts",
]);

/**
 * Has tests load the source as modules of Node: JavaScript that esbuild writes once, before a run. That takes a third of
 * the time in which Vitest transforms and evaluates them, and imported names cost nothing when they are used. Who watches
 * gets modules of Vitest, which hears of changes.
 */
export function sourceAsJavaScript(root: string): Plugin {
  const source = join(root, "src");
  const folder = join(root, "node_modules/.cache/raycluster-compiler/source");
  let isOnce = false;
  return {
    name: "source-as-javascript",
    enforce: "pre",
    configureVitest: async ({ vitest, experimental_defineCacheKeyGenerator: keyFrom }) => {
      isOnce = !vitest.config.watch;
      // Who watches imports other modules, and keeps none.
      keyFrom(() => isOnce && "source-as-javascript");
      if (!isOnce) return;
      // Written by the last run, mostly. What another run changed while it was written is written anew.
      const stamp = `${folder}.fingerprint`;
      const before = fingerprint(root, INPUTS);
      const known = existsSync(stamp) ? readFileSync(stamp, "utf8") : "";
      if (known === `${before} ${digestOf(filesIn(folder))}`) return;
      const written = await write(source, folder, quietYaml(root).yaml);
      // Nobody knows what was read if the source changed meanwhile.
      if (fingerprint(root, INPUTS) === before) writeFileSync(stamp, `${before} ${written}`);
      else rmSync(stamp, { force: true });
    },
    resolveId: (id, importer) => {
      if (!isOnce || !id.startsWith(".") || importer === undefined) return undefined;
      const path = resolve(dirname(importer), id);
      const isSource = path.startsWith(`${source}/`) && path.endsWith(".ts");
      return isSource ? javaScript(join(folder, relative(source, path))) : undefined;
    },
  };
}

function javaScript(path: string): string {
  return path.replace(/\.ts$/, ".js");
}

/** Leaves alone what is as it should be: another run may be reading it. Returns the digest of all. */
async function write(source: string, folder: string, yaml: string): Promise<string> {
  const files = readdirSync(source, { recursive: true, encoding: "utf8" });
  const { outputFiles } = await build({
    entryPoints: files.filter((file) => file.endsWith(".ts")).map((file) => join(source, file)),
    outbase: source,
    outdir: folder,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    sourcemap: "inline",
    sourcesContent: false,
    packages: "external",
    write: false,
    logLevel: "warning",
    plugins: [
      {
        name: "modules-apart",
        setup: ({ onResolve }) => {
          onResolve({ filter: /^(?:\..*|yaml)$/ }, ({ path, kind }) =>
            kind === "entry-point"
              ? undefined
              : { path: path === "yaml" ? yaml : javaScript(path), external: true },
          );
        },
      },
    ],
  });
  const written = new Map(outputFiles.map(({ path, text }) => [path, text]));
  const old = filesIn(folder);
  for (const path of old.keys()) if (!written.has(path)) rmSync(path);
  for (const [path, text] of written) {
    if (old.get(path) === text) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return digestOf(written);
}

/** Texts by their paths. */
function filesIn(folder: string): ReadonlyMap<string, string> {
  if (!existsSync(folder)) return new Map();
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Map(
    files
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((path) => [path, readFileSync(path, "utf8")]),
  );
}

function digestOf(texts: ReadonlyMap<string, string>): string {
  const hash = createHash("sha256");
  for (const path of [...texts.keys()].sort()) hash.update(`${path}\0${texts.get(path)}\0`);
  return hash.digest("hex");
}
