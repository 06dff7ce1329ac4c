import type { Alias, ParsedNode } from "yaml";
import { isAlias, isMap, isScalar, isSeq } from "yaml";
import type { SourceRange, Target } from "../diagnostics/diagnostic.ts";
import type { Path } from "../diagnostics/path.ts";
import { keyText } from "./key-text.ts";
import type { TextRanges } from "./text-ranges.ts";

/**
 * Paths of the data -> places in the text. A scalar has its own place and an alias the one where it stands; what lies
 * below an alias is where the anchor is. A list or object written over several lines is named by its key, and without one
 * by its first line; the root by its first character. What is missing has the place of its nearest ancestor that is there.
 */
export function createRangeOf(
  root: ParsedNode | null,
  targets: ReadonlyMap<Alias, ParsedNode>,
  ranges: TextRanges,
): (path: Path, target: Target) => SourceRange {
  return (path, target) => {
    let place: Place = { key: undefined, value: root };
    for (const step of path) {
      const parent = isAlias(place.value) ? targets.get(place.value) : place.value;
      const child = childAt(parent, step);
      if (child === undefined) return rangeOfKey(place, ranges);
      place = child;
    }
    return target === "key" ? rangeOfKey(place, ranges) : rangeOfValue(place, ranges);
  };
}

/** A value and the key that holds it: none for the root and the items of lists. */
interface Place {
  readonly key: ParsedNode | undefined;
  readonly value: ParsedNode | null;
  readonly isItem?: boolean;
}

function childAt(parent: ParsedNode | null | undefined, step: string | number): Place | undefined {
  if (isSeq(parent) && typeof step === "number") {
    const item = parent.items[step];
    return item === undefined ? undefined : { key: undefined, value: item, isItem: true };
  }
  if (!isMap(parent)) return undefined;
  return parent.items.find(({ key }) => keyText(key) === step);
}

function rangeOfKey(place: Place, ranges: TextRanges): SourceRange {
  return place.key === undefined
    ? rangeOfValue(place, ranges)
    : ranges.whole(place.key.range[0], place.key.range[1]);
}

function rangeOfValue({ key, value, isItem = false }: Place, ranges: TextRanges): SourceRange {
  const [start, end] = value?.range ?? [0, 0];
  const isNothing = start === end;
  if (isNothing || (!isScalar(value) && !isAlias(value) && !isFlow(value))) {
    if (key !== undefined) return rangeOfKey({ key, value }, ranges);
  }
  if (isScalar(value) || isAlias(value)) return ranges.whole(start, end);
  return ranges.firstLine(start, isItem || key !== undefined ? end : start);
}

function isFlow(node: ParsedNode | null): boolean {
  return (isMap(node) || isSeq(node)) && node.flow === true;
}
