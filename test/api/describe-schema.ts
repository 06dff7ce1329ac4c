import { knownRules } from "../../src/api/known-rules.ts";
import { QUANTITY_PATTERN } from "../../src/api/quantity-text.ts";
import type { OpenApi } from "./crd-schemas.ts";
import { typeNames } from "./type-names.ts";

/** A field of an object type as a row of the table says it, at one release and in one API version. */
export interface FieldText {
  /** `string`, `[Container]`, `{quantity}`. */
  readonly type: string;
  /** `required`, `default=0`, `keys=name`. */
  readonly attributes: readonly string[];
}

/** Calls back for every field of every object type below a root, and for what is said of the types themselves. */
export function walkSchema(
  rootName: string,
  root: OpenApi,
  onField: (typeName: string, field: string, text: FieldText, path: string) => void,
): void {
  const visit = (typeName: string, schema: OpenApi, path: string): void => {
    onField(typeName, WHOLE_TYPE, { type: "", attributes: typeAttributes(schema) }, path);
    const required = new Set(schema.required);
    for (const [field, member] of Object.entries(schema.properties ?? {})) {
      const inner = innermost(member);
      const name = inner.schema.properties === undefined ? undefined : nameOf(typeName, field);
      const attributes = required.has(field) ? ["required"] : [];
      const type = inner.wrap(name ?? scalarType(inner.schema));
      const text = { type, attributes: [...attributes, ...fieldAttributes(member)] };
      const fieldPath = `${path}.${field}`;
      onField(typeName, field, text, fieldPath);
      if (name !== undefined) visit(name, inner.schema, fieldPath + inner.wrap(""));
      else if (inner.schema !== member) rejectAttributes(inner.schema, fieldPath);
    }
  };
  visit(rootName, root, rootName);
}

/** The name of the row that speaks of the type itself. */
export const WHOLE_TYPE = "*";

function nameOf(typeName: string, field: string): string {
  const name = typeNames[`${typeName}.${field}`] ?? typeNames[field];
  if (name === undefined) throw new Error(`The object type in ${typeName}.${field} has no name.`);
  return name;
}

/** What stands in a list or a map, and how the name of its type is written. */
function innermost(schema: OpenApi): { schema: OpenApi; wrap: (name: string) => string } {
  const { items, additionalProperties } = schema;
  const inside = items ?? additionalProperties;
  if (inside === undefined) return { schema, wrap: (name) => name };
  const inner = innermost(inside);
  if (inner.schema !== inside)
    throw new Error("A list or a map directly within another is not known.");
  const [open, close] = items === undefined ? "{}" : "[]";
  return { schema: inside, wrap: (name) => `${open}${name}${close}` };
}

function scalarType(schema: OpenApi): string {
  const { type, format, pattern } = schema;
  if (schema["x-kubernetes-int-or-string"] === true) {
    return pattern === QUANTITY_PATTERN ? "quantity" : "intOrString";
  }
  if (format === undefined) return String(type);
  const known = {
    "integer int32": "int32",
    "integer int64": "int64",
    "string date-time": "dateTime",
  };
  const name = Object.entries(known).find(([key]) => key === `${type} ${format}`)?.[1];
  if (name === undefined) throw new Error(`The format ${format} of ${type} is not known.`);
  return name;
}

const PLAIN_KEYWORDS: ReadonlySet<string> = new Set([
  "minimum",
  "maximum",
  "minLength",
  "maxLength",
  "minItems",
  "maxItems",
]);

const TYPE_KEYWORDS: ReadonlySet<string> = new Set([
  "type",
  "format",
  "properties",
  "items",
  "additionalProperties",
  "required",
  "anyOf",
  "description",
  "x-kubernetes-int-or-string",
  "x-kubernetes-list-map-keys",
]);

/** What is said of a type wherever it stands: `atomic`. */
function typeAttributes(schema: OpenApi): readonly string[] {
  return schema["x-kubernetes-map-type"] === "atomic" ? ["atomic"] : [];
}

/** A schema is walked more than once. */
const known = new WeakMap<OpenApi, readonly string[]>();

function fieldAttributes(schema: OpenApi): readonly string[] {
  const attributes = known.get(schema) ?? readAttributes(schema);
  known.set(schema, attributes);
  return attributes;
}

function readAttributes(schema: OpenApi): readonly string[] {
  const attributes: string[] = [];
  for (const keyword in schema) {
    if (!TYPE_KEYWORDS.has(keyword)) {
      attributes.push(...attributesOf(schema, keyword, schema[keyword]));
    }
  }
  return attributes;
}

function attributesOf(schema: OpenApi, keyword: string, value: unknown): readonly string[] {
  if (PLAIN_KEYWORDS.has(keyword)) return [`${keyword}=${value}`];
  switch (keyword) {
    case "nullable":
      return value === true ? ["nullable"] : [];
    case "default":
      return [`default=${JSON.stringify(value)}`];
    case "enum":
      return [`enum=${texts(value).join("|")}`];
    case "pattern":
      return value === QUANTITY_PATTERN ? [] : [`pattern=${value}`];
    case "x-kubernetes-map-type":
      return schema.additionalProperties === undefined ? [] : [String(value)];
    case "x-kubernetes-list-type":
      return [
        value === "map"
          ? `keys=${texts(schema["x-kubernetes-list-map-keys"]).join(",")}`
          : String(value),
      ];
    case "x-kubernetes-validations":
      return ruleTexts(value).map((rule) => `rule=${ruleName(rule)}`);
    default:
      throw new Error(`The keyword ${keyword} is not known.`);
  }
}

function ruleName(rule: string): string {
  const known = knownRules.find(({ text }) => text === rule);
  if (known === undefined) throw new Error(`The rule ${rule} is not among the known ones.`);
  return known.name;
}

function ruleTexts(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return [];
  return value.map((entry: { readonly rule: string }) => entry.rule);
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** The notation has no place for what is said of the items of a list alone. */
function rejectAttributes(schema: OpenApi, path: string): void {
  const said = fieldAttributes(schema);
  if (said.length > 0) throw new Error(`${path} says of its items: ${said.join(" ")}.`);
}
