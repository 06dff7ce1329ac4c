/** An OpenAPI schema of a CustomResourceDefinition: structural, so without references. */
export interface OpenApiSchema {
  readonly type?: string;
  readonly properties?: OpenApiMap;
  readonly additionalProperties?: OpenApiSchema;
  readonly items?: OpenApiSchema;
  readonly anyOf?: readonly OpenApiSchema[];
  readonly required?: readonly string[];
  readonly nullable?: boolean;
  readonly default?: unknown;
  readonly "x-kubernetes-preserve-unknown-fields"?: boolean;
  readonly "x-kubernetes-list-type"?: string;
  readonly "x-kubernetes-list-map-keys"?: readonly string[];
  readonly "x-kubernetes-validations"?: readonly { readonly rule: string }[];
}

type OpenApiMap = Readonly<Record<string, OpenApiSchema>>;

/** The members by which entries of a list must differ, each with the default that the API server fills in. */
export interface ListMapKeys {
  readonly [key: string]: { readonly default?: unknown };
}

/**
 * What an API server with strict field validation accepts, as a JSON Schema: an unknown field is a mistake; a required
 * field that has a default may be missing; entries of a keyed list differ in their keys. Throws on a keyword that it
 * does not know, so that nothing passes unchecked.
 */
export function strictSchema(schema: OpenApiSchema): Readonly<Record<string, unknown>> {
  const result: Record<string, unknown> = {};
  for (const [keyword, value] of Object.entries(schema)) {
    if (COPIED.includes(keyword)) result[keyword] = value;
    else if (!TRANSLATED.includes(keyword) && !WITHOUT_EFFECT.includes(keyword)) {
      throw new Error(`The keyword ${keyword} is not known.`);
    }
  }
  return Object.assign(
    result,
    typeOf(schema),
    membersOf(schema),
    entriesOf(schema),
    choiceOf(schema),
    lawsOf(schema),
  );
}

const COPIED: readonly string[] = Object.freeze([
  "enum",
  "format",
  "maxLength",
  "minLength",
  "minItems",
  "minimum",
  "maximum",
  "pattern",
]);

const TRANSLATED: readonly string[] = Object.freeze([
  "type",
  "properties",
  "additionalProperties",
  "items",
  "anyOf",
  "required",
  "nullable",
  "default",
  "x-kubernetes-int-or-string",
  "x-kubernetes-preserve-unknown-fields",
  "x-kubernetes-list-type",
  "x-kubernetes-list-map-keys",
  "x-kubernetes-validations",
]);

const WITHOUT_EFFECT: readonly string[] = Object.freeze(["description", "x-kubernetes-map-type"]);

/** Where x-kubernetes-int-or-string stands there is no type; its anyOf says the same. */
function typeOf({ type, nullable }: OpenApiSchema): object {
  if (type === undefined) return {};
  return { type: nullable === true ? [type, "null"] : type };
}

function membersOf(schema: OpenApiSchema): object {
  const { type, properties, additionalProperties, required } = schema;
  if (type !== "object") return {};
  const isOpen = schema["x-kubernetes-preserve-unknown-fields"] === true;
  const closed = additionalProperties === undefined ? false : strictSchema(additionalProperties);
  return {
    ...(properties === undefined ? {} : { properties: mapValues(properties) }),
    ...(required === undefined ? {} : { required: withoutDefaults(required, properties) }),
    additionalProperties: isOpen ? true : closed,
  };
}

function mapValues(properties: OpenApiMap): object {
  return Object.fromEntries(
    Object.entries(properties).map(([key, property]) => [key, strictSchema(property)]),
  );
}

function withoutDefaults(required: readonly string[], properties: OpenApiMap = {}) {
  return required.filter((key) => properties[key]?.default === undefined);
}

function entriesOf(schema: OpenApiSchema): object {
  const { items, "x-kubernetes-list-map-keys": keys = [] } = schema;
  if (items === undefined) return {};
  const listMapKeys: ListMapKeys = Object.fromEntries(
    keys.map((key) => [key, { default: items.properties?.[key]?.default }]),
  );
  return {
    items: strictSchema(items),
    ...(schema["x-kubernetes-list-type"] === "set" ? { uniqueItems: true } : {}),
    ...(keys.length === 0 ? {} : { listMapKeys }),
  };
}

function choiceOf({ anyOf }: OpenApiSchema): object {
  return anyOf === undefined ? {} : { anyOf: anyOf.map(strictSchema) };
}

/**
 * Of the rules in Kubernetes' expression language three forms are read: one that compares with the object of before, which a
 * new one has not, one that names the values, and those of `presenceLaws`. A field with any other is refused.
 */
function lawsOf(schema: OpenApiSchema): object {
  const laws = (schema["x-kubernetes-validations"] ?? []).flatMap(({ rule }) => {
    if (rule === "self == oldSelf") return [];
    const [, values] = /^self in \[('[^']*'(?:, '[^']*')*)\]$/.exec(rule) ?? [];
    if (values !== undefined) return [{ enum: values.slice(1, -1).split("', '") }];
    return [presenceLaws.get(rule) ?? { not: {} }];
  });
  return laws.length === 0 ? {} : { allOf: laws };
}

/** Rules on which fields stand beside each other, by their text. */
const presenceLaws: ReadonlyMap<string, object> = new Map([
  [
    "!((has(self.onSuccess) || has(self.onFailure)) && has(self.deletionRules))",
    { not: { allOf: [{ anyOf: [has("onSuccess"), has("onFailure")] }, has("deletionRules")] } },
  ],
  [
    "((has(self.onSuccess) && has(self.onFailure)) || has(self.deletionRules))",
    { anyOf: [has("onSuccess", "onFailure"), has("deletionRules")] },
  ],
  [
    "!(has(self.jobStatus) && has(self.jobDeploymentStatus))",
    { not: has("jobStatus", "jobDeploymentStatus") },
  ],
  [
    "has(self.jobStatus) || has(self.jobDeploymentStatus)",
    { anyOf: [has("jobStatus"), has("jobDeploymentStatus")] },
  ],
]);

function has(...required: readonly string[]): object {
  return { required };
}
