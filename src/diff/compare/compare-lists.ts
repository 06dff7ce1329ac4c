import type { PlainData, PlainList } from "../../diagnostics/plain-data.ts";
import type { Comparison, Pair } from "./comparison.ts";
import type { ItemNaming } from "./item-naming.ts";
import type { NamedItem } from "./name-items.ts";
import { nameItems } from "./name-items.ts";
import { naturalOrder } from "./natural-order.ts";
import type { Place } from "./place.ts";
import { differenceAt, itemPlace } from "./place.ts";
import { referenceOrder } from "./reference-order.ts";

/** Compares two values of the list's items. */
export type CompareItems = (pair: Pair, place: Place) => void;

/** The items of a list by name, in their order. */
type Items = ReadonlyMap<string, NamedItem>;

/** Compares two lists by the names of their items, and then by their order where that means something. */
export function compareLists(
  naming: ItemNaming,
  before: PlainList | undefined,
  after: PlainList | undefined,
  place: Place,
  comparison: Comparison,
  compareItems: CompareItems,
): void {
  const items = { before: nameItems(before ?? [], naming), after: nameItems(after ?? [], naming) };
  const renamed = naming.order === "first" ? renamedFirst(items.before, items.after) : undefined;
  if (renamed !== undefined) {
    const [left, right] = [items.before.get(renamed.before), items.after.get(renamed.after)];
    compareItems(
      { before: left?.data, after: right?.data },
      itemPlace(place, 0, left?.index, right?.index),
    );
  }
  const names = new Set([...items.before.keys(), ...items.after.keys()]);
  for (const name of [...names].sort(naturalOrder)) {
    if (name === renamed?.before || name === renamed?.after) continue;
    const [left, right] = [items.before.get(name), items.after.get(name)];
    const itself = itemPlace(place, { item: name }, left?.index, right?.index);
    const pair = { before: left?.data, after: right?.data };
    if (left !== undefined && right !== undefined) compareItems(pair, itself);
    else comparison.differences.push(differenceAt(itself, pair));
  }
  compareOrder(naming, items.before, items.after, place, comparison);
}

/** Compares two lists item by item: any difference is one of the whole list. */
export function compareInOrder(
  { before, after }: { readonly before: PlainList; readonly after: PlainList },
  place: Place,
  comparison: Comparison,
  compareItem: (pair: Pair, place: Place, comparison: Comparison) => void,
): void {
  const inside: Comparison = { differences: [], respellings: [] };
  for (const [index, item] of before.entries()) {
    const pair = { before: value(item), after: value(after[index]) };
    compareItem(pair, itemPlace(place, index, index, index), inside);
  }
  if (before.length === after.length && inside.differences.length === 0) {
    comparison.respellings.push(...inside.respellings);
  } else {
    comparison.differences.push(differenceAt(place, { before, after }));
  }
}

function value(item: PlainData | undefined): PlainData | undefined {
  return item ?? undefined;
}

/** The first items, where each has a name that the other list has not: then one is the other under a new name. */
function renamedFirst(
  before: Items,
  after: Items,
): { readonly before: string; readonly after: string } | undefined {
  const [left] = before.keys();
  const [right] = after.keys();
  if (left === undefined || right === undefined) return undefined;
  return before.has(right) || after.has(left) ? undefined : { before: left, after: right };
}

/** Notes another order of the names that both lists have, or another first item: as a difference where it is one. */
function compareOrder(
  naming: ItemNaming,
  before: Items,
  after: Items,
  place: Place,
  comparison: Comparison,
): void {
  if (naming.order === "first" && changesFirst(before, after)) {
    const names = { before: [...before.keys()], after: [...after.keys()] };
    comparison.differences.push(differenceAt(place, names));
    return;
  }
  const left = [...before.keys()].filter((name) => after.has(name));
  const right = [...after.keys()].filter((name) => before.has(name));
  if (left.every((name, index) => name === right[index])) return;
  const difference = differenceAt(place, { before: left, after: right });
  if (meansSomething(naming, before, after)) comparison.differences.push(difference);
  else comparison.respellings.push({ ...difference, cause: "order" });
}

function meansSomething({ order }: ItemNaming, before: Items, after: Items): boolean {
  if (order === "everything") return true;
  return (
    order === "references" &&
    referenceOrder(data(before), data(after)) !== referenceOrder(data(after), data(before))
  );
}

function data(items: Items): ReadonlyMap<string, PlainData> {
  return new Map([...items].map(([name, item]) => [name, item.data]));
}

/** Whether the first item of one list stands elsewhere in the other. */
function changesFirst(before: Items, after: Items): boolean {
  const [left] = before.keys();
  const [right] = after.keys();
  return (
    left !== undefined &&
    right !== undefined &&
    left !== right &&
    (after.has(left) || before.has(right))
  );
}
