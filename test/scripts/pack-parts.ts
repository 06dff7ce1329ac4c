import type { Metafile } from "esbuild";

/** A part of the program, as CommonJS. */
export interface Part {
  readonly name: string;
  readonly code: string;
}

/**
 * Packs the parts of the program into few files, since each file costs time: what the program always loads is one file,
 * what compiling loads is one file, and all others are files of their own. Parts load each other by `part`. Returns the files.
 */
export function packParts(parts: readonly Part[], metafile: Metafile): ReadonlyMap<string, string> {
  const graph = partGraph(metafile);
  const always = reachable(["main"], graph.imports);
  const compiling = reachable(
    COMPILING.flatMap((source) => graph.partOf.get(source) ?? missing(source)),
    graph.imports,
  );
  const files = new Map<string, string>();
  const own: Part[] = [];
  const places: Record<string, string> = {};
  const packs = new Map<string, Part[]>();
  for (const part of parts) {
    if (always.has(part.name)) {
      own.push(part);
      continue;
    }
    const file = compiling.has(part.name) ? "compile.cjs" : `${part.name}.cjs`;
    places[part.name] = file;
    packs.set(file, [...(packs.get(file) ?? []), part]);
  }
  for (const [file, some] of packs) {
    files.set(file, `module.exports=(function(part,late,programUrl){return ${registry(some)}});\n`);
  }
  files.set("main.cjs", mainFile(own, places));
  return files;
}

/** The parts that are always loaded, and what loads the others. */
function mainFile(own: readonly Part[], places: Readonly<Record<string, string>>): string {
  return `module.exports=(function(load,require,programFile){"use strict";
const programUrl=()=>require("node:url").pathToFileURL(programFile).href;
const places=${JSON.stringify(places)};
const parts=${registry(own)};
const loaded=Object.create(null);
const late=(name)=>new Proxy({},{get:(_,key)=>require(name)[key]});
function part(name){
let module=loaded[name];
if(module!==undefined)return module.exports;
if(parts[name]===undefined)Object.assign(parts,load(places[name])(part,late,programUrl));
module=loaded[name]={exports:{}};
parts[name](module,module.exports,require);
return module.exports;
}
part("main");
});
`;
}

/** What `raycluster compile` loads where all goes well. */
const COMPILING: readonly string[] = Object.freeze([
  "src/compile-documents.ts",
  "src/cli/project/compile-as-needed.ts",
]);

/** Modules of Node that take milliseconds to load, and that most commands never use. */
const LATE_BUILTINS = /require\("(node:(?:crypto|child_process))"\)/g;

function registry(parts: readonly Part[]): string {
  const entries = parts.map(({ name, code }) => {
    const linked = code
      .replaceAll(/require\("\.\/([\w-]+)\.js"\)/g, 'part("$1")')
      .replaceAll(LATE_BUILTINS, 'late("$1")');
    // In parentheses, since engines then parse the function once alone.
    return `${JSON.stringify(name)}:(function(module,exports,require){${linked}\n})`;
  });
  return `{${entries.join(",\n")}}`;
}

interface PartGraph {
  /** Part by part, those that it loads at once. */
  readonly imports: ReadonlyMap<string, readonly string[]>;
  /** The part that exports a source file. */
  readonly partOf: ReadonlyMap<string, string>;
}

function partGraph({ outputs }: Metafile): PartGraph {
  const imports = new Map<string, readonly string[]>();
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
    if (output.entryPoint !== undefined)
      partOf.set(output.entryPoint.replace(/^.*?(?=src\/)/, ""), name);
  }
  return { imports, partOf };
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
