import { readFileSync } from "node:fs";
import { load } from "js-yaml";
import { keptData } from "../kept-data.ts";

const parsed = new Map<string, unknown>();

/** The data of a CRD's file, by a reader that is not ours. Reading one takes a tenth of a second, so it is kept. */
export function parsedCrd(file: string): unknown {
  if (!parsed.has(file)) {
    const data = keptData([file], () => load(readFileSync(file, "utf8")));
    parsed.set(file, data);
  }
  return parsed.get(file);
}
