import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Plugin } from "esbuild";
import { build } from "esbuild";
import { quickTests } from "../quick-tests.ts";
import { quietYaml } from "../scripts/quiet-yaml.ts";
import { mutationRooms, printedTests } from "./rooms.ts";
import type { Mutant } from "./switched-source.ts";
import { switchedSource } from "./switched-source.ts";

/** A room with all its mutants, and every test that may look at it, as one script. */
export interface RoomBundle {
  /** An async function `($load, $mutants, $require) => …`, which gives `$load` its members; see `Loaders`. */
  readonly script: string;
  readonly mutants: readonly Mutant[];
  /** How many expressions have mutants. */
  readonly expressions: number;
  /** Test files: those of the room, those of what is printed, the other quick ones. */
  readonly stages: readonly (readonly string[])[];
}

/** What the script of a bundle gives: each function evaluates modules once. */
export interface Loaders {
  /** Every module of the room. */
  sources?: () => Promise<unknown>;
  tests?: Readonly<Record<string, () => Promise<unknown>>>;
}

/** Builds the bundle of a room, such as `src/rules`, for files of the folder `root`. */
export async function roomBundle(root: string, room: string): Promise<RoomBundle> {
  const switched = switchedRoom(root, room);
  const stages = testFiles(root, room);
  const sources = [...switched.texts.keys()].map((file) => `import("./${file}")`);
  const tests = stages.flat().map((file) => `"${file}": () => import("./${file}")`);
  const { outputFiles } = await build({
    stdin: {
      contents: `$load.sources = () => Promise.all([${sources.join()}]);\n$load.tests = {${tests.join()}};`,
      resolveDir: root,
    },
    bundle: true,
    write: false,
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "error",
    alias: quietYaml(root),
    plugins: [packages, switching(root, switched.texts)],
  });
  const code = outputFiles[0]?.text ?? "";
  const { mutants, expressions } = switched;
  return {
    script: `(async ($load, $mutants, $require) => {${code}\n})`,
    mutants,
    expressions,
    stages,
  };
}

/** The texts of the room's files with their mutants in them. */
function switchedRoom(root: string, room: string) {
  const texts = new Map<string, string>();
  const mutants: Mutant[] = [];
  let expressions = 0;
  const files = readdirSync(resolve(root, room), { recursive: true, encoding: "utf8" }).sort();
  for (const file of files.filter((name) => name.endsWith(".ts"))) {
    // What npm run api writes is held against the CRDs, not tested by examples.
    if (file.startsWith("table/")) continue;
    const path = `${room}/${file}`;
    const source = readFileSync(resolve(root, path), "utf8");
    const switched = switchedSource(path, source, { mutants: mutants.length, expressions });
    texts.set(path, switched.text);
    mutants.push(...switched.mutants);
    expressions = switched.expressions;
  }
  return { texts, mutants, expressions };
}

/** The test files of each stage, each in its first stage alone. */
function testFiles(root: string, room: string): readonly (readonly string[])[] {
  const all = readdirSync(resolve(root, "test"), { recursive: true, encoding: "utf8" })
    .map((file) => `test/${file}`)
    .filter((file) => file.endsWith(".test.ts"))
    .sort();
  const ofRoom = mutationRooms[room] ?? [room.replace("src/", "test/")];
  const left = new Set(all);
  return [
    ofRoom,
    printedTests,
    quickTests(`${root}/`).filter((file) =>
      Object.values(mutationRooms)
        .flat()
        .some((start) => file.startsWith(start)),
    ),
  ].map((starts) => {
    const files = [...left].filter((file) => starts.some((start) => file.startsWith(start)));
    for (const file of files) left.delete(file);
    return files;
  });
}

/** Packages are loaded once for all evaluations of a bundle, by a function that its script is given. */
const packages: Plugin = {
  name: "packages",
  setup: (bundler) => {
    bundler.onResolve({ filter: /^[^./]|\/node_modules\// }, ({ path, kind }) =>
      kind === "entry-point" ? undefined : { path, namespace: "package" },
    );
    bundler.onLoad({ filter: /.*/, namespace: "package" }, ({ path }) => ({
      contents: `module.exports = $require(${JSON.stringify(path)});`,
      loader: "js",
    }));
  },
};

/** What was made without a mutant would hide it. */
const NO_MEMORY = "export const memory = () => (_key, make) => make();";

function switching(root: string, texts: ReadonlyMap<string, string>): Plugin {
  return {
    name: "switching",
    setup: (bundler) => {
      bundler.onLoad({ filter: /\/test\/memory\.ts$/ }, () => ({
        contents: NO_MEMORY,
        loader: "js",
      }));
      bundler.onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const text = texts.get(path.slice(root.length + 1)) ?? readFileSync(path, "utf8");
        const url = JSON.stringify(pathToFileURL(path).href);
        return { contents: text.replaceAll("import.meta.url", url), loader: "ts" };
      });
    },
  };
}
