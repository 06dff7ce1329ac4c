import type { PlainData, PlainList } from "../../diagnostics/plain-data.ts";
import type { Comparison, Pair } from "./comparison.ts";
import type { DiffPath } from "./diff-path.ts";
import { nameItems } from "./name-items.ts";
import { naturalOrder } from "./natural-order.ts";
import { referenceOrder } from "./reference-order.ts";
import type { ListShape, Shape } from "./shapes/shape.ts";

type CompareItems = (shape: Shape, pair: Pair, path: DiffPath, comparison: Comparison) => void;

/** The items of a list by name, in their order. */
type Items = ReadonlyMap<string, PlainData>;

/** Compares two lists by the names of their items, and then by their order where that means something. */
export function compareLists(
  shape: ListShape,
  before: PlainList | undefined,
  after: PlainList | undefined,
  path: DiffPath,
  comparison: Comparison,
  compareItems: CompareItems,
): void {
  const items = { before: nameItems(before ?? [], shape), after: nameItems(after ?? [], shape) };
  const renamed = shape.order === "first" ? renamedFirst(items.before, items.after) : undefined;
  if (renamed !== undefined) {
    const pair = {
      before: items.before.get(renamed.before),
      after: items.after.get(renamed.after),
    };
    compareItems(shape.item, pair, [...path, 0], comparison);
  }
  const names = new Set([...items.before.keys(), ...items.after.keys()]);
  for (const name of [...names].sort(naturalOrder)) {
    if (name === renamed?.before || name === renamed?.after) continue;
    const pair = { before: items.before.get(name), after: items.after.get(name) };
    const place = [...path, { item: name }];
    if (pair.before !== undefined && pair.after !== undefined) {
      compareItems(shape.item, pair, place, comparison);
    } else {
      comparison.differences.push({ path: place, ...pair });
    }
  }
  compareOrder(shape, items.before, items.after, path, comparison);
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

/** Notes another order of the names that both lists have: as a difference where it is one. */
function compareOrder(
  shape: ListShape,
  before: Items,
  after: Items,
  path: DiffPath,
  comparison: Comparison,
): void {
  const left = [...before.keys()].filter((name) => after.has(name));
  const right = [...after.keys()].filter((name) => before.has(name));
  if (left.every((name, index) => name === right[index])) return;
  if (meansSomething(shape, before, after)) {
    comparison.differences.push({ path, before: left, after: right });
  } else {
    comparison.respellings.push({ path, before: left, after: right, cause: "order" });
  }
}

function meansSomething({ order }: ListShape, before: Items, after: Items): boolean {
  switch (order) {
    case "nothing":
      return false;
    case "everything":
      return true;
    case "first":
      return changesFirst(before, after);
    case "references":
      return referenceOrder(before, after) !== referenceOrder(after, before);
  }
}

/** Whether the first item of one list stands elsewhere in the other. */
function changesFirst(before: Items, after: Items): boolean {
  const [left] = before.keys();
  const [right] = after.keys();
  if (left === undefined || right === undefined || left === right) return false;
  return after.has(left) || before.has(right);
}
