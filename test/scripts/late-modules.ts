import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";

/**
 * Large modules, with what they load, that only few requests need: each is a file of its own, apart from the rare functions. The
 * bundle loads it when one of its functions is called for the first time; nobody calls them while modules load.
 */
const LATE: readonly string[] = Object.freeze([
  "src/yaml/read-fully.ts",
  "src/rules/owner-breaches.ts",
]);

/** The name that marks an import which `pack-parts.ts` makes a call. */
export const LATE_CALL = "loadedLate";

/** The name that marks a function which is a late one of another module; `pack-parts.ts` makes it. */
export const LATE_FUNCTION = "lateFunction";

/**
 * Makes imports of late modules, in the text of a file, functions that load them. Whoever imports more than functions of one
 * loads it at once.
 */
export function lateImports(root: string): (path: string, text: string) => string {
  const functions = new Map(
    LATE.map((file) => resolve(root, file)).map((file) => [file, functionsOf(file)]),
  );
  return (path, text) =>
    withLateImports(text, (specifier) => functions.get(resolve(dirname(path), specifier)));
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
