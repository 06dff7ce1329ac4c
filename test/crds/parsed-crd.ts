import { readFileSync } from "node:fs";
import { load } from "js-yaml";

const parsed = new Map<string, unknown>();

/** The data of a CRD's file, by a reader that is not ours. Reading one takes a tenth of a second, so each text is read once. */
export function parsedCrd(file: string): unknown {
  const text = readFileSync(file, "utf8");
  if (!parsed.has(text)) parsed.set(text, load(text));
  return parsed.get(text);
}
