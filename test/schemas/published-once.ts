import type { JsonSchema } from "../../src/schemas/json-schema.ts";
import type { PublishedSchema } from "../../src/schemas/published-schemas.ts";
import { publishedSchemas } from "../../src/schemas/published-schemas.ts";
import { memory } from "../memory.ts";

const published = memory<readonly PublishedSchema[]>();

/** What `publishedSchemas` makes. That takes a third of a second, so that test files share it. */
export function publishedOnce(): readonly PublishedSchema[] {
  return published("all", publishedSchemas);
}

const read = memory<JsonSchema>();

/** A published schema as its users read it. Test files share it, and with it what validatorOf makes of it. */
export function publishedSchema(file: string): JsonSchema {
  return read(file, () => {
    const text = publishedOnce().find((schema) => schema.file === file)?.actual;
    if (text === undefined) throw new Error(`There is no schema ${file}.`);
    return JSON.parse(text);
  });
}
