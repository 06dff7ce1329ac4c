import type { PlainData } from "../diagnostics/plain-data.ts";
import type { Api } from "./api.ts";
import type { ApiType, ObjectType } from "./api-type.ts";
import { mapList, mapMembers } from "./map-data.ts";
import { plainObject } from "./plain-object.ts";

/**
 * A manifest with the defaults that the API server writes into it: in every object that is there, for every field that is
 * left out or null. They come last in their object. The very same data where there is nothing to add.
 */
export function withStoredDefaults(data: PlainData, api: Api): PlainData {
  return defaultType(data, api.root);
}

/** The same for a value of any type of an API. */
export function defaultType(data: PlainData, type: ApiType): PlainData {
  switch (type.kind) {
    case "object":
      return defaultObject(data, type);
    case "map":
      return mapMembers(data, (value) => defaultType(value, type.values.type));
    case "list":
      return mapList(data, (item) => defaultType(item, type.items.type));
    default:
      return data;
  }
}

function defaultObject(data: PlainData, type: ObjectType): PlainData {
  const object = plainObject(data);
  if (object === undefined) return data;
  const added: [string, PlainData][] = [];
  for (const { name, byDefault, isNullable, type: fieldType } of type.defaulted) {
    if (byDefault === undefined) continue;
    const given = Object.hasOwn(object, name) ? object[name] : undefined;
    const isLeftOut = given === undefined || (given === null && !isNullable);
    if (isLeftOut) added.push([name, defaultType(byDefault, fieldType)]);
  }
  const completed = mapMembers(data, (value, key) => {
    const field = type.field(key);
    return field === undefined ? value : defaultType(value, field.type);
  });
  if (added.length === 0) return completed;
  return Object.fromEntries([...Object.entries(plainObject(completed) ?? {}), ...added]);
}
