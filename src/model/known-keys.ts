import type { Path } from "../diagnostics/path.ts";
import * as z from "./schema-language.ts";

/** The fields of the object that a path leads to in a schema, in the schema's order; none where there is no object. */
export function knownKeys(schema: z.Schema, path: Path): readonly string[] {
  const end = schemaAt(schema, path);
  return end instanceof z.ObjectSchema ? Object.keys(end.shape) : [];
}

/** The schema that a path leads to, without what makes it optional; undefined if there is none. */
export function schemaAt(schema: z.Schema, path: Path): z.Schema | undefined {
  let current: unknown = unwrapped(schema);
  for (const step of path) current = unwrapped(childSchema(current, step));
  return current instanceof z.Schema ? current : undefined;
}

/** The schema of an object's member, with what makes it optional; undefined if there is none. */
export function memberAt(schema: z.Schema, path: Path): z.Schema | undefined {
  const parent = schemaAt(schema, path.slice(0, -1));
  const key = String(path.at(-1));
  if (!(parent instanceof z.ObjectSchema) || !Object.hasOwn(parent.shape, key)) return undefined;
  return parent.shape[key];
}

function childSchema(schema: unknown, step: string | number): unknown {
  if (schema instanceof z.ListSchema) return schema.element;
  if (schema instanceof z.MapSchema) return schema.valueType;
  if (schema instanceof z.ObjectSchema && Object.hasOwn(schema.shape, step)) {
    return Reflect.get(schema.shape, step);
  }
  return undefined;
}

function unwrapped(schema: unknown): unknown {
  let current = schema;
  while (current instanceof z.OptionalSchema || current instanceof z.NullableSchema) {
    current = current.inner;
  }
  return current;
}
