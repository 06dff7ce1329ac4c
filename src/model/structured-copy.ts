import { isPlainObject } from "../diagnostics/plain-data.ts";

/** Plain data as a fresh copy. */
export function structuredCopy(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(structuredCopy);
  if (!isPlainObject(data)) return data;
  return Object.fromEntries(
    Object.entries(data).map(([key, member]) => [key, structuredCopy(member)]),
  );
}
