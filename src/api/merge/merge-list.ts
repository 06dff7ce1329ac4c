import type { ApiType } from "../api-type.ts";
import type { PatchStrategy } from "../patch-strategies.ts";
import type { Refuse } from "./directives.ts";
import { patchWord, refuseWord, takenWhole } from "./directives.ts";
import { identifyBy, inElementOrder } from "./element-order.ts";
import type { Traced, TracedList, TracedMap } from "./traced.ts";

export type MergeMaps = (base: TracedMap, patch: TracedMap, type: ApiType | undefined) => TracedMap;

/** Merges a list of scalars or of items with a key: mergeSlice in apimachinery's pkg/util/strategicpatch/patch.go. */
export function mergeLists(
  base: TracedList,
  patch: TracedList,
  { key }: PatchStrategy,
  itemType: ApiType | undefined,
  mergeMaps: MergeMaps,
  refuse: Refuse,
): TracedList {
  const identify = identifyBy(key);
  if (key === undefined) {
    const items = distinct([...base.items, ...patch.items], identify);
    return { ...base, items: inElementOrder(items, patch.items, base.items, identify) };
  }
  const { kept, replaces, plain } = sorted(base.items, patch.items, key, refuse);
  if (replaces) return { ...patch, items: plain.flatMap((item) => takenWhole(item, refuse) ?? []) };
  const merged = [...kept];
  const places = new Map<string, number>();
  for (const [index, item] of merged.entries()) {
    const identity = identify(item);
    if (identity !== undefined && !places.has(identity)) places.set(identity, index);
  }
  for (const item of plain) {
    const identity = identify(item);
    if (item.kind !== "map" || identity === undefined) {
      refuseKeyless(item, key, refuse);
      continue;
    }
    const place = places.get(identity);
    const before = place === undefined ? undefined : merged[place];
    if (place !== undefined && before?.kind === "map") {
      merged[place] = mergeMaps(before, item, itemType);
      continue;
    }
    const taken = takenWhole(item, refuse);
    if (taken === undefined) continue;
    places.set(identity, merged.length);
    merged.push(taken);
  }
  return { ...base, items: inElementOrder(merged, plain, kept, identify) };
}

/** A list without the scalars of another. */
export function withoutScalars(base: TracedList, deleted: TracedList): TracedList {
  const identify = identifyBy(undefined);
  const gone = new Set(deleted.items.map(identify));
  return { ...base, items: base.items.filter((item) => !gone.has(identify(item))) };
}

interface Sorted {
  /** The base's items that the patch does not delete. */
  readonly kept: readonly Traced[];
  readonly replaces: boolean;
  /** The patch's items without `$patch`. */
  readonly plain: readonly Traced[];
}

function sorted(
  base: readonly Traced[],
  patch: readonly Traced[],
  key: string,
  refuse: Refuse,
): Sorted {
  const identify = identifyBy(key);
  const plain: Traced[] = [];
  const deleted = new Set<string>();
  let replaces = false;
  for (const item of patch) {
    const word = patchWord(item);
    if (word === undefined) plain.push(item);
    else if (word === "replace") replaces = true;
    else if (word === "delete") {
      const identity = identify(item);
      if (identity === undefined) refuseKeyless(item, key, refuse);
      else deleted.add(identity);
    } else refuseWord(item, word, refuse);
  }
  const kept = base.filter((item) => !deleted.has(identify(item) ?? ""));
  return { kept, replaces, plain };
}

function refuseKeyless(item: Traced, key: string, refuse: Refuse): void {
  refuse(
    item.origin.path,
    `The item has no ${key}, which identifies the item to change in a patch of this list.`,
    `Add ${key}.`,
  );
}

function distinct(
  items: readonly Traced[],
  identify: (item: Traced) => string | undefined,
): readonly Traced[] {
  const seen = new Set<string | undefined>();
  return items.filter((item) => {
    const identity = identify(item);
    const isNew = !seen.has(identity);
    seen.add(identity);
    return isNew;
  });
}
