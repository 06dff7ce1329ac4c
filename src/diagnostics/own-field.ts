import type { PlainData, PlainList, PlainObject } from "./plain-data.ts";
import { isPlainObject } from "./plain-data.ts";

// A manifest's fields are read one at a time and by their own keys alone: nothing is known of its types yet.

/** A field of an object; undefined for null, for what is missing, and where there is no object. */
export function ownField(data: PlainData | undefined, key: string): PlainData | undefined {
  if (!isObject(data) || !Object.hasOwn(data, key)) return undefined;
  return data[key] ?? undefined;
}

/** The field at the end of a path of keys. */
export function ownFieldAt(
  data: PlainData | undefined,
  ...keys: readonly string[]
): PlainData | undefined {
  return keys.reduce(ownField, data);
}

/** A field that holds an object; else an empty one. */
export function ownObject(data: PlainData | undefined, key: string): PlainObject {
  const field = ownField(data, key);
  return isObject(field) ? field : {};
}

/** A field that holds a list; else an empty one. */
export function ownList(data: PlainData | undefined, key: string): PlainList {
  const field = ownField(data, key);
  return isList(field) ? field : [];
}

/** A field that holds a text. */
export function ownText(data: PlainData | undefined, key: string): string | undefined {
  const field = ownField(data, key);
  return typeof field === "string" ? field : undefined;
}

/** A field that holds a safe integer. */
export function ownInteger(data: PlainData | undefined, key: string): number | undefined {
  const field = ownField(data, key);
  return Number.isSafeInteger(field) ? Number(field) : undefined;
}

export function isObject(value: PlainData | undefined): value is PlainObject {
  return isPlainObject(value);
}

export function isList(value: PlainData | undefined): value is PlainList {
  return Array.isArray(value);
}
