import { configSchema } from "./config-schema.ts";
import { catalogSchemas, manifestSchema } from "./manifest-schema.ts";
import { planSchema } from "./plan-schema.ts";
import { printSchema } from "./print-schema.ts";
import { requestSchema } from "./request-schema.ts";
import { settingsSchema } from "./settings-schema.ts";

/** A file below `schemas/` and what it must hold. */
export interface PublishedSchema {
  /** Relative to `schemas/`. */
  readonly file: string;
  readonly actual: string;
}

/** Every schema that the package publishes, from the code alone. */
export function publishedSchemas(): readonly PublishedSchema[] {
  return [
    requestSchema(),
    settingsSchema(),
    configSchema(),
    manifestSchema(),
    ...catalogSchemas(),
    planSchema(),
  ].map((schema) => ({ file: schema.$id ?? "", actual: printSchema(schema) }));
}
