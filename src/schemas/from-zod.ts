import equal from "fast-deep-equal";
import * as z from "zod";
import type { Schema } from "../model/schema-language.ts";
import { MAXIMUM_ENTRIES } from "../yaml/data-limits.ts";
import type { JsonSchema, SchemaMap } from "./json-schema.ts";
import { mapSubschemas } from "./json-schema.ts";
import { toZod } from "./to-zod.ts";

/** The draft-07 schema of what a schema reads, as zod says it; that changes between minor releases of zod. */
export function fromZod(schema: Schema): JsonSchema {
  const raw = z.toJSONSchema(toZod(schema), {
    target: "draft-07",
    io: "input",
    // Maps of text are checked by our own code; their fields say what they are.
    unrepresentable: "any",
  });
  const { $schema: _dialect, ...rest }: JsonSchema = JSON.parse(JSON.stringify(raw));
  return rest;
}

/**
 * The same schema in our own form: a part that equals a definition, descriptions and defaults aside, refers to it, null
 * is one of the types, bounds that say nothing are dropped, and the reader's limits on lists and maps are added.
 */
export function normalise(schema: JsonSchema, definitions: SchemaMap): JsonSchema {
  const inner = mapSubschemas(schema, (subschema) => normalise(subschema, definitions));
  return withReference(withLimits(withoutIdleKeywords(withNull(inner))), definitions);
}

/** Definitions in our own form, each titled by its name; a definition may refer to those before it. */
export function normaliseDefinitions(definitions: SchemaMap): SchemaMap {
  const result: Record<string, JsonSchema> = {};
  for (const [name, schema] of Object.entries(definitions)) {
    result[name] = { title: name, ...normalise(schema, result) };
  }
  return result;
}

/** A part or null: one list of types where the part has a type, a choice where it refers to a definition. */
function withNull(schema: JsonSchema): JsonSchema {
  const { anyOf, ...rest } = schema;
  const [part, nothing] = anyOf ?? [];
  if (part === undefined || anyOf?.length !== 2 || !equal(nothing, { type: "null" })) {
    return withNullInEnum(schema);
  }
  const reference = part.$ref === undefined ? part.allOf?.find(({ $ref }) => $ref) : part;
  if (reference !== undefined) {
    const type = part.$ref === undefined ? part.type : "object";
    const types = type === undefined ? {} : { type: [type, "null"].flat() };
    return { ...rest, ...types, anyOf: [reference, { type: "null" }] };
  }
  if (part.type === undefined) return schema;
  return withNullInEnum({ ...part, ...rest, type: [part.type, "null"].flat() });
}

function withNullInEnum(schema: JsonSchema): JsonSchema {
  const { type, enum: values } = schema;
  if (values === undefined || !Array.isArray(type) || !type.includes("null")) return schema;
  return values.includes(null) ? schema : { ...schema, enum: [...values, null] };
}

/**
 * Without bounds that a tighter one implies, the bounds of doubles, the remark that keys are strings, and a default of
 * null, which means left out and which editors would insert.
 */
function withoutIdleKeywords(schema: JsonSchema): JsonSchema {
  const { minimum, exclusiveMinimum, maximum, propertyNames, default: fallback, ...rest } = schema;
  const isImplied = (exclusiveMinimum ?? 0) < (minimum ?? Number.NEGATIVE_INFINITY);
  return {
    ...rest,
    ...(fallback === undefined || fallback === null ? {} : { default: fallback }),
    ...(minimum === undefined || minimum === Number.MIN_SAFE_INTEGER ? {} : { minimum }),
    ...(exclusiveMinimum === undefined || isImplied ? {} : { exclusiveMinimum }),
    ...(maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? {} : { maximum }),
    ...(propertyNames === undefined || equal(propertyNames, { type: "string" })
      ? {}
      : { propertyNames }),
  };
}

/** Longer lists and maps are not read. */
function withLimits(schema: JsonSchema): JsonSchema {
  if (schema.items !== undefined) return { ...schema, maxItems: MAXIMUM_ENTRIES };
  if (schema.propertyNames !== undefined) return { ...schema, maxProperties: MAXIMUM_ENTRIES };
  return schema;
}

function withReference(schema: JsonSchema, definitions: SchemaMap): JsonSchema {
  const found = Object.entries(definitions).find(([, definition]) =>
    equal(withoutAnnotations(schema), withoutAnnotations(definition)),
  );
  if (found === undefined) return schema;
  const [name, definition] = found;
  const reference: JsonSchema = { $ref: `#/definitions/${name}` };
  const { description, default: fallback } = schema;
  if (fallback === undefined && description === definition.description) return reference;
  // Draft-07 has readers pass over whatever stands beside $ref. Editors complete a key by the type that they find here.
  return {
    ...(description === undefined ? {} : { description }),
    ...(definition.type === undefined ? {} : { type: definition.type }),
    ...(fallback === undefined ? {} : { default: fallback }),
    allOf: [reference],
  };
}

function withoutAnnotations(schema: JsonSchema): JsonSchema {
  const { title: _title, description: _description, default: _default, ...rest } = schema;
  return rest;
}
