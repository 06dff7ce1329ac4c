import type { ApiField, ApiRule, ApiType, Limits, ObjectType, ScalarKind } from "./api-type.ts";
import { knownRule } from "./known-rules.ts";
import { lazyObjectType } from "./lazy-object-type.ts";
import type { Release } from "./release.ts";
import { serverTypeRows } from "./server-types.ts";
import type { ApiVersionName } from "./span.ts";
import { isWithin } from "./span.ts";
import { typeRows } from "./table/table.ts";
import type { RowAttribute, TableRow } from "./table-row.ts";
import { readRows, WHOLE_TYPE } from "./table-row.ts";

/** Gives the object type of a name at one release and in one API version; undefined for a name that is not known. */
export type TypesByName = (name: string) => ObjectType | undefined;

/** The types of the table at a release. Each is read from its rows when its fields are first asked for. */
export function typesAt(apiVersion: ApiVersionName, release: Release): TypesByName {
  const read = new Map<string, ObjectType>();
  const holds = (span: string | undefined) =>
    span === undefined || isWithin(span, apiVersion, release);
  const typeOf = (name: string): ObjectType | undefined => {
    const known = read.get(name);
    if (known !== undefined) return known;
    const text = ownText(typeRows, name) ?? ownText(serverTypeRows, name);
    if (text === undefined) return undefined;
    const type = lazyObjectType(name, () => {
      const rows = readRows(text).filter(({ span }) => holds(span));
      const whole = rows.find((row) => row.name === WHOLE_TYPE);
      const fields = rows.filter((row) => row !== whole).map((row) => fieldOf(row, name));
      return {
        fields: new Map(fields.map((field) => [field.name, field])),
        isAtomic: whole?.attributes.some(({ span }) => holds(span)) ?? false,
        isOpen: false,
      };
    });
    read.set(name, type);
    return type;
  };
  const fieldOf = (row: TableRow, typeName: string): ApiField => {
    const attributes = row.attributes.filter(({ span }) => holds(span));
    const has = (name: string) => attributes.some((attribute) => attribute.name === name);
    const byDefault = attributes.find(({ name }) => name === "default");
    const type = isServerMetadata(typeName, row) ? "ServerObjectMeta" : row.type;
    return {
      name: row.name,
      type: typeIn(type, attributes, typeOf),
      isRequired: has("required"),
      isNullable: has("nullable"),
      byDefault: byDefault === undefined ? undefined : JSON.parse(byDefault.value),
      limits: limitsOf(attributes),
      rules: attributes.flatMap(({ name, value }) => (name === "rule" ? ruleOf(value) : [])),
    };
  };
  return typeOf;
}

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

function plainSlot(type: ApiType) {
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
  fields: new Map(),
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
