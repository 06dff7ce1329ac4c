import type { SourceRange, Target } from "../diagnostics/diagnostic.ts";
import type { Path } from "../diagnostics/path.ts";
import type { Dialect } from "./dialect.ts";
import { isMergeKey } from "./key-text.ts";
import { readKey } from "./scalar-reading.ts";
import type { TextRanges } from "./text-ranges.ts";
import type { Alias, ParsedNode, YAMLMap } from "./yaml-package.ts";
import { isAlias, isMap, isScalar, isSeq } from "./yaml-package.ts";

/**
 * Paths of the data -> places in the text. A scalar has its own place and an alias the one where it stands; what lies
 * below an alias is where the anchor is. A list or object written over several lines is named by its key, and without one
 * by its first line; the root by its first character. What is missing has the place of its nearest ancestor that is there.
 */
export function createRangeOf(
  root: ParsedNode | null,
  targets: ReadonlyMap<Alias, ParsedNode>,
  ranges: TextRanges,
  dialect: Dialect,
): (path: Path, target: Target) => SourceRange {
  const members: Members = { targets, dialect, known: new Map() };
  return (path, target) => {
    let place: Place = { key: undefined, value: root };
    for (const step of path) {
      const parent = isAlias(place.value) ? targets.get(place.value) : place.value;
      const child = childAt(parent, step, members);
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

/** The members of the maps that were asked for, so that no question costs more than its own steps. */
interface Members {
  readonly targets: ReadonlyMap<Alias, ParsedNode>;
  readonly dialect: Dialect;
  readonly known: Map<YAMLMap.Parsed, ReadonlyMap<string, Place>>;
}

function childAt(
  parent: ParsedNode | null | undefined,
  step: string | number,
  members: Members,
): Place | undefined {
  if (isSeq(parent) && typeof step === "number") {
    const item = parent.items[step];
    return item === undefined ? undefined : { key: undefined, value: item, isItem: true };
  }
  return isMap(parent) ? membersOf(parent, members).get(String(step)) : undefined;
}

/** In requests the first of two equal keys counts, in manifests the last one, and merge keys merge. */
function membersOf(map: YAMLMap.Parsed, members: Members): ReadonlyMap<string, Place> {
  const present = members.known.get(map);
  if (present !== undefined) return present;
  const places = new Map<string, Place>();
  members.known.set(map, places);
  const isManifest = members.dialect === "manifest";
  for (const place of map.items) {
    if (isManifest && isMergeKey(place.key)) {
      for (const merged of mergedMaps(place.value, members)) {
        for (const [text, from] of membersOf(merged, members)) places.set(text, from);
      }
      continue;
    }
    const text = readKey(place.key, members.dialect, members.targets);
    if (text !== undefined && (isManifest || !places.has(text))) places.set(text, place);
  }
  return places;
}

/** The last one counts most. */
function mergedMaps(value: ParsedNode | null, { targets }: Members): readonly YAMLMap.Parsed[] {
  const nodes = isSeq(value) ? value.items.toReversed() : [value];
  return nodes
    .map((node) => (isAlias(node) ? targets.get(node) : node))
    .filter((node) => isMap(node));
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
