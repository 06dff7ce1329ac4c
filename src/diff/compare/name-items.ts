import type { PlainData, PlainList } from "../../diagnostics/plain-data.ts";
import type { ListShape } from "./shapes/shape.ts";

/**
 * The items of a list by name, in their order. An item without a name is called by how many of those came before it, and a
 * name that comes again gets its number: `#1`, `ray-head#2`. What a shape completes is completed, and null is left out.
 */
export function nameItems(list: PlainList, shape: ListShape): ReadonlyMap<string, PlainData> {
  const items = new Map<string, PlainData>();
  const seen = new Map<string, number>();
  for (const item of list) {
    if (item === null) continue;
    const name = shape.nameOf(item) ?? "";
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    const unique = times === 1 && name !== "" ? name : `${name}#${times}`;
    items.set(unique, shape.complete === undefined ? item : shape.complete(item));
  }
  return items;
}
