import type { Source } from "../diagnostics/diagnostic.ts";
import { isPlainObject } from "../diagnostics/plain-data.ts";

/**
 * Replaces top-level fields of a document that was read. A field that was replaced has no place in the text any more,
 * so that a mistake in it never points at what the text says.
 */
export function overrideFields(
  source: Source,
  fields: { readonly [key: string]: string | undefined } | undefined,
): Source {
  if (fields === undefined) return source;
  const set = Object.entries(fields).filter(([, value]) => value !== undefined);
  if (set.length === 0) return source;
  const { data, rangeOf } = source;
  if (!isPlainObject(data) && data !== null) return source;
  const replaced = new Set<unknown>(set.map(([key]) => key));
  return {
    ...source,
    data: { ...data, ...Object.fromEntries(set) },
    ...(rangeOf === undefined
      ? {}
      : {
          rangeOf: (path, target) => (replaced.has(path[0]) ? undefined : rangeOf(path, target)),
        }),
  };
}
