import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { keptBuild } from "../scripts/kept-build.ts";
import { declarationsIn } from "./declarations.ts";

/** A name that users may import. */
export interface PublicName {
  readonly name: string;
  /** The heading of src/index.ts that it stands under. */
  readonly section: string;
  readonly isType: boolean;
  /** What its docstring says; empty where it has none. */
  readonly description: string;
  /** As the declaration file has it. */
  readonly signature: string;
}

/** Every public name with its declaration, in the order of src/index.ts. Runs the compiler of TypeScript. */
export async function publicNames(): Promise<readonly PublicName[]> {
  const folder = await declarationFolder();
  return exportsOf(readFileSync("src/index.ts", "utf8")).flatMap((entry) => {
    const path = join(folder, entry.module.replace(/\.ts$/, ".d.ts"));
    const declared = declarationsIn(readFileSync(path, "utf8"));
    const names = entry.names ?? [...declared.keys()].map((name) => ({ name, as: name }));
    return names.map(({ name, as }) => {
      const found = declared.get(name);
      if (found === undefined) throw new Error(`${path} does not declare ${name}.`);
      const signature = as === name ? found.signature : renamed(found.signature, name, as);
      const { description } = found;
      return { name: as, section: entry.section, isType: entry.isType, description, signature };
    });
  });
}

interface Export {
  readonly section: string;
  readonly isType: boolean;
  /** Undefined where all names of the module are public. */
  readonly names: readonly { readonly name: string; readonly as: string }[] | undefined;
  readonly module: string;
}

/** The headings of src/index.ts are its comments. */
function exportsOf(text: string): readonly Export[] {
  let section = "";
  const found: Export[] = [];
  const parts = /^\/\/ (.+)$|^export (type )?(?:\*|\{([^}]*)\}) from "\.\/([^"]+)";$/gm;
  for (const [, heading, type, list, module = ""] of text.matchAll(parts)) {
    if (heading !== undefined) section = heading;
    else found.push({ section, isType: type !== undefined, names: namesIn(list), module });
  }
  return found;
}

function namesIn(list: string | undefined): Export["names"] {
  return list
    ?.split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => {
      const [name = "", as = name] = part.split(" as ");
      return { name, as };
    });
}

function renamed(signature: string, name: string, as: string): string {
  return signature.replaceAll(new RegExp(`\\b${name}\\b`, "g"), as);
}

/** The declaration files, kept for other runs. `npm run check` tells of mistakes in what they are made of. */
export function declarationFolder(): Promise<string> {
  const inputs = ["src", "test/docs/public-names.ts"];
  return keptBuild(resolve("."), "declarations", inputs, async (folder) => {
    const tsc = resolve("node_modules/typescript/bin/tsc");
    const project = ["-p", "src/tsconfig.json", "--noCheck"];
    const flags = [...project, "--emitDeclarationOnly", "--outDir", folder];
    const { stdout } = spawnSync(process.execPath, [tsc, ...flags], { encoding: "utf8" });
    if (!existsSync(join(folder, "index.d.ts"))) throw new Error(stdout);
  });
}
