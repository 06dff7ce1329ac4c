// The part of zod's language that the schemas of the documents are written in: import it as `z`. See language/type.ts.

import type { Shape } from "./language/containers.ts";
import { ZodArray, ZodObject, ZodRecord, ZodUnion } from "./language/containers.ts";
import {
  ZodBoolean,
  ZodCustom,
  ZodEnum,
  ZodInt,
  ZodNull,
  ZodNumber,
  ZodString,
} from "./language/scalars.ts";
import type { ZodType } from "./language/type.ts";

export { ZodArray, ZodObject, ZodRecord } from "./language/containers.ts";
export type { CustomIssue, Issue, RawIssue } from "./language/issue.ts";
export { ZodNumber } from "./language/scalars.ts";
export { ZodNullable, ZodOptional, ZodType } from "./language/type.ts";

/** An object without other members. */
export function strictObject<const Members extends Shape>(shape: Members): ZodObject<Members> {
  return new ZodObject(shape, true);
}

/** An object whose other members are passed over. */
export function object<const Members extends Shape>(shape: Members): ZodObject<Members> {
  return new ZodObject(shape, false);
}

export function array<Element extends ZodType>(element: Element): ZodArray<Element> {
  return new ZodArray(element);
}

/** A map by any text. */
export function record<Value extends ZodType>(_keys: ZodString, value: Value): ZodRecord<Value> {
  return new ZodRecord(value);
}

export function union<Option extends ZodType>(options: readonly Option[]): ZodUnion<Option> {
  return new ZodUnion(options);
}

/** Anything; checks say what. */
export function custom<T>(): ZodCustom<T> {
  return new ZodCustom();
}

export function string(): ZodString {
  return new ZodString();
}

export function number(): ZodNumber {
  return new ZodNumber();
}

/** A whole number. */
export function int(): ZodInt {
  return new ZodInt();
}

export function boolean(): ZodBoolean {
  return new ZodBoolean();
}

function nothing(): ZodNull {
  return new ZodNull();
}

function oneOf<const Value extends string>(values: readonly Value[]): ZodEnum<Value> {
  return new ZodEnum(values);
}

export { nothing as null, oneOf as enum };
