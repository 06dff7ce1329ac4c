import type { ApiType } from "../api-type.ts";
import { memberType } from "../member-type.ts";
import { patchStrategy } from "../patch-strategies.ts";
import type { Refuse } from "./directives.ts";
import {
  DELETE_SCALARS,
  isDirective,
  PATCH,
  patchWord,
  RETAIN_KEYS,
  refuseWord,
  SET_ORDER,
  takenWhole,
  withoutDirectives,
} from "./directives.ts";
import { identifyBy, inElementOrder } from "./element-order.ts";
import { mergeLists, withoutScalars } from "./merge-list.ts";
import type { Traced, TracedList, TracedMap } from "./traced.ts";

/** Merges two maps by their type: mergeMap in apimachinery's pkg/util/strategicpatch/patch.go. */
export function mergeMaps(
  base: TracedMap,
  patch: TracedMap,
  type: ApiType | undefined,
  refuse: Refuse,
): TracedMap {
  const word = patchWord(patch);
  if (word === "replace") return withoutDirectives(patch, refuse);
  if (word === "delete") return { ...patch, members: new Map() };
  if (word !== undefined) refuseWord(patch, word, refuse);
  const members = new Map(retained(base, patch, refuse));
  for (const [key, member] of patch.members) {
    if (key.startsWith(DELETE_SCALARS))
      deleteScalars(members, key.slice(DELETE_SCALARS.length), member);
    else if (!isDirective(key)) mergeMember(members, key, member, type, refuse);
  }
  for (const [key, order] of patch.members) {
    if (key.startsWith(SET_ORDER))
      setOrder(members, base, patch, key.slice(SET_ORDER.length), order, type, refuse);
  }
  return { ...base, members };
}

function mergeMember(
  members: Map<string, Traced>,
  key: string,
  patch: Traced,
  type: ApiType | undefined,
  refuse: Refuse,
): void {
  const before = members.get(key);
  if (before?.kind === "map" && patch.kind === "map") {
    members.set(key, mergeMaps(before, patch, memberType(type, key), refuse));
  } else {
    const strategy = type?.kind === "object" ? patchStrategy(type.name, key) : undefined;
    if (before?.kind === "list" && patch.kind === "list" && strategy !== undefined) {
      const list = memberType(type, key);
      const itemType = list?.kind === "list" ? list.items.type : undefined;
      const merge = (left: TracedMap, right: TracedMap, inner: ApiType | undefined) =>
        mergeMaps(left, right, inner, refuse);
      members.set(key, mergeLists(before, patch, strategy, itemType, merge, refuse));
    } else {
      const taken = takenWhole(patch, refuse);
      if (taken !== undefined) members.set(key, taken);
      else members.delete(key);
    }
  }
}

/** The base's members that `$retainKeys` lets stay. */
function retained(base: TracedMap, patch: TracedMap, refuse: Refuse): ReadonlyMap<string, Traced> {
  const list = patch.members.get(RETAIN_KEYS);
  if (list === undefined) return base.members;
  const kept = new Set(textsOf(list));
  for (const [key, member] of patch.members) {
    const isNull = member.kind === "scalar" && member.value === null;
    if (isDirective(key) || isNull || kept.has(key)) continue;
    refuse(
      member.origin.path,
      `$retainKeys does not name ${key}, which the patch also sets.`,
      `Add ${key} to $retainKeys.`,
    );
  }
  return new Map([...base.members].filter(([key]) => kept.has(key)));
}

function textsOf(list: Traced): readonly string[] {
  if (list.kind !== "list") return [];
  return list.items.flatMap((item) => (item.kind === "scalar" ? [String(item.value)] : []));
}

function deleteScalars(members: Map<string, Traced>, key: string, deleted: Traced): void {
  const before = members.get(key);
  if (before?.kind === "list" && deleted.kind === "list") {
    members.set(key, withoutScalars(before, deleted));
  }
}

function setOrder(
  members: Map<string, Traced>,
  base: TracedMap,
  patch: TracedMap,
  key: string,
  order: Traced,
  type: ApiType | undefined,
  refuse: Refuse,
): void {
  const strategy = type?.kind === "object" ? patchStrategy(type.name, key) : undefined;
  const merged = members.get(key);
  if (merged?.kind !== "list" || order.kind !== "list") return;
  const identify = identifyBy(strategy?.key);
  const own = plainItems(patch.members.get(key)).map(identify);
  const listed = order.items.map(identify);
  if (!isInOrder(own, listed)) {
    refuse(
      order.origin.path,
      `${SET_ORDER}${key} must list the items that the patch sets for ${key}, in the same order.`,
      "List all of them, in the same order in both places.",
    );
  }
  const before = base.members.get(key);
  const baseItems = before?.kind === "list" ? before.items : [];
  const items = inElementOrder(merged.items, order.items, baseItems, identify);
  members.set(key, { ...merged, items });
}

function plainItems(list: Traced | undefined): TracedList["items"] {
  if (list?.kind !== "list") return [];
  return list.items.filter((item) => item.kind !== "map" || !item.members.has(PATCH));
}

/** Whether all of the first stand in the second, in the same order. */
function isInOrder(
  own: readonly (string | undefined)[],
  listed: readonly (string | undefined)[],
): boolean {
  let at = 0;
  for (const identity of listed) if (at < own.length && identity === own[at]) at++;
  return at === own.length;
}
