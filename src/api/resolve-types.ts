import type {
  ApiField,
  ApiRule,
  ApiType,
  Limits,
  ObjectType,
  ScalarKind,
  Slot,
} from "./api-type.ts";
import { knownRule } from "./known-rules.ts";
import { lazyObjectType } from "./lazy-object-type.ts";
import type { Release } from "./release.ts";
import { formatRelease } from "./release.ts";
import { allRows, rowsNamed, rowsSaying } from "./row-text.ts";
import { serverTypeRows } from "./server-types.ts";
import type { ApiVersionName } from "./span.ts";
import { isWithin } from "./span.ts";
import { typeRows } from "./table/table.ts";
import type { RowAttribute, TableRow } from "./table-row.ts";
import { readRow, WHOLE_TYPE } from "./table-row.ts";

/** Gives the object type of a name at one release and in one API version; undefined for a name that is not known. */
export type TypesByName = (name: string) => ObjectType | undefined;

/**
 * The types of the table at a release. Each reads its rows when it is asked for them, and no row is read twice: the types
 * are constants of the table, so keeping them changes nothing but the time.
 */
export function typesAt(apiVersion: ApiVersionName, release: Release): TypesByName {
  const key = `${apiVersion} ${formatRelease(release)}`;
  const before = KEPT.get(key);
  if (before !== undefined) return before;
  const types = readTypesAt(apiVersion, release);
  if (KEPT.size < MOST_KEPT) KEPT.set(key, types);
  return types;
}

const KEPT = new Map<string, TypesByName>();

/** More than the releases in both API versions. Others, such as patches that do not exist, are read again each time. */
const MOST_KEPT = 40;

function readTypesAt(apiVersion: ApiVersionName, release: Release): TypesByName {
  const known = new Map<string, ObjectType>();
  const holds = ({ span }: { readonly span: string | undefined }) =>
    span === undefined || isWithin(span, apiVersion, release);
  const typeOf = (name: string): ObjectType | undefined => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const text = ownText(typeRows, name) ?? ownText(serverTypeRows, name);
    if (text === undefined) return undefined;
    const type = readType(name, text);
    known.set(name, type);
    return type;
  };
  const readType = (typeName: string, text: string): ObjectType => {
    const fieldsIn = (lines: readonly string[]): readonly ApiField[] =>
      lines
        .map(readRow)
        .filter((row) => row.name !== WHOLE_TYPE && holds(row))
        .map((row) => readField(row, typeName));
    return lazyObjectType(typeName, {
      field: (name) => fieldsIn(rowsNamed(text, name))[0],
      all: () => fieldsIn(allRows(text)),
      required: () =>
        fieldsIn(rowsSaying(text, " required")).filter(({ isRequired }) => isRequired),
      defaulted: () => fieldsIn(rowsSaying(text, " default=")),
      isAtomic: () =>
        rowsNamed(text, WHOLE_TYPE).some((line) => readRow(line).attributes.some(holds)),
      isOpen: false,
    });
  };
  const readField = (row: TableRow, typeName: string): ApiField => {
    const attributes = row.attributes.length === 0 ? NONE : row.attributes.filter(holds);
    const type = isServerMetadata(typeName, row) ? "ServerObjectMeta" : row.type;
    const plain = { name: row.name, type: typeIn(type, attributes, typeOf), ...PLAIN };
    if (attributes.length === 0) return plain;
    const has = (name: string) => attributes.some((attribute) => attribute.name === name);
    const byDefault = attributes.find(({ name }) => name === "default");
    return {
      ...plain,
      isRequired: has("required"),
      isNullable: has("nullable"),
      byDefault: byDefault === undefined ? undefined : JSON.parse(byDefault.value),
      limits: limitsOf(attributes),
      rules: attributes.flatMap(({ name, value }) => (name === "rule" ? ruleOf(value) : [])),
    };
  };
  return typeOf;
}

const NONE: readonly RowAttribute[] = Object.freeze([]);

const PLAIN = Object.freeze({
  isRequired: false,
  isNullable: false,
  byDefault: undefined,
  limits: undefined,
  rules: Object.freeze([]),
});

function ownText(rows: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(rows, name) ? rows[name] : undefined;
}

/** The CRDs leave the metadata of the object itself to the API server. */
function isServerMetadata(typeName: string, { name, type }: TableRow): boolean {
  return name === "metadata" && type === "object" && typeName.startsWith("Ray");
}

function typeIn(
  notation: string,
  attributes: readonly RowAttribute[],
  typeOf: TypesByName,
): ApiType {
  const inner = notation.slice(1, -1);
  if (notation.startsWith("[")) {
    const kind = attributes.find(({ name }) => name === "atomic" || name === "set");
    const keys = attributes.find(({ name }) => name === "keys")?.value.split(",");
    return {
      kind: "list",
      items: plainSlot(typeIn(inner, [], typeOf)),
      listKind: keys === undefined ? listKindOf(kind?.name) : "map",
      keys: keys ?? [],
    };
  }
  if (notation.startsWith("{")) {
    const isAtomic = attributes.some(({ name }) => name === "atomic");
    return { kind: "map", values: plainSlot(typeIn(inner, [], typeOf)), isAtomic };
  }
  if (notation === "any") return { kind: "any" };
  const scalar = SCALARS[notation];
  return scalar === undefined ? (typeOf(notation) ?? NO_FIELDS) : { kind: scalar };
}

function plainSlot(type: ApiType): Slot {
  return { type, isNullable: false, byDefault: undefined, limits: undefined, rules: [] };
}

function listKindOf(name: string | undefined): "atomic" | "set" | undefined {
  return name === "atomic" || name === "set" ? name : undefined;
}

const SCALARS: Readonly<Record<string, ScalarKind>> = Object.freeze({
  string: "string",
  dateTime: "date-time",
  boolean: "boolean",
  integer: "integer",
  int32: "int32",
  int64: "int64",
  number: "number",
  intOrString: "int-or-string",
  quantity: "quantity",
});

/** `object`: a type of which the CRD names no field. */
const NO_FIELDS: ObjectType = Object.freeze({
  kind: "object",
  name: "object",
  field: () => undefined,
  fields: new Map(),
  required: Object.freeze([]),
  defaulted: Object.freeze([]),
  isAtomic: false,
  isOpen: false,
});

function limitsOf(attributes: readonly RowAttribute[]): Limits | undefined {
  const limits = attributes.flatMap(({ name, value }): readonly Limits[] => {
    switch (name) {
      case "enum":
        return [{ enum: value.split("|") }];
      case "pattern":
        return [{ pattern: value }];
      case "minimum":
      case "maximum":
      case "minLength":
      case "maxLength":
      case "minItems":
      case "maxItems":
        return [{ [name]: Number(value) }];
      default:
        return [];
    }
  });
  return limits.length === 0 ? undefined : Object.assign({}, ...limits);
}

function ruleOf(name: string): readonly ApiRule[] {
  const known = knownRule(name);
  return known === undefined ? [] : [{ text: known.text, known }];
}
