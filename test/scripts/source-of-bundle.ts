import { readFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import type { Plugin } from "esbuild";
import type { CalledFunctions } from "./called-functions.ts";
import { LATE_FUNCTION, lateImports } from "./late-modules.ts";
import type { SplitSource } from "./split-source.ts";
import { splitSource } from "./split-source.ts";
import { withoutSchemaWords } from "./without-schema-words.ts";

/**
 * The source files as the bundle takes them: what ordinary runs need of them, and apart from it the functions that they need
 * to report something, and the rare ones, those of the command line and those of the library.
 */
export function sourceOfBundle(root: string, called: CalledFunctions): Plugin {
  const withLateImports = lateImports(root);
  const sources = new Map<string, SplitSource>();
  for (const [path, names] of [...called].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const roomOf = (name: string) => {
      if (names.ordinary.has(name)) return undefined;
      return names.reporting.has(name) ? REPORTING_ROOM : rareRoomOf(root, path);
    };
    const index = sources.size;
    const stub = (room: string, name: string) =>
      `${LATE_FUNCTION}(() => import("room:${room}"), "${name}_${index}")`;
    sources.set(path, splitSource(path, textOf(path), roomOf, stub));
  }
  const pieceIn = (path: string, room: string) =>
    sources.get(path)?.apart.find((piece) => piece.room === room);
  return {
    name: "source-of-bundle",
    setup({ onLoad, onResolve }) {
      onLoad({ filter: /[\\/]src[\\/].*\.ts$/, namespace: "file" }, ({ path }) => ({
        contents: withLateImports(path, sources.get(path)?.ordinary ?? textOf(path)),
        loader: "ts",
      }));
      onResolve({ filter: /^room:/ }, ({ path }) => ({ path: path.slice(5), namespace: "room" }));
      onResolve({ filter: /\?room=/ }, ({ path }) => ({ path, namespace: "piece" }));
      onLoad({ filter: /^/, namespace: "room" }, ({ path: room }) => ({
        contents: [...sources.keys()]
          .flatMap((path, index) => {
            const { functions = [] } = pieceIn(path, room) ?? {};
            const exported = functions.map((name) => `${name} as ${name}_${index}`).join(", ");
            if (exported === "") return [];
            return `export { ${exported} } from ${JSON.stringify(`${path}?room=${room}`)};`;
          })
          .join("\n"),
      }));
      onLoad({ filter: /^/, namespace: "piece" }, ({ path: entry }) => {
        const [path = "", room = ""] = entry.split("?room=");
        return {
          contents: withLateImports(path, pieceIn(path, room)?.text ?? ""),
          loader: "ts",
          resolveDir: dirname(path),
        };
      });
    },
  };
}

/** The functions that ordinary runs need where they have something to report. */
export const REPORTING_ROOM = "reporting";

function textOf(path: string): string {
  return withoutSchemaWords(readFileSync(path, "utf8"));
}

function rareRoomOf(root: string, path: string): string {
  const isOfCommands = relative(resolve(root, "src"), path).startsWith("cli");
  return isOfCommands ? "rare-commands" : "rare-library";
}
