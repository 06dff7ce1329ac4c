import { isThorough } from "./property-runs.ts";

/** One of several by day, beginning with the one whose turn it is; at night all. */
export function byTurns<Item>(items: readonly Item[], every: number, turn = 0): readonly Item[] {
  if (isThorough) return items;
  return items.filter((_item, index) => index % every === turn % every);
}
