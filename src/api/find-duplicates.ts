import type { PlainList } from "../diagnostics/plain-data.ts";
import type { ListType } from "./api-type.ts";
import { listKeyOf } from "./list-key-of.ts";

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
    const compared = type.listKind === "set" ? item : listKeyOf(item, type);
    if (compared === undefined) return [];
    const identity = JSON.stringify(compared);
    const first = firsts.get(identity);
    if (first === undefined) firsts.set(identity, index);
    return first === undefined ? [] : [{ index, first }];
  });
}
