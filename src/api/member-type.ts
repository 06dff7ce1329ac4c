import type { ApiType } from "./api-type.ts";

/** The type of a field or of a value of a map; undefined for what the API does not know. */
export function memberType(type: ApiType | undefined, key: string): ApiType | undefined {
  if (type?.kind === "object") return type.field(key)?.type;
  return type?.kind === "map" ? type.values.type : undefined;
}
