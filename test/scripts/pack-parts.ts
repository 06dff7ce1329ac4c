import type { Metafile } from "esbuild";

/** A part of the program, as CommonJS. */
export interface Part {
  readonly name: string;
  readonly code: string;
}

/**
 * Packs the parts of the program into few files, since each file costs time: what the program always loads is the program,
 * what compiling loads is one file, and all others are files of their own. Parts load each other by `part`.
 */
export function packParts(
  parts: readonly Part[],
  metafile: Metafile,
): { readonly program: string; readonly files: ReadonlyMap<string, string> } {
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
    places[part.name] = `./cli/${file}`;
    packs.set(file, [...(packs.get(file) ?? []), part]);
  }
  for (const [file, some] of packs)
    files.set(file, `"use strict";module.exports=(part,programUrl)=>(${registry(some)});\n`);
  const program = `#!/usr/bin/env node
"use strict";
const programUrl=require("node:url").pathToFileURL(__filename).href;
const places=${JSON.stringify(places)};
const parts=${registry(own)};
const loaded=Object.create(null);
function part(name){
let module=loaded[name];
if(module!==undefined)return module.exports;
if(parts[name]===undefined)Object.assign(parts,require(places[name])(part,programUrl));
module=loaded[name]={exports:{}};
parts[name](module,module.exports);
return module.exports;
}
part("main");
`;
  return { program, files };
}

/** What `raycluster compile` loads where all goes well. */
const COMPILING: readonly string[] = Object.freeze([
  "src/compile-documents.ts",
  "src/cli/project/compile-as-needed.ts",
]);

function registry(parts: readonly Part[]): string {
  const entries = parts.map(({ name, code }) => {
    const linked = code.replaceAll(/require\("\.\/([\w-]+)\.js"\)/g, 'part("$1")');
    // In parentheses, since engines then parse the function once alone.
    return `${JSON.stringify(name)}:(function(module,exports){${linked}\n})`;
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
