import type { RuleFinding } from "./rule.ts";

/**
 * What a law finds on some items, in their order; what it finds on several, such as a volume that all nodes share, once. Most
 * laws find nothing, which costs next to nothing here.
 */
export function findingsOn<Item>(
  items: readonly Item[],
  find: (item: Item) => readonly RuleFinding[],
): readonly RuleFinding[] {
  let all: RuleFinding[] | undefined;
  for (const item of items) {
    const found = find(item);
    if (found.length === 0) continue;
    all ??= [];
    for (const finding of found) all.push(finding);
  }
  if (all === undefined) return NOTHING;
  return all.length === 1 ? all : distinct(all);
}

function distinct(findings: readonly RuleFinding[]): readonly RuleFinding[] {
  const byPlace = new Map<string, RuleFinding>();
  for (const finding of findings) {
    const { document, path, message } = finding;
    const key = JSON.stringify([document, path, message]);
    if (!byPlace.has(key)) byPlace.set(key, finding);
  }
  return [...byPlace.values()];
}

const NOTHING: readonly RuleFinding[] = Object.freeze([]);
