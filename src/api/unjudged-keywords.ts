import type { PlainData, PlainObject } from "../diagnostics/plain-data.ts";
import { isJudgedPattern } from "./judged-patterns.ts";
import { knownRules } from "./known-rules.ts";
import { plainObject } from "./plain-object.ts";
import { QUANTITY_PATTERN } from "./quantity-text.ts";

/** Something in a schema that only an API server checks. */
export interface Unjudged {
  /** Such as `RayCluster.spec.workerGroupSpecs[].replicas`. */
  readonly place: string;
  /** The keyword of the schema, such as `x-kubernetes-validations`. */
  readonly keyword: string;
  /** The text of a rule or a pattern; undefined for other keywords. */
  readonly text: string | undefined;
}

/** Every rule and pattern that is not among the known ones, and every keyword that is not. */
export function unjudgedKeywords(schema: PlainObject, place: string): readonly Unjudged[] {
  const own = Object.keys(schema).flatMap((keyword): readonly Unjudged[] => {
    const value = schema[keyword] ?? null;
    if (keyword === "x-kubernetes-validations") return unknownRules(value, place);
    if (keyword === "pattern") return unknownPattern(value, place);
    if (keyword === "format") return unknownFormat(value, place);
    if (keyword === "anyOf" && schema["x-kubernetes-int-or-string"] === true) return [];
    return JUDGED.includes(keyword) ? [] : [{ place, keyword, text: undefined }];
  });
  const { properties, items, additionalProperties } = schema;
  return [
    ...own,
    ...Object.entries(plainObject(properties) ?? {}).flatMap(([name, property]) =>
      within(property, `${place}.${name}`),
    ),
    ...within(items, `${place}[]`),
    ...within(additionalProperties, `${place}{}`),
  ];
}

function within(schema: PlainData | undefined, place: string): readonly Unjudged[] {
  const object = plainObject(schema);
  return object === undefined ? [] : unjudgedKeywords(object, place);
}

function unknownRules(value: PlainData, place: string): readonly Unjudged[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry: PlainData) => {
    const rule = plainObject(entry)?.rule;
    const text = typeof rule === "string" ? rule : "";
    const isKnown = knownRules.some((known) => known.text === text);
    return isKnown ? [] : [{ place, keyword: "x-kubernetes-validations", text }];
  });
}

function unknownPattern(value: PlainData, place: string): readonly Unjudged[] {
  if (typeof value !== "string" || value === QUANTITY_PATTERN || isJudgedPattern(value)) return [];
  return [{ place, keyword: "pattern", text: value }];
}

function unknownFormat(value: PlainData, place: string): readonly Unjudged[] {
  if (typeof value !== "string" || FORMATS.includes(value)) return [];
  return [{ place, keyword: "format", text: value }];
}

const FORMATS: readonly string[] = Object.freeze([
  "int32",
  "int64",
  "float",
  "double",
  "date-time",
]);

/** The keywords that `checkAgainstApi` judges, and those that say nothing to judge. */
const JUDGED: readonly string[] = Object.freeze([
  "type",
  "properties",
  "items",
  "additionalProperties",
  "required",
  "nullable",
  "default",
  "enum",
  "minimum",
  "maximum",
  "minLength",
  "maxLength",
  "minItems",
  "maxItems",
  "x-kubernetes-int-or-string",
  "x-kubernetes-preserve-unknown-fields",
  "x-kubernetes-list-type",
  "x-kubernetes-list-map-keys",
  "x-kubernetes-map-type",
  "description",
  "title",
  "example",
  "externalDocs",
]);
