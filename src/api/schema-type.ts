import type { PlainData, PlainObject } from "../diagnostics/plain-data.ts";
import type { ApiField, ApiRule, ApiType, Limits, ListType, ScalarKind, Slot } from "./api-type.ts";
import { knownRules } from "./known-rules.ts";
import { lazyObjectType } from "./lazy-object-type.ts";
import { plainObject } from "./plain-object.ts";
import { QUANTITY_PATTERN } from "./quantity-text.ts";
import { typesAt } from "./resolve-types.ts";

/** The type that a structural OpenAPI schema describes; an object is named by its path, such as `RayCluster.spec`. */
export function schemaType(schema: PlainObject, path: string): ApiType {
  if (schema["x-kubernetes-int-or-string"] === true) {
    return { kind: schema.pattern === QUANTITY_PATTERN ? "quantity" : "int-or-string" };
  }
  const items = plainObject(schema.items);
  if (schema.type === "array" && items !== undefined) {
    return { kind: "list", items: slotOf(items, `${path}[]`), ...listKindOf(schema) };
  }
  if (schema.type !== "object") return scalarType(schema);
  const values = plainObject(schema.additionalProperties);
  const isOpen =
    schema["x-kubernetes-preserve-unknown-fields"] === true || schema.additionalProperties === true;
  if (values !== undefined && schema.properties === undefined) {
    const isAtomic = schema["x-kubernetes-map-type"] === "atomic";
    return { kind: "map", values: slotOf(values, `${path}{}`), isAtomic };
  }
  return objectType(schema, path, isOpen);
}

function objectType(schema: PlainObject, path: string, isOpen: boolean): ApiType {
  const properties = plainObject(schema.properties) ?? {};
  const required = textsOf(schema.required);
  const isRoot = !path.includes(".");
  const field = (name: string): ApiField | undefined => {
    const property = Object.hasOwn(properties, name) ? plainObject(properties[name]) : undefined;
    if (property === undefined) return undefined;
    const slot = slotOf(property, `${path}.${name}`);
    const serverType = isRoot && name === "metadata" ? SERVER_TYPES("ServerObjectMeta") : undefined;
    const type = serverType ?? slot.type;
    return { ...slot, type, name, isRequired: required.includes(name) };
  };
  const all = () => Object.keys(properties).flatMap((name) => field(name) ?? []);
  return lazyObjectType(path, {
    field,
    all,
    required: () => required.flatMap((name) => field(name) ?? []),
    defaulted: () => all(),
    isAtomic: () => schema["x-kubernetes-map-type"] === "atomic",
    isOpen,
  });
}

/** No release has other types of the API server. */
const SERVER_TYPES = typesAt("v1", { major: 1, minor: 0, patch: 0 });

function slotOf(schema: PlainObject, path: string): Slot {
  return {
    type: schemaType(schema, path),
    isNullable: schema.nullable === true,
    byDefault: schema.default,
    limits: limitsOf(schema),
    rules: rulesOf(schema),
  };
}

function scalarType({ type, format }: PlainObject): ApiType {
  const name = typeof type === "string" ? type : "";
  const formatted = `${name} ${typeof format === "string" ? format : ""}`;
  const known = [formatted, name].find((key) => Object.hasOwn(SCALARS, key));
  return { kind: (known === undefined ? undefined : SCALARS[known]) ?? "any" };
}

const SCALARS: Readonly<Record<string, ScalarKind>> = Object.freeze({
  string: "string",
  "string date-time": "date-time",
  boolean: "boolean",
  integer: "integer",
  "integer int32": "int32",
  "integer int64": "int64",
  number: "number",
});

function listKindOf(schema: PlainObject): Pick<ListType, "listKind" | "keys"> {
  const kind = schema["x-kubernetes-list-type"];
  return {
    listKind: kind === "atomic" || kind === "set" || kind === "map" ? kind : undefined,
    keys: textsOf(schema["x-kubernetes-list-map-keys"]),
  };
}

const NUMERIC_LIMITS = Object.freeze([
  "minimum",
  "maximum",
  "minLength",
  "maxLength",
  "minItems",
  "maxItems",
]);

function limitsOf(schema: PlainObject): Limits | undefined {
  const limits: Record<string, PlainData> = {};
  for (const name of NUMERIC_LIMITS) {
    const bound = schema[name];
    if (typeof bound === "number") limits[name] = bound;
  }
  if (Array.isArray(schema.enum)) limits.enum = schema.enum;
  if (typeof schema.pattern === "string") limits.pattern = schema.pattern;
  return Object.keys(limits).length === 0 ? undefined : limits;
}

function rulesOf(schema: PlainObject): readonly ApiRule[] {
  const rules = schema["x-kubernetes-validations"];
  if (!Array.isArray(rules)) return [];
  return rules.flatMap((entry: PlainData) => {
    const text = plainObject(entry)?.rule;
    if (typeof text !== "string") return [];
    return [{ text, known: knownRules.find((rule) => rule.text === text) }];
  });
}

function textsOf(value: PlainData | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === "string") : [];
}
