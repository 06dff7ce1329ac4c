import * as z from "zod";
import type { Path } from "../diagnostics/path.ts";

/** The fields of the object that a path leads to in a schema, in the schema's order; none where there is no object. */
export function knownKeys(schema: z.ZodType, path: Path): readonly string[] {
  let current: unknown = schema;
  for (const step of path) current = childSchema(unwrapped(current), step);
  const end = unwrapped(current);
  return end instanceof z.ZodObject ? Object.keys(end.shape) : [];
}

function childSchema(schema: unknown, step: string | number): unknown {
  if (schema instanceof z.ZodArray) return schema.element;
  if (schema instanceof z.ZodObject && Object.hasOwn(schema.shape, step)) {
    return Reflect.get(schema.shape, step);
  }
  return undefined;
}

function unwrapped(schema: unknown): unknown {
  let current = schema;
  while (current instanceof z.ZodOptional || current instanceof z.ZodNullable) {
    current = current.unwrap();
  }
  return current;
}
