import type { Traced } from "./traced.ts";

/** What tells an item of a list from the others: the value of its key, or of a scalar the value itself. */
export type Identify = (item: Traced) => string | undefined;

/** How items are identified; `8080` and `"8080"` differ. */
export function identifyBy(key: string | undefined): Identify {
  return (item) => {
    const value = key === undefined || item.kind !== "map" ? item : item.members.get(key);
    return value?.kind === "scalar" ? JSON.stringify(value.value) : undefined;
  };
}

/**
 * The order of a merged list: items that the patch names are in the patch's order, the others in the base's; between the
 * two the base's order decides where it knows both, and else the patch's item comes first.
 * Source: normalizeElementOrder and mergeSortedSlice in apimachinery's pkg/util/strategicpatch/patch.go.
 */
export function inElementOrder(
  merged: readonly Traced[],
  patchOrder: readonly Traced[],
  baseOrder: readonly Traced[],
  identify: Identify,
): readonly Traced[] {
  const [inPatch, inBase] = [ranks(patchOrder, identify), ranks(baseOrder, identify)];
  const rank = (item: Traced, order: ReadonlyMap<string, number>) =>
    order.get(identify(item) ?? "");
  const byRank = (order: ReadonlyMap<string, number>) => (left: Traced, right: Traced) =>
    (rank(left, order) ?? 0) - (rank(right, order) ?? 0);
  const named = merged.filter((item) => rank(item, inPatch) !== undefined).sort(byRank(inPatch));
  const others = merged.filter((item) => rank(item, inPatch) === undefined).sort(byRank(inBase));
  const ordered: Traced[] = [];
  let next = 0;
  for (const item of named) {
    const place = rank(item, inBase);
    while (place !== undefined && next < others.length) {
      const other = others[next];
      const otherPlace = other === undefined ? undefined : rank(other, inBase);
      if (other === undefined || otherPlace === undefined || otherPlace >= place) break;
      ordered.push(other);
      next++;
    }
    ordered.push(item);
  }
  return [...ordered, ...others.slice(next)];
}

function ranks(items: readonly Traced[], identify: Identify): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [index, item] of items.entries()) {
    const identity = identify(item);
    if (identity !== undefined && !found.has(identity)) found.set(identity, index);
  }
  return found;
}
