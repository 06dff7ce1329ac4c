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

/** Turns imports of late modules into functions that load them. */
export function lateModules(root: string): Plugin {
  const late = new Set(LATE.map((file) => resolve(root, file)));
  return {
    name: "late-modules",
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => {
        const text = readFileSync(path, "utf8");
        const value = late.has(path)
          ? /^export (?:const|let|class) (\w+)/m.exec(text)?.[1]
          : undefined;
        if (value !== undefined) {
          throw new Error(`${path} is loaded late, so it may export functions only, not ${value}.`);
        }
        const isLate = (specifier: string) => late.has(resolve(dirname(path), specifier));
        return { contents: withLateImports(text, isLate), loader: "ts" };
      });
    },
  };
}

function withLateImports(text: string, isLate: (specifier: string) => boolean): string {
  return text.replace(
    /^import \{([^}]*)\} from ("\.[^"]*");$/gm,
    (statement, names: string, specifier: string) => {
      if (!isLate(JSON.parse(specifier))) return statement;
      return names
        .split(",")
        .map((name) => name.trim())
        .filter((name) => name !== "")
        .map(
          (name) =>
            `function ${name}() { return ${LATE_CALL}(import(${specifier})).${name}.apply(undefined, arguments); }`,
        )
        .join(" ");
    },
  );
}
