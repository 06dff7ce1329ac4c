import type { RuleFinding } from "./rule.ts";

/** What a law finds on some items, in their order. Most laws find nothing, which costs next to nothing here. */
export function findingsOn<Item>(
  items: readonly Item[],
  find: (item: Item) => readonly RuleFinding[],
): readonly RuleFinding[] {
  let all: readonly RuleFinding[] = NOTHING;
  for (const item of items) {
    const found = find(item);
    if (found.length > 0) all = [...all, ...found];
  }
  return all;
}

const NOTHING: readonly RuleFinding[] = Object.freeze([]);
