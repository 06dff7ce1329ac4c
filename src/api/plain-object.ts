import type { PlainData, PlainObject } from "../diagnostics/plain-data.ts";
import { isPlainObject } from "../diagnostics/plain-data.ts";

/** The value where it is an object; undefined for everything else. */
export function plainObject(value: PlainData | undefined): PlainObject | undefined {
  return isObject(value) ? value : undefined;
}

function isObject(value: PlainData | undefined): value is PlainObject {
  return isPlainObject(value);
}
