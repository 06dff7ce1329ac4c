import { readFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import type { Plugin } from "esbuild";
import type { CalledFunctions } from "./called-functions.ts";
import { LATE_FUNCTION, lateImports } from "./late-modules.ts";
import type { SplitSource } from "./split-source.ts";
import { splitSource } from "./split-source.ts";
import { withoutSchemaWords } from "./without-schema-words.ts";

/**
 * The source files as the bundle takes them: what ordinary runs need of them, and apart from it the rare functions, those of
 * the command line and those of the library.
 */
export function sourceOfBundle(root: string, called: CalledFunctions): Plugin {
  const withLateImports = lateImports(root);
  const sources = new Map<string, SplitSource>();
  for (const [path, names] of [...called].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const group = groupOf(root, path);
    const index = sources.size;
    const stub = (name: string) =>
      `${LATE_FUNCTION}(() => import("rare:${group}"), "${name}_${index}")`;
    sources.set(path, splitSource(path, textOf(path), names, stub));
  }
  return {
    name: "source-of-bundle",
    setup({ onLoad, onResolve }) {
      onLoad({ filter: /[\\/]src[\\/].*\.ts$/, namespace: "file" }, ({ path }) => ({
        contents: withLateImports(path, sources.get(path)?.ordinary ?? textOf(path)),
        loader: "ts",
      }));
      onResolve({ filter: /^rare:/ }, ({ path }) => ({ path, namespace: "rare" }));
      onResolve({ filter: /\?rare$/ }, ({ path }) => ({ path, namespace: "rare-of" }));
      onLoad({ filter: /^/, namespace: "rare" }, ({ path: entry }) => ({
        contents: [...sources]
          .flatMap(([path, { rare }], index) =>
            rare === undefined || entry !== `rare:${groupOf(root, path)}`
              ? []
              : `export { ${rare.functions.map((name) => `${name} as ${name}_${index}`).join(", ")} } from ${JSON.stringify(`${path}?rare`)};`,
          )
          .join("\n"),
      }));
      onLoad({ filter: /^/, namespace: "rare-of" }, ({ path: entry }) => {
        const path = entry.replace(/\?rare$/, "");
        return {
          contents: withLateImports(path, sources.get(path)?.rare?.text ?? ""),
          loader: "ts",
          resolveDir: dirname(path),
        };
      });
    },
  };
}

function textOf(path: string): string {
  return withoutSchemaWords(readFileSync(path, "utf8"));
}

function groupOf(root: string, path: string): string {
  return relative(resolve(root, "src"), path).startsWith("cli") ? "commands" : "library";
}
