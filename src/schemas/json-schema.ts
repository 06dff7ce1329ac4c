/** A draft-07 JSON Schema, as far as the published ones use it. Keywords stand in the order in which they are printed. */
export interface JsonSchema {
  readonly $schema?: string;
  readonly $id?: string;
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly pattern?: string;
  /** What editors say where the pattern does not match; other readers pass over it. */
  readonly patternErrorMessage?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly propertyNames?: JsonSchema;
  readonly properties?: SchemaMap;
  readonly patternProperties?: SchemaMap;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly dependencies?: Readonly<Record<string, readonly string[]>>;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly not?: JsonSchema;
  readonly allOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly definitions?: SchemaMap;
}

export type SchemaMap = Readonly<Record<string, JsonSchema>>;

/** The schema with a function applied to each schema directly inside it; keywords keep their order. */
export function mapSubschemas(
  schema: JsonSchema,
  change: (subschema: JsonSchema) => JsonSchema,
): JsonSchema {
  const result: Record<string, unknown> = { ...schema };
  for (const keyword of ["items", "propertyNames", "additionalProperties", "not"] as const) {
    const subschema = schema[keyword];
    if (typeof subschema === "object") result[keyword] = change(subschema);
  }
  for (const keyword of ["properties", "patternProperties", "definitions"] as const) {
    const map = schema[keyword];
    if (map !== undefined) result[keyword] = mapValues(map, change);
  }
  for (const keyword of ["allOf", "anyOf"] as const) {
    const list = schema[keyword];
    if (list !== undefined) result[keyword] = list.map(change);
  }
  return result;
}

/** Each value of a map changed, under the same keys in the same order. */
export function mapValues(map: SchemaMap, change: (schema: JsonSchema) => JsonSchema): SchemaMap {
  return Object.fromEntries(Object.entries(map).map(([key, schema]) => [key, change(schema)]));
}
