import type { PlainData, PlainList } from "../../diagnostics/plain-data.ts";
import { canonicalText } from "./canonical-text.ts";
import type { Comparison } from "./comparison.ts";
import type { DiffPath } from "./diff-path.ts";
import type { SetShape } from "./shapes/shape.ts";

/** Compares two lists as sets of whole items: what only one of them has is a difference. */
export function compareSets(
  shape: SetShape,
  before: PlainList | undefined,
  after: PlainList | undefined,
  path: DiffPath,
  comparison: Comparison,
): void {
  const [lefts, rights] = [members(shape, before ?? []), members(shape, after ?? [])];
  for (const text of [...new Set([...lefts.keys(), ...rights.keys()])].sort()) {
    const pair = { before: lefts.get(text), after: rights.get(text) };
    if (pair.before !== undefined && pair.after !== undefined) continue;
    const item = shape.nameOf(pair.before ?? pair.after ?? null);
    comparison.differences.push({ path: [...path, { item }], ...pair });
  }
}

/** The items as they are written, by what they mean. */
function members(shape: SetShape, list: PlainList): ReadonlyMap<string, PlainData> {
  const items = new Map<string, PlainData>();
  for (const item of list) {
    const normal = item === null ? undefined : shape.normalize(item);
    if (normal !== undefined && normal !== null) items.set(canonicalText(normal), item);
  }
  return items;
}
