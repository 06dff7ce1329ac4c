import type { JsonSchema } from "./json-schema.ts";

const LINE_WIDTH = 100;

/** Every keyword that the published schemas may use, in the order in which they are printed. */
const keywords: readonly (keyof JsonSchema)[] = Object.freeze([
  "$schema",
  "$id",
  "$ref",
  "title",
  "description",
  "type",
  "const",
  "enum",
  "default",
  "pattern",
  "patternErrorMessage",
  "minLength",
  "maxLength",
  "minimum",
  "exclusiveMinimum",
  "maximum",
  "items",
  "minItems",
  "maxItems",
  "uniqueItems",
  "propertyNames",
  "properties",
  "patternProperties",
  "required",
  "additionalProperties",
  "dependencies",
  "minProperties",
  "maxProperties",
  "not",
  "allOf",
  "anyOf",
  "definitions",
]);

/** A schema as JSON with its keywords in our order, two spaces a level, and on one line what fits there. */
export function printSchema(schema: JsonSchema): string {
  return `${print(inOrder(schema), "", 0)}\n`;
}

/** Also refuses a keyword that has no place in the order, so that none slips in unseen. */
function inOrder(value: unknown, within: "schema" | "map" | "data" = "schema"): unknown {
  if (Array.isArray(value)) return value.map((entry) => inOrder(entry, within));
  if (typeof value !== "object" || value === null || within === "data") return value;
  const entries = Object.entries(value);
  if (within === "map") {
    return Object.fromEntries(entries.map(([key, schema]) => [key, inOrder(schema)]));
  }
  const stray = entries.find(([key]) => !keywords.some((keyword) => keyword === key));
  if (stray !== undefined) throw new Error(`The keyword ${stray[0]} has no place in the order.`);
  return Object.fromEntries(
    keywords
      .map((keyword): [keyof JsonSchema, unknown] => [keyword, Reflect.get(value, keyword)])
      .filter(([, member]) => member !== undefined)
      .map(([keyword, member]) => [keyword, inOrder(member, kindOf(keyword))]),
  );
}

function kindOf(keyword: keyof JsonSchema): "schema" | "map" | "data" {
  switch (keyword) {
    case "properties":
    case "patternProperties":
    case "definitions":
      return "map";
    case "const":
    case "enum":
    case "default":
    case "dependencies":
      return "data";
    default:
      return "schema";
  }
}

function print(value: unknown, indent: string, column: number): string {
  const line = onOneLine(value);
  if (typeof value !== "object" || value === null) return line;
  if (column + line.length <= LINE_WIDTH && isFlat(value)) return line;
  const inner = `${indent}  `;
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  const lines = Object.entries(value).map(([key, member]) => {
    const start = Array.isArray(value) ? inner : `${inner}${JSON.stringify(key)}: `;
    return `${start}${print(member, inner, start.length + 1)}`;
  });
  return `${open}\n${lines.join(",\n")}\n${indent}${close}`;
}

/** What holds plain values, or one more level of them. */
function isFlat(value: object, levels = 2): boolean {
  if (levels === 0) return false;
  return Object.values(value).every(
    (member) => typeof member !== "object" || member === null || isFlat(member, levels - 1),
  );
}

function onOneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(", ")}]`;
  if (typeof value !== "object" || value === null) return printScalar(value);
  const members = Object.entries(value).map(
    ([key, member]) => `${JSON.stringify(key)}: ${onOneLine(member)}`,
  );
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

/** Escapes what JSON may hold as it is and no editor shows. */
function printScalar(value: unknown): string {
  return JSON.stringify(value).replaceAll(
    /[\u007f-\u009f\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
