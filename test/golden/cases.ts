import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parse } from "yaml";
import type { TextDocument } from "../../src/diagnostics/text-document.ts";

/** One folder of fixtures: a request and perhaps settings. */
export interface Case {
  readonly name: string;
  /** A text, or an object where the fixture is a module. */
  readonly request: unknown;
  readonly settings: TextDocument | undefined;
  /** Of `compile`, as a caller without types may pass them. */
  readonly options: object | undefined;
}

/** The cases of one kind, sorted by name. Read once: test files share them. */
export function cases(kind: "valid" | "invalid"): Promise<readonly Case[]> {
  const all = known.get(kind) ?? readCases(kind);
  known.set(kind, all);
  return all;
}

const known = new Map<string, Promise<readonly Case[]>>();

async function readCases(kind: string): Promise<readonly Case[]> {
  const folder = join("fixtures", kind);
  const names = readdirSync(folder).sort();
  return Promise.all(names.map((name) => readCase(join(folder, name), name)));
}

async function readCase(folder: string, name: string): Promise<Case> {
  const request =
    (await readModule(join(folder, "request.mjs"))) ??
    readText(folder, "request.yaml") ??
    readText(folder, "request.json");
  if (request === undefined) throw new Error(`${folder} has no request.`);
  const settings = readText(folder, "settings.yaml");
  const options: object | undefined =
    parse(readText(folder, "options.yaml")?.text ?? "") ?? undefined;
  return { name, request, settings, options };
}

async function readModule(file: string): Promise<unknown> {
  if (!existsSync(file)) return undefined;
  const module: { readonly request: unknown } = await import(pathToFileURL(file).href);
  return module.request;
}

function readText(folder: string, file: string): TextDocument | undefined {
  const path = join(folder, file);
  return existsSync(path) ? { file, text: readFileSync(path, "utf8") } : undefined;
}

/** The texts of a case by file name, for code frames. */
export function textsOf({ request, settings }: Case): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const input of [request, settings]) {
    if (isText(input)) texts.set(input.file, input.text);
  }
  return texts;
}

function isText(input: unknown): input is TextDocument {
  return typeof input === "object" && input !== null && "text" in input;
}
