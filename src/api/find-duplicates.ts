import type { PlainData, PlainList } from "../diagnostics/plain-data.ts";
import { isPlainObject } from "../diagnostics/plain-data.ts";
import type { ListType } from "./api-type.ts";

export interface Duplicate {
  readonly index: number;
  /** The first item that is the same. */
  readonly first: number;
}

/** The items of a set or a keyed list that are the same as an earlier one, by what is stored. */
export function findDuplicates(list: PlainList, type: ListType): readonly Duplicate[] {
  if (list.length < 2 || (type.listKind !== "set" && type.listKind !== "map")) return [];
  const firsts = new Map<string, number>();
  return list.flatMap((item, index) => {
    const identity = type.listKind === "set" ? JSON.stringify(item) : identityOf(item, type);
    if (identity === undefined) return [];
    const first = firsts.get(identity);
    if (first === undefined) firsts.set(identity, index);
    return first === undefined ? [] : [{ index, first }];
  });
}

/** The values of an item's keys; undefined where one is missing, which is another mistake. */
export function identityOf(item: PlainData, type: ListType): string | undefined {
  const values = type.keys.map((key) => keyValue(item, key, type));
  return values.includes(undefined) ? undefined : JSON.stringify(values);
}

function keyValue(item: PlainData, key: string, { items }: ListType): PlainData | undefined {
  if (!isPlainObject(item)) return undefined;
  const given = Object.hasOwn(item, key)
    ? (item as { readonly [key: string]: PlainData })[key]
    : undefined;
  if (given !== undefined && given !== null) return given;
  return items.type.kind === "object" ? items.type.fields.get(key)?.byDefault : undefined;
}
