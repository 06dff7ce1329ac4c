import type { ListType } from "../../api/api-type.ts";
import type { PlainData, PlainList } from "../../diagnostics/plain-data.ts";
import { isWrittenItem } from "../../kuberay/writers.ts";
import { canonicalText } from "./canonical-text.ts";
import type { Comparison } from "./comparison.ts";
import type { ItemNaming } from "./item-naming.ts";
import { completeItem } from "./item-naming.ts";
import type { NamedItem } from "./name-items.ts";
import type { Place } from "./place.ts";
import { differenceAt, itemPlace } from "./place.ts";

/** Compares two lists as sets of whole items: what only one of them has is a difference. */
export function compareSets(
  type: ListType,
  naming: ItemNaming,
  before: PlainList | undefined,
  after: PlainList | undefined,
  place: Place,
  comparison: Comparison,
): void {
  const [lefts, rights] = [before, after].map((list) => members(list ?? [], type, place));
  const texts = new Set([...(lefts?.keys() ?? []), ...(rights?.keys() ?? [])]);
  for (const text of [...texts].sort()) {
    const [left, right] = [lefts?.get(text), rights?.get(text)];
    if (left !== undefined && right !== undefined) continue;
    const item = naming.nameOf(left?.data ?? right?.data ?? null) ?? "";
    const itself = itemPlace(place, { item }, left?.index, right?.index);
    comparison.differences.push(differenceAt(itself, { before: left?.data, after: right?.data }));
  }
}

/** The items as they are written, by what they mean. */
function members(
  list: PlainList,
  type: ListType,
  { trail }: Place,
): ReadonlyMap<string, NamedItem> {
  const items = new Map<string, NamedItem>();
  for (const [index, data] of list.entries()) {
    if (data === null || isWrittenItem(trail, data)) continue;
    items.set(textOf(data, type), { index, data });
  }
  return items;
}

function textOf(item: PlainData, type: ListType): string {
  return canonicalText(completeItem(item, type));
}
