import type { PlainData, PlainList } from "../../diagnostics/plain-data.ts";
import type { ItemNaming } from "./item-naming.ts";

/** An item of a list and where it stands. */
export interface NamedItem {
  readonly index: number;
  readonly data: PlainData;
}

/**
 * The items of a list by name, in their order. An item without a name is called by how many of those came before it, and a
 * name that comes again gets its number: `#1`, `ray-head#2`. Null is left out.
 */
export function nameItems(
  list: PlainList,
  { nameOf }: Pick<ItemNaming, "nameOf">,
): ReadonlyMap<string, NamedItem> {
  const items = new Map<string, NamedItem>();
  const seen = new Map<string, number>();
  for (const [index, data] of list.entries()) {
    if (data === null) continue;
    const name = nameOf(data) ?? "";
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    const unique = times === 1 && name !== "" ? name : `${name}#${times}`;
    items.set(unique, { index, data });
  }
  return items;
}
