import type { JsonSchema } from "../../src/schemas/json-schema.ts";
import type { PublishedSchema } from "../../src/schemas/published-schemas.ts";
import { publishedSchemas } from "../../src/schemas/published-schemas.ts";

let published: readonly PublishedSchema[] | undefined;

/** What `publishedSchemas` makes. That takes a third of a second, so that test files share it. */
export function publishedOnce(): readonly PublishedSchema[] {
  published ??= publishedSchemas();
  return published;
}

const read = new Map<string, JsonSchema>();

/** A published schema as its users read it. Test files share it, and with it what validatorOf makes of it. */
export function publishedSchema(file: string): JsonSchema {
  const text = publishedOnce().find((schema) => schema.file === file)?.actual;
  if (text === undefined) throw new Error(`There is no schema ${file}.`);
  const schema = read.get(file) ?? JSON.parse(text);
  read.set(file, schema);
  return schema;
}
