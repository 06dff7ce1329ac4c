import { boundaries } from "./boundaries.ts";
import type { CrdSchema } from "./crd-schemas.ts";
import { compareReleases } from "./crd-schemas.ts";
import { WHOLE_TYPE } from "./describe-schema.ts";
import type { ObservedField, ObservedType, Reading } from "./observe-types.ts";
import { observeTypes } from "./observe-types.ts";
import { typeGroups } from "./type-groups.ts";
import type { ChangeDate } from "./write-span.ts";
import { writeSpan } from "./write-span.ts";

/** The rows of every type, by the file of the table that they stand in. */
export interface Table {
  /** The kinds and the releases that serve them. */
  readonly kinds: readonly string[];
  readonly files: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;
}

/** The table that the CRDs make. */
export function buildTable(schemas: readonly CrdSchema[]): Table {
  const types = observeTypes(schemas);
  const placed = new Set<string>();
  const files = new Map<string, ReadonlyMap<string, readonly string[]>>();
  for (const [file, roots] of Object.entries(typeGroups)) {
    const reached = roots.flatMap((root) => reachedFrom(root, types, placed));
    const rows = reached.map((name) => [name, typeRows(name, types.get(name))] as const);
    files.set(file, new Map(rows));
  }
  const left = [...types.keys()].filter((name) => !placed.has(name));
  if (left.length > 0) throw new Error(`No file holds ${left.join(", ")}.`);
  return { kinds: kindRows(schemas), files };
}

function reachedFrom(
  name: string,
  types: ReadonlyMap<string, ObservedType>,
  placed: Set<string>,
): readonly string[] {
  const type = types.get(name);
  if (type === undefined || placed.has(name)) return [];
  placed.add(name);
  const inner = type.fields.map((field) => field.type.replace(/[^A-Za-z0-9]/g, ""));
  return [name, ...inner.flatMap((next) => reachedFrom(next, types, placed))];
}

function typeRows(typeName: string, type: ObservedType | undefined): readonly string[] {
  if (type === undefined) throw new Error(`There is no type ${typeName}.`);
  return type.fields
    .filter(({ name, attributes }) => name !== WHOLE_TYPE || attributes.size > 0)
    .sort((left, right) => (left.name < right.name ? -1 : 1))
    .map((field) => row(`${typeName}.${field.name}`, field, type.readings));
}

function row(
  place: string,
  { name, type, readings, attributes }: ObservedField,
  all: readonly Reading[],
): string {
  const said = [...attributes].map(
    ([text, having]) => text + writeSpan(having, readings, dateOf(`${place} ${text}`)),
  );
  return [name, type, ...said, writeSpan(readings, all, dateOf(place))].filter(Boolean).join(" ");
}

/**
 * A change that a CRD shows was made at its release, or where the CRD before it is of an older minor, at the first release
 * of the minor; unless it is known better.
 */
function dateOf(place: string): ChangeDate {
  return (shown, before) => {
    const firstOfMinor = shown.replace(/\d+$/, "0");
    const isOfOlderMinor = compareReleases(before, firstOfMinor) < 0;
    return boundaries[place]?.[shown] ?? (isOfOlderMinor ? firstOfMinor : shown);
  };
}

function kindRows(schemas: readonly CrdSchema[]): readonly string[] {
  const releases = [...new Set(schemas.map(({ release }) => release))].sort(compareReleases);
  const all = ["v1", "v1alpha1"].flatMap((apiVersion) =>
    releases.map((release) => ({ apiVersion, release })),
  );
  return [...new Set(schemas.map(({ kind }) => kind))].sort().map((kind) => {
    const own = schemas.filter((schema) => schema.kind === kind);
    const from = (apiVersion: string) =>
      own.find((schema) => schema.apiVersion === apiVersion)?.release;
    const having = all.filter(({ apiVersion, release }) => {
      const first = from(apiVersion);
      return first !== undefined && compareReleases(release, first) >= 0;
    });
    return `${kind} ${writeSpan(having, all, dateOf(kind))}`;
  });
}
