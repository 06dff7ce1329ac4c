import type { PlainData } from "../diagnostics/plain-data.ts";
import type { ListType } from "./api-type.ts";
import { plainObject } from "./plain-object.ts";

/**
 * What tells an item of a keyed list from the others: the values of its keys, with the defaults that are stored, in the
 * order of the keys; undefined for a list without keys and where a value is missing.
 */
export function listKeyOf(item: PlainData, type: ListType): readonly PlainData[] | undefined {
  const object = plainObject(item);
  if (object === undefined || type.keys.length === 0) return undefined;
  const values: PlainData[] = [];
  for (const key of type.keys) {
    const given = Object.hasOwn(object, key) ? (object[key] ?? null) : null;
    const value = given ?? defaultOf(key, type);
    if (value === undefined) return undefined;
    values.push(value);
  }
  return values;
}

function defaultOf(key: string, { items }: ListType): PlainData | undefined {
  return items.type.kind === "object" ? items.type.field(key)?.byDefault : undefined;
}
