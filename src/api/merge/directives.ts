import type { Path } from "../../diagnostics/path.ts";
import type { Traced, TracedMap } from "./traced.ts";

export const PATCH = "$patch";
export const RETAIN_KEYS = "$retainKeys";
export const SET_ORDER = "$setElementOrder/";
export const DELETE_SCALARS = "$deleteFromPrimitiveList/";

/** Reports a mistake in a patch: where, what, and what to do. */
export type Refuse = (path: Path, message: string, hint: string) => void;

/** Whether a key of a patch is an order to the merge, not a field. */
export function isDirective(key: string): boolean {
  return (
    key === PATCH ||
    key === RETAIN_KEYS ||
    key.startsWith(SET_ORDER) ||
    key.startsWith(DELETE_SCALARS)
  );
}

/** The word behind `$patch`; undefined if there is none. */
export function patchWord(node: Traced): string | undefined {
  if (node.kind !== "map") return undefined;
  const word = node.members.get(PATCH);
  if (word === undefined) return undefined;
  return word.kind === "scalar" ? String(word.value) : "";
}

/**
 * What a patch puts where the base has nothing: without orders, without null, without what it deletes. Undefined where
 * nothing is left to put.
 */
export function takenWhole(node: Traced, refuse: Refuse): Traced | undefined {
  if (node.kind === "scalar") return node.value === null ? undefined : node;
  if (node.kind === "list") {
    const items = node.items.flatMap((item) => {
      if (item.kind === "scalar") return [item];
      if (patchWord(item) === "replace") return [];
      return takenWhole(item, refuse) ?? [];
    });
    return { ...node, items };
  }
  const word = patchWord(node);
  if (word === "delete") return undefined;
  if (word !== undefined && word !== "replace") refuseWord(node, word, refuse);
  return withoutDirectives(node, refuse);
}

export function withoutDirectives(node: TracedMap, refuse: Refuse): TracedMap {
  const members = [...node.members].flatMap(
    ([key, member]): readonly (readonly [string, Traced])[] => {
      const taken = isDirective(key) ? undefined : takenWhole(member, refuse);
      return taken === undefined ? [] : [[key, taken]];
    },
  );
  return { ...node, members: new Map(members) };
}

export function refuseWord(node: Traced, word: string, refuse: Refuse): void {
  refuse(
    [...node.origin.path, PATCH],
    `$patch must be replace or delete here, but it is ${JSON.stringify(word.slice(0, 60))}.`,
    "Remove $patch to merge.",
  );
}
