// The language of the schemas of the documents, a part of zod's: import it as `z`. See language/schema.ts.

import type { Shape } from "./language/containers.ts";
import { ListSchema, MapSchema, ObjectSchema, UnionSchema } from "./language/containers.ts";
import {
  BooleanSchema,
  ChoiceSchema,
  CustomSchema,
  IntegerSchema,
  NullSchema,
  NumberSchema,
  TextSchema,
} from "./language/scalars.ts";
import type { Schema } from "./language/schema.ts";

export { ListSchema, MapSchema, ObjectSchema } from "./language/containers.ts";
export type { CustomIssue, Issue, RawIssue } from "./language/issue.ts";
export { NumberSchema } from "./language/scalars.ts";
export { NullableSchema, OptionalSchema, Schema } from "./language/schema.ts";

/** An object without other members. */
export function strictObject<const Members extends Shape>(shape: Members): ObjectSchema<Members> {
  return new ObjectSchema(shape, true);
}

/** An object whose other members are passed over. */
export function object<const Members extends Shape>(shape: Members): ObjectSchema<Members> {
  return new ObjectSchema(shape, false);
}

export function array<Element extends Schema>(element: Element): ListSchema<Element> {
  return new ListSchema(element);
}

/** A map by any text. */
export function record<Value extends Schema>(_keys: TextSchema, value: Value): MapSchema<Value> {
  return new MapSchema(value);
}

export function union<Option extends Schema>(options: readonly Option[]): UnionSchema<Option> {
  return new UnionSchema(options);
}

/** Anything; checks say what. */
export function custom<T>(): CustomSchema<T> {
  return new CustomSchema();
}

export function string(): TextSchema {
  return new TextSchema();
}

export function number(): NumberSchema {
  return new NumberSchema();
}

/** A whole number. */
export function int(): IntegerSchema {
  return new IntegerSchema();
}

export function boolean(): BooleanSchema {
  return new BooleanSchema();
}

function nothing(): NullSchema {
  return new NullSchema();
}

function oneOf<const Value extends string>(values: readonly Value[]): ChoiceSchema<Value> {
  return new ChoiceSchema(values);
}

export { nothing as null, oneOf as enum };
