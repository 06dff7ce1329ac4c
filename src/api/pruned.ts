import type { PlainData } from "../diagnostics/plain-data.ts";
import type { Api } from "./api.ts";
import type { ApiType, ObjectType, Slot } from "./api-type.ts";
import { mapList, mapMembers } from "./map-data.ts";

/**
 * A manifest without what the API server drops: fields that it does not know, at any depth, and null where null is nothing.
 * What has a wrong type stays as it is. The very same data where nothing is dropped.
 */
export function pruned(data: PlainData, api: Api): PlainData {
  return pruneType(data, api.root);
}

/** The same for a value of any type of an API. */
export function pruneType(data: PlainData, type: ApiType): PlainData {
  switch (type.kind) {
    case "object":
      return mapMembers(data, (value, key) => pruneMember(value, key, type));
    case "map":
      return mapMembers(data, (value) => pruneType(value, type.values.type));
    case "list":
      return mapList(data, (item) => pruneType(item, type.items.type));
    default:
      return data;
  }
}

function pruneMember(value: PlainData, key: string, type: ObjectType): PlainData | undefined {
  const field: Slot | undefined = type.field(key);
  if (field === undefined) return type.isOpen ? value : undefined;
  return value === null && !field.isNullable ? undefined : pruneType(value, field.type);
}
