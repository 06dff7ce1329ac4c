import type { Plugin } from "esbuild";
import { build } from "esbuild";
import { LATE_CALL, LATE_FUNCTION } from "./late-modules.ts";
import { AT_ONCE } from "./split-source.ts";

/** A part of the program: a module as esbuild splits them. */
export interface Part {
  readonly name: string;
  readonly code: string;
}

/** Parts that share a file. */
export interface Pack {
  readonly parts: readonly Part[];
  /** What others import of each part, by its name. */
  readonly offered: ReadonlyMap<string, readonly string[]>;
  /** The part that runs the program, where it is one of these. */
  readonly program: string | undefined;
}

/**
 * Makes one scope of the parts of a pack, so that they call each other directly and nothing stands between them that would
 * have to be parsed and run. Returns statements that use `offer`, `part`, `rare`, `late`, `programUrl` and `require` as in `pack-parts.ts`.
 */
export async function linkPack(pack: Pack): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ["pack"],
    plugins: [partsOf(pack)],
    bundle: true,
    write: false,
    platform: "node",
    target: "node20.19",
    format: "cjs",
    supported: { arrow: false },
    define: { "import.meta.url": "programUrl" },
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: "none",
    logLevel: "warning",
  });
  const [{ text = "" } = {}] = outputFiles;
  // Asked for late, since making a URL takes a while.
  return (
    text
      .trim()
      .replaceAll("programUrl", "programUrl()")
      // In parentheses, engines compile a function at once.
      .replaceAll(new RegExp(`${AT_ONCE}(?=\\((?:async )?function\\b)`, "g"), "")
      .replaceAll(/(?<=\brare\()"\.\/([\w-]+)\.js"/g, '"$1"')
      .replaceAll(/(?:require|part)\("\.\/([\w-]+)\.js"\)/g, 'part("$1")')
      .replaceAll(LATE_BUILTINS, 'late("$1")')
      // Of modules of Node, the program imports members by name, or the default, which is all of it: nothing is to be copied.
      .replaceAll(/__toESM\(require\("(node:[\w/]+)"\)\)/g, '{default:require("$1")}')
  );
}

/** Modules of Node that take milliseconds to load, and that most commands never use. */
const LATE_BUILTINS = /require\("(node:(?:crypto|child_process))"\)/g;

/** The entry offers what others import, and runs the program then. */
function partsOf({ parts, offered, program }: Pack): Plugin {
  const codes = new Map(parts.map(({ name, code }) => [name, linkable(code)]));
  codes.set("offers", offers(offered));
  codes.set(
    "pack",
    ["offers", ...(program === undefined ? [] : [program])].map(loading).join("\n"),
  );
  return {
    name: "parts",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^/ }, ({ path }) => {
        const name = path.replace(/^\.\/(.*)\.js$/, "$1");
        return codes.has(name) ? { path: name, namespace: "part" } : { path, external: true };
      });
      onLoad({ filter: /^/, namespace: "part" }, ({ path }) => ({
        contents: codes.get(path) ?? "",
      }));
    },
  };
}

/** Parts are loaded at once wherever they are loaded, and for their exports alone: to load them does nothing else. */
function linkable(code: string): string {
  return code
    .replace(/^#!.*\n/, "")
    .replaceAll(/^import "\.\/[\w-]+\.js";\n/gm, "")
    .replaceAll(new RegExp(`${LATE_FUNCTION}\\(\\(\\) => import\\(("[^"]+")\\)`, "g"), "rare($1")
    .replaceAll(new RegExp(`${LATE_CALL}\\(import\\(("[^"]+")\\)\\)`, "g"), "part($1)")
    .replaceAll(/\bimport\(("\.\/[\w-]+\.js")\)/g, "Promise.resolve().then(() => part($1))");
}

function loading(name: string): string {
  return `import ${JSON.stringify(`./${name}.js`)};`;
}

/** Each part makes the object of its exports when somebody asks for it. */
function offers(offered: Pack["offered"]): string {
  const imports: string[] = [];
  const members: string[] = [];
  for (const [index, [name, exported]] of [...offered].entries()) {
    const local = `part${index}`;
    imports.push(`import * as ${local} from ${JSON.stringify(`./${name}.js`)};`);
    const values = exported.map((key) => `${key}: ${local}.${key}`).join(", ");
    members.push(`${JSON.stringify(name)}: () => ({${values}})`);
  }
  return `${imports.join("\n")}\noffer({${members.join(",\n")}});`;
}
