import type { Path } from "../../diagnostics/path.ts";
import { foldKey } from "./fold-key.ts";
import { meanings } from "./meanings.ts";
import { meantFields } from "./meant-fields.ts";
import { placeOf } from "./places.ts";

/** The setting that a word of charts stands for; at the top level every word is somebody's. */
export function wordFor(parent: Path, key: string, known: readonly string[]): string | undefined {
  if (parent.length === 0) return undefined;
  const { place, fields } = meantFields("settings", parent, key, known);
  const [field] = fields;
  return place === placeOf("settings", parent) && fields.length === 1 && isWord(key)
    ? field
    : undefined;
}

/** Whether a key is a known word rather than one that is only spelled alike. */
function isWord(key: string): boolean {
  return key.length < 100 && meanings.some(({ words }) => words.includes(foldKey(key)));
}
