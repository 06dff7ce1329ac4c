import { execFile } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { promisify } from "node:util";
import type { Plugin } from "esbuild";
import { build } from "esbuild";
import { declarationFolder } from "../docs/public-names.ts";
import { keptBuild } from "../scripts/kept-build.ts";
import { quietYaml } from "../scripts/quiet-yaml.ts";
import { bundledKubernetesClient } from "./bundled-kubernetes-client.ts";

/** The code of a page, written to a folder of its own, as TypeScript and as modules that run. */
export interface DocumentedCode {
  readonly folder: string;
  /** The TypeScript files, such as `cluster.ts`. */
  readonly files: readonly string[];
  /** The module made of one of them. */
  readonly moduleOf: (file: string) => string;
}

const LIBRARY = resolve("src/index.ts");

/** Takes the `ts` blocks out of a page; the first line of each names the file that it belongs to. */
export function extractCode(page: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const [, block = ""] of page.matchAll(/^```ts\n([\s\S]*?)^```$/gm)) {
    const [, file, text] = /^\/\/ ([a-z-]+\.ts)\n([\s\S]*)$/.exec(block) ?? [];
    if (file === undefined || text === undefined) {
      throw new Error(`This block does not name its file in its first line:\n${block}`);
    }
    files.set(file, `${files.get(file) ?? ""}${text}\n`);
  }
  return files;
}

/** What goes into documented code beside the page. */
const INPUTS: readonly string[] = Object.freeze(["src", "test/embedding", "test/scripts"]);

/**
 * Writes and bundles the code of a page, with this project in place of the installed package. The folder is kept for other
 * test files and other runs.
 */
export async function buildDocumentedCode(page = "docs/embedding.md"): Promise<DocumentedCode> {
  const code = extractCode(readFileSync(page, "utf8"));
  const files = [...code.keys()];
  const name = `documented/${basename(page, ".md")}`;
  const folder = await keptBuild(resolve("."), name, [page, ...INPUTS], (into) =>
    buildInto(into, code),
  );
  return { folder, files, moduleOf: (file) => join(folder, file.replace(/\.ts$/, ".mjs")) };
}

async function buildInto(folder: string, code: ReadonlyMap<string, string>): Promise<void> {
  for (const [file, text] of code) writeFileSync(join(folder, file), text);
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
  const text = [...code.values()].join("");
  const usesClient = text.includes("@kubernetes/client-node");
  const client = usesClient ? await bundledKubernetesClient(text) : undefined;
  await build({
    entryPoints: [...code.keys()].map((file) => join(folder, file)),
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    // The programs of a page share the library.
    splitting: true,
    platform: "node",
    format: "esm",
    alias: { ...quietYaml(resolve(".")), "raycluster-compiler": LIBRARY },
    external: ["zod"],
    logLevel: "warning",
    plugins: client === undefined ? [] : [clientAt(client)],
  });
}

function clientAt(path: string): Plugin {
  return {
    name: "kubernetes-client",
    setup: ({ onResolve }) => {
      onResolve({ filter: /^@kubernetes\/client-node$/ }, () => ({ path, external: true }));
    },
  };
}

/** What the compiler complains of in the page's code, which sees what users see: declarations. Empty where it does not complain. */
export async function typeErrors({ folder, files }: DocumentedCode): Promise<string> {
  const project = projectOf(files, await declarationFolder());
  // Another run may judge the same folder at this time.
  const projectFile = join(folder, `tsconfig.${process.pid}.json`);
  writeFileSync(projectFile, JSON.stringify(project));
  const tsc = resolve("node_modules/typescript/bin/tsc");
  try {
    // It is done before a second thread or a collection of garbage would be of use.
    await promisify(execFile)(process.execPath, [tsc, "--singleThreaded", "-p", projectFile], {
      env: { PATH: process.env.PATH, GOGC: "off" },
    });
    return "";
  } catch (error) {
    const output = error instanceof Error && "stdout" in error ? String(error.stdout) : `${error}`;
    return output.replace(/^(?:src|test)\/.*\n(?: .*\n)*/gm, "").trim();
  } finally {
    rmSync(projectFile);
  }
}

function projectOf(files: readonly string[], declarations: string): unknown {
  return {
    extends: resolve("tsconfig.json"),
    compilerOptions: {
      paths: { "raycluster-compiler": [join(declarations, "index.d.ts")] },
      types: ["node"],
    },
    files,
    include: [],
  };
}
