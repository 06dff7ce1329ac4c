import { isList, isObject } from "../../diagnostics/own-field.ts";
import type { PlainData } from "../../diagnostics/plain-data.ts";

/** Every key that stands anywhere in the data with a value. */
export function keysWithin(...data: readonly (PlainData | undefined)[]): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const part of data) collect(part, keys);
  return keys;
}

function collect(data: PlainData | undefined, keys: Set<string>): void {
  if (isList(data)) {
    for (const item of data) collect(item, keys);
  } else if (isObject(data)) {
    for (const key of Object.keys(data)) {
      const value = data[key];
      if (value === undefined || value === null) continue;
      keys.add(key);
      if (typeof value === "object") collect(value, keys);
    }
  }
}

/** The last key of a pattern such as `["volumes", "*", "hostPath", "type"]`: where it is missing nothing matches. */
export function lastKey(pattern: readonly string[]): string {
  return pattern.findLast((step) => step !== "*") ?? "";
}

/** What a pattern is judged by, beside the last key of the pattern. */
export type ByLastKey<Entry> = readonly (readonly [key: string, entry: Entry])[];

export function byLastKey<Entry extends { readonly pattern: readonly string[] }>(
  entries: readonly Entry[],
): ByLastKey<Entry> {
  return Object.freeze(entries.map((entry) => [lastKey(entry.pattern), entry] as const));
}

/** The entries whose patterns may match where these keys are. */
export function entriesFor<Entry>(
  entries: ByLastKey<Entry>,
  keys: ReadonlySet<string>,
): readonly Entry[] {
  const found: Entry[] = [];
  for (const [key, entry] of entries) if (keys.has(key)) found.push(entry);
  return found;
}
