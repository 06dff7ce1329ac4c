import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Plugin } from "esbuild";

/**
 * Modules that a command needs only where something is out of the ordinary, or for few requests. The bundle loads them when one of their
 * functions is called for the first time; so they export functions, and nobody calls them while modules load.
 */
const LATE: readonly string[] = Object.freeze([
  "src/yaml/read-fully.ts",
  "src/model/describe-issue.ts",
  "src/model/salvage.ts",
  "src/model/unknown-keys/explain-unknown-keys.ts",
  "src/model/unknown-keys/fields-of.ts",
  "src/model/unknown-keys/meant-fields.ts",
  "src/model/unknown-keys/word-for.ts",
  "src/rules/owner-breaches.ts",
]);

/** The name that marks an import which `pack-parts.ts` makes a call. */
export const LATE_CALL = "loadedLate";

/** Turns imports of late modules into functions that load them. Whoever imports more than functions of one loads it at once. */
export function lateModules(root: string): Plugin {
  const functions = new Map(
    LATE.map((file) => resolve(root, file)).map((file) => [file, functionsOf(file)]),
  );
  return {
    name: "late-modules",
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => ({
        contents: withLateImports(readFileSync(path, "utf8"), (specifier) =>
          functions.get(resolve(dirname(path), specifier)),
        ),
        loader: "ts",
      }));
    },
  };
}

function functionsOf(file: string): ReadonlySet<string> {
  const exported = readFileSync(file, "utf8").matchAll(/^export (?:async )?function (\w+)/gm);
  return new Set([...exported].map(([, name = ""]) => name));
}

function withLateImports(
  text: string,
  lateFunctions: (specifier: string) => ReadonlySet<string> | undefined,
): string {
  return text.replace(
    /^import \{([^}]*)\} from ("\.[^"]*");$/gm,
    (statement, list: string, specifier: string) => {
      const functions = lateFunctions(JSON.parse(specifier));
      const names = list
        .split(",")
        .map((name) => name.trim())
        .filter((name) => name !== "");
      if (!names.every((name) => functions?.has(name) === true)) return statement;
      return names
        .map(
          (name) =>
            `function ${name}() { return ${LATE_CALL}(import(${specifier})).${name}.apply(undefined, arguments); }`,
        )
        .join(" ");
    },
  );
}
