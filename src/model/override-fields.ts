import type { Source, SourceRange } from "../diagnostics/diagnostic.ts";
import { isPlainObject } from "../diagnostics/plain-data.ts";
import { snapshot } from "../yaml/snapshot.ts";

/**
 * Replaces top-level fields of a document that was read. A field that was replaced has no place in the text any more,
 * so that a mistake in it never points at what the text says: its place is that of the new value, if there is one. The new
 * values are copied like any other input.
 */
export function overrideFields(
  source: Source,
  fields: { readonly [key: string]: unknown } | undefined,
  ranges?: ReadonlyMap<string, SourceRange>,
): Source {
  if (fields === undefined) return source;
  const { data: set, findings } = snapshot(fields, source.document);
  if (!isPlainObject(set)) return { ...source, findings: [...source.findings, ...findings] };
  const replaced = new Set<unknown>(Object.keys(set));
  const { data, rangeOf } = source;
  if (replaced.size === 0 || (!isPlainObject(data) && data !== null)) return source;
  return {
    ...source,
    data: { ...data, ...set },
    findings: [...source.findings, ...findings],
    ...(rangeOf === undefined && ranges === undefined
      ? {}
      : {
          rangeOf: (path, target) =>
            replaced.has(path[0]) ? ranges?.get(String(path[0])) : rangeOf?.(path, target),
        }),
  };
}
