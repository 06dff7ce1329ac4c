import type { DocumentName, PlainSource } from "../diagnostics/diagnostic.ts";
import type { PlainData } from "../diagnostics/plain-data.ts";
import { isPlainObject } from "../diagnostics/plain-data.ts";
import { readSimpleText } from "./simple-text.ts";
import type { TextLimits } from "./text-limits.ts";

export interface ReadSimplyOptions {
  readonly limits: TextLimits;
  readonly topLevelKeys?: readonly string[] | undefined;
  readonly documents?: "one" | "all" | undefined;
  /** The same read in full, for whoever asks where something stands. */
  readonly full: () => readonly PlainSource[];
}

/** The documents of a text that is simple, bounded as a snapshot is; undefined for every other text. */
export function readSimply(
  text: string,
  document: DocumentName,
  { limits, topLevelKeys, documents = "all", full }: ReadSimplyOptions,
): readonly PlainSource[] | undefined {
  const simple = readSimpleText(text, limits);
  if (simple === undefined || (documents === "one" && simple.length > 1)) return undefined;
  let known: readonly PlainSource[] | undefined;
  return simple.map((data, index): PlainSource => {
    const rangeOf: PlainSource["rangeOf"] = (path, target) => {
      known ??= full();
      return known[index]?.rangeOf?.(path, target);
    };
    return { document, ...withKeys(data, topLevelKeys), findings: [], rangeOf };
  });
}

/** Of an object at the root the chosen keys alone, in their order. */
function withKeys(
  data: PlainData,
  keys: readonly string[] | undefined,
): Pick<PlainSource, "data" | "otherKeys"> {
  if (keys === undefined || !isPlainObject(data)) return { data, otherKeys: [] };
  const chosen: Record<string, PlainData> = {};
  for (const key of keys) {
    const value = Object.hasOwn(data, key) ? data[key] : undefined;
    if (value !== undefined) chosen[key] = value;
  }
  return { data: chosen, otherKeys: Object.keys(data).filter((key) => !keys.includes(key)) };
}
