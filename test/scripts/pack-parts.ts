import type { Metafile } from "esbuild";
import type { Pack, Part } from "./link-pack.ts";
import { linkPack } from "./link-pack.ts";
import { REPORTING_ROOM } from "./source-of-bundle.ts";

/**
 * Packs the parts of the program into few files, since each file costs time: what the program always loads is one file,
 * what compiling loads is one, what reporting loads besides is one, and all others are files of their own. Parts load each
 * other by `part`. Returns the files.
 */
export async function packParts(
  parts: readonly Part[],
  metafile: Metafile,
): Promise<ReadonlyMap<string, string>> {
  const graph = partGraph(metafile);
  const reachableFrom = (sources: readonly string[]) =>
    reachable(
      sources.flatMap((source) => graph.partOf.get(source) ?? missing(source)),
      graph.imports,
    );
  const shared = Object.entries({
    [MAIN]: reachable([PROGRAM], graph.imports),
    "compile.cjs": reachableFrom(COMPILING),
    "reporting.cjs": reachableFrom([`room:${REPORTING_ROOM}`]),
  });
  const packs = new Map<string, Part[]>();
  const places: Record<string, string> = {};
  for (const part of parts) {
    const { name } = part;
    const [file] = shared.find(([, names]) => names.has(name)) ?? [`${name}.cjs`];
    if (file !== MAIN) places[name] = file;
    packs.set(file, [...(packs.get(file) ?? []), part]);
  }
  const files = await Promise.all(
    [...packs].map(async ([file, some]) => {
      const code = await linkPack(packOf(some, parts, graph));
      return [file, file === MAIN ? mainFile(code, places) : packFile(code)] as const;
    }),
  );
  return new Map(files);
}

const MAIN = "main.cjs";
const PROGRAM = "main";

/** What `raycluster compile` loads where all goes well. */
const COMPILING: readonly string[] = Object.freeze([
  "src/compile-documents.ts",
  "src/cli/project/compile-as-needed.ts",
  "src/cli/project/name-register.ts",
]);

/** What the other parts of the program import of these. */
function packOf(parts: readonly Part[], all: readonly Part[], graph: PartGraph): Pack {
  const own = new Set(parts.map(({ name }) => name));
  const offered = new Map<string, Set<string>>();
  const offer = (name: string, names: readonly string[]) => {
    if (own.has(name)) offered.set(name, new Set([...(offered.get(name) ?? []), ...names]));
  };
  for (const { name, code } of all) {
    for (const [, loaded = ""] of code.matchAll(/\bimport\("\.\/([\w-]+)\.js"\)/g)) {
      offer(loaded, graph.exports.get(loaded) ?? []);
    }
    if (own.has(name)) continue;
    for (const [, names = "", from = ""] of code.matchAll(IMPORT)) {
      offer(
        from,
        names.split(",").map((entry) => entry.trim().replace(/ as .*$/, "")),
      );
    }
  }
  return {
    parts,
    offered: new Map([...offered].map(([name, names]) => [name, [...names]])),
    program: own.has(PROGRAM) ? PROGRAM : undefined,
  };
}

/** An import as esbuild prints it. */
const IMPORT = /^import \{([^}]*)\} from "\.\/([\w-]+)\.js";$/gm;

/** In parentheses, since engines then parse the function once alone. */
function packFile(code: string): string {
  return `module.exports=(function(offer,part,rare,late,programUrl,require){${code}\n});\n`;
}

/** The parts that are always loaded, and what loads the others. */
function mainFile(code: string, places: Readonly<Record<string, string>>): string {
  return `module.exports=(function(load,require,programFile){"use strict";
const programUrl=()=>require("node:url").pathToFileURL(programFile).href;
const places=${JSON.stringify(places)};
const offers=Object.create(null);
const loaded=Object.create(null);
const late=(name)=>new Proxy({},{get:(_,key)=>require(name)[key]});
const offer=(more)=>Object.assign(offers,more);
const asked=new Set();
function part(name){
if(offers[name]===undefined){
if(asked.has(name))throw new Error("The program loads "+name+" while it loads it.");
asked.add(name);
load(places[name])(offer,part,rare,late,programUrl,require);
}
return loaded[name]??=offers[name]();
}
const rare=(name,key)=>function(){return part(name)[key].apply(undefined,arguments)};
(function(){${code}
})();
});
`;
}

interface PartGraph {
  /** Part by part, those that it loads at once. */
  readonly imports: ReadonlyMap<string, readonly string[]>;
  readonly exports: ReadonlyMap<string, readonly string[]>;
  /** The part that exports a source file. */
  readonly partOf: ReadonlyMap<string, string>;
}

function partGraph({ outputs }: Metafile): PartGraph {
  const imports = new Map<string, readonly string[]>();
  const exports = new Map<string, readonly string[]>();
  const partOf = new Map<string, string>();
  for (const [path, output] of Object.entries(outputs)) {
    const name = nameOf(path);
    const atOnce = output.imports.filter(
      ({ kind, external }) => kind === "import-statement" && external !== true,
    );
    imports.set(
      name,
      atOnce.map(({ path: to }) => nameOf(to)),
    );
    exports.set(name, output.exports);
    if (output.entryPoint !== undefined)
      partOf.set(output.entryPoint.replace(/^.*?(?=src\/)/, ""), name);
  }
  return { imports, exports, partOf };
}

function nameOf(path: string): string {
  return path.replace(/^.*\//, "").replace(/\.js$/, "");
}

function reachable(
  from: readonly string[],
  imports: ReadonlyMap<string, readonly string[]>,
): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    for (const next of imports.get(name) ?? []) visit(next);
  };
  for (const name of from) visit(name);
  return found;
}

function missing(source: string): never {
  throw new Error(`${source} is no part of the program.`);
}
