import { readdirSync, readFileSync } from "node:fs";
import { parseAllDocuments } from "yaml";
import type { PlainData, PlainObject } from "../src/diagnostics/plain-data.ts";
import { isPlainObject } from "../src/diagnostics/plain-data.ts";
import { deepFrozen } from "./compile/plain-copies.ts";
import { keptData } from "./kept-data.ts";

/** Where manifests of real clusters lie beside the project. */
export const corpusFolder = "../shared/corpus";

let known: Readonly<Record<string, readonly PlainData[]>> | undefined;

/** The documents of every file of the corpus, by a reader that is not ours. Test files share them, so that they are frozen. */
export function corpusDocuments(): Readonly<Record<string, readonly PlainData[]>> {
  known ??= deepFrozen(Object.fromEntries(Object.entries(Object(keptData(paths(), readAll)))));
  return known;
}

/** The first document of a file. */
export function corpusManifest(file: string): PlainObject {
  const [document] = corpusDocuments()[file] ?? [];
  if (!isPlainObject(document)) throw new Error(`${file} holds no object.`);
  return document;
}

function paths(): readonly string[] {
  return readdirSync(corpusFolder)
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => `${corpusFolder}/${file}`);
}

function readAll(): unknown {
  return Object.fromEntries(
    paths().map((path) => {
      const documents = parseAllDocuments(readFileSync(path, "utf8"), { schema: "yaml-1.1" });
      return [path.slice(corpusFolder.length + 1), documents.map((document) => document.toJS())];
    }),
  );
}
