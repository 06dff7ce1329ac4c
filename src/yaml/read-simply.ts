import type { DocumentName, PlainSource, SourceRange, Target } from "../diagnostics/diagnostic.ts";
import type { Path } from "../diagnostics/path.ts";
import type { PlainData } from "../diagnostics/plain-data.ts";
import { isPlainObject } from "../diagnostics/plain-data.ts";
import type { TextDocument } from "../diagnostics/text-document.ts";
import { simplePlace } from "./simple-place.ts";
import { readSimpleText } from "./simple-text.ts";
import type { TextLimits } from "./text-limits.ts";
import { createTextRanges } from "./text-ranges.ts";

export interface ReadSimplyOptions {
  readonly limits: TextLimits;
  readonly topLevelKeys?: readonly string[] | undefined;
  readonly documents?: "one" | "all" | undefined;
  /** The same read in full, for whoever asks where something stands. */
  readonly full: () => readonly PlainSource[];
}

/** The documents of a text that is simple, bounded as a snapshot is; undefined for every other text. */
export function readSimply(
  textDocument: TextDocument,
  document: DocumentName,
  { limits, topLevelKeys, documents = "all", full }: ReadSimplyOptions,
): readonly PlainSource[] | undefined {
  const simple = readSimpleText(textDocument.text, limits);
  if (simple === undefined || (documents === "one" && simple.length > 1)) return undefined;
  let known: readonly PlainSource[] | undefined;
  let questions = simple.length > 1 ? FEW_QUESTIONS : 0;
  return simple.map((data, index): PlainSource => {
    const rangeOf: PlainSource["rangeOf"] = (path, target) => {
      if (known === undefined && questions++ < FEW_QUESTIONS) {
        const range = rangeInSimpleText(textDocument, path, target);
        if (range !== undefined) return range;
      }
      known ??= full();
      return known[index]?.rangeOf?.(path, target);
    };
    return { document, ...withKeys(data, topLevelKeys), findings: [], rangeOf };
  });
}

/** Places that are looked for in the text itself; to read it in full takes as long as hundreds of looks at a short text. */
const FEW_QUESTIONS = 20;

function rangeInSimpleText(
  textDocument: TextDocument,
  path: Path,
  target: Target,
): SourceRange | undefined {
  const place = simplePlace(textDocument.text, path, target);
  return place && createTextRanges(textDocument).whole(place.start, place.end);
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
