import type { ApiVersionName, Span } from "./span.ts";
import { spanOf } from "./span.ts";
import { typeRows } from "./table/table.ts";
import { readRows } from "./table-row.ts";

/** The releases of one API version that have a field in the types that have it. */
export interface FieldSpan {
  readonly apiVersion: ApiVersionName;
  readonly span: Span;
}

/** Which releases have a field of a type, newest API version first; none for a field or a type that no release has. */
export function fieldSpans(typeName: string, field: string): readonly FieldSpan[] {
  const text = Object.hasOwn(typeRows, typeName) ? typeRows[typeName] : undefined;
  if (text === undefined) return [];
  const rows = readRows(text).filter(({ name }) => name === field);
  return VERSIONS.flatMap((apiVersion) =>
    rows.flatMap((row) => {
      const span = row.span === undefined ? {} : spanOf(row.span, apiVersion);
      return span === undefined ? [] : [{ apiVersion, span }];
    }),
  );
}

const VERSIONS: readonly ApiVersionName[] = Object.freeze(["v1", "v1alpha1"]);
