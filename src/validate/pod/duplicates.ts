/** Every item whose key an earlier one has, beside that first one. Items without a key are ignored. */
export function duplicates<Item>(
  items: Iterable<Item>,
  keyOf: (item: Item) => string | undefined,
): readonly (readonly [first: Item, again: Item])[] {
  const firsts = new Map<string, Item>();
  const found: (readonly [Item, Item])[] = [];
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, item);
    else found.push([first, item]);
  }
  return found;
}
