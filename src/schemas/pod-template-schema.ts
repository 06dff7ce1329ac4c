import { patchStrategy } from "../api/patch-strategies.ts";
import { typeRows } from "../api/table/table.ts";
import type { TableRow } from "../api/table-row.ts";
import { readRows, WHOLE_TYPE } from "../api/table-row.ts";
import { saidOfJobs, saidOfServices } from "../model/owner/template-fields.ts";
import type { JsonSchema, SchemaMap } from "./json-schema.ts";
import { mapSubschemas } from "./json-schema.ts";
import { podFieldWords } from "./pod-field-words.ts";

/**
 * A schema whose fields of pod templates describe the whole PodTemplateSpec of Kubernetes as a patch: no field is required,
 * null deletes, and orders to the merge may stand among the fields. The types are those of the API table, with the fields of
 * every KubeRay release; a field that the target release lacks is for the compiler to refuse.
 */
export function withPodTemplates(schema: JsonSchema): JsonSchema {
  const roots = new Set<string>([POD]);
  const described = withReferences(schema, roots);
  return {
    ...described,
    definitions: { ...described.definitions, ...templateDefinitions([...roots]) },
  };
}

const POD = "PodTemplateSpec";

/** Fields of the request for templates of other types. */
const ROOTS: ReadonlyMap<string, string> = new Map([
  ["cluster_template", "RayCluster"],
  ["job_template", "RayJobSpec"],
  ["service_template", "RayServiceSpec"],
]);

function rootOf(field: string): string | undefined {
  if (field === "pod_template" || field.endsWith("_pod_template")) return POD;
  return ROOTS.get(field);
}

function withReferences(schema: JsonSchema, roots: Set<string>): JsonSchema {
  const inner = mapSubschemas(schema, (each) => withReferences(each, roots));
  const { properties } = inner;
  if (properties === undefined) return inner;
  const entries = Object.entries(properties).map(([name, field]): [string, JsonSchema] => {
    const root = rootOf(name);
    if (root === undefined) return [name, field];
    roots.add(root);
    return [name, { ...field, allOf: [reference(root)] }];
  });
  return { ...inner, properties: Object.fromEntries(entries) };
}

/** Pods are asked for without ephemeral containers; the rest is what other fields of a request say. */
const REFUSED: readonly string[] = Object.freeze([
  "PodSpec.ephemeralContainers",
  ...["apiVersion", "kind", "status"].map((name) => `RayCluster.${name}`),
  ...["HeadGroupSpec", "WorkerGroupSpec"].map((type) => `${type}.template`),
  ...saidOfJobs.map(([name]) => `RayJobSpec.${name}`),
  ...saidOfServices.map(([name]) => `RayServiceSpec.${name}`),
]);

/** A definition for each type that a template reaches, in the order in which they are reached. */
function templateDefinitions(roots: readonly string[]): SchemaMap {
  const names: string[] = [...roots];
  const result: Record<string, JsonSchema> = { ...SHARED };
  for (const typeName of names) {
    const rows = rowsOf(typeName);
    for (const { type } of rows) {
      const inner = type.replace(/^[[{]+|[\]}]+$/g, "");
      if (isObjectType(inner) && !names.includes(inner)) names.push(inner);
    }
    result[definitionName(typeName)] = objectOf(typeName, rows);
  }
  return result;
}

function rowsOf(typeName: string): readonly TableRow[] {
  const rows = readRows(typeRows[typeName] ?? "");
  const seen = new Set<string>([WHOLE_TYPE, ""]);
  return rows.filter(({ name }) => {
    const isNew = !seen.has(name) && !REFUSED.includes(`${typeName}.${name}`);
    seen.add(name);
    return isNew;
  });
}

function isObjectType(name: string): boolean {
  return Object.hasOwn(typeRows, name);
}

/** Kubernetes' own names, apart from those of our documents. */
function definitionName(typeName: string): string {
  return `Kubernetes.${typeName}`;
}

function reference(typeName: string): JsonSchema {
  return { $ref: `#/definitions/${definitionName(typeName)}` };
}

function objectOf(typeName: string, rows: readonly TableRow[]): JsonSchema {
  const fields = rows.map((row): [string, JsonSchema] => [row.name, fieldOf(typeName, row)]);
  return {
    type: ["object", "null"],
    properties: { ...Object.fromEntries(fields), ...ORDERS },
    ...(rows.some(({ name }) => patchStrategy(typeName, name) !== undefined)
      ? { patternProperties: LIST_ORDERS }
      : {}),
    additionalProperties: false,
  };
}

const PATCH = "Patch";
const RETAINED = "RetainedKeys";
const AMOUNT = "Amount";

/** What stands in every type. */
const SHARED: SchemaMap = Object.freeze({
  [definitionName(PATCH)]: {
    description: "Replaces or deletes instead of merging.",
    type: "string",
    enum: ["replace", "delete", "merge"],
  },
  [definitionName(RETAINED)]: {
    description: "The only fields that are kept, those set here among them.",
    type: "array",
    items: { type: "string" },
  },
  [definitionName(AMOUNT)]: { anyOf: [{ type: ["string", "null"] }, { type: "integer" }] },
});

/** What a patch tells the merge of an object, of a map or of an item of a list. */
const ORDERS: SchemaMap = Object.freeze({
  $patch: reference(PATCH),
  $retainKeys: reference(RETAINED),
});

const LIST_ORDERS: SchemaMap = Object.freeze({
  "^\\$(setElementOrder|deleteFromPrimitiveList)/": { type: "array" },
});

function fieldOf(typeName: string, row: TableRow): JsonSchema {
  const { words, ofItems } = podFieldWords(typeName, row.name);
  const schema = typeSchema(row.type);
  const what = `${typeName}.${row.name} of Kubernetes${remarksOf(typeName, row)}.`;
  if (words === undefined) return { description: what, ...schema };
  const allowed = { enum: [...words, null] };
  return ofItems
    ? { description: what, ...schema, items: { type: ["string", "null"], ...allowed } }
    : { description: what, ...schema, ...allowed };
}

/** How it is counted, how it is merged, and which releases of KubeRay have it. */
function remarksOf(typeName: string, { name, type, span }: TableRow): string {
  const strategy = type.startsWith("[") ? patchStrategy(typeName, name) : undefined;
  const merged =
    strategy === undefined ? "" : `, merged ${strategy.key ? `by ${strategy.key}` : "as a set"}`;
  const unit = NUMBERS.test(type)
    ? `, in ${/Seconds$/.test(name) ? "seconds" : "whole numbers"}`
    : "";
  const since = /^(\d+(?:\.\d+)+)/.exec(span ?? "")?.[1];
  return `${unit}${merged}${since === undefined ? "" : `, from KubeRay ${since} on`}`;
}

const NUMBERS = /^(?:int32|int64|integer|number|intOrString|quantity)$/;

function typeSchema(notation: string): JsonSchema {
  const inner = notation.slice(1, -1);
  if (notation.startsWith("[")) return { type: ["array", "null"], items: typeSchema(inner) };
  if (notation.startsWith("{")) {
    return {
      type: ["object", "null"],
      properties: ORDERS,
      additionalProperties: typeSchema(inner),
    };
  }
  if (isObjectType(notation)) return { type: ["object", "null"], allOf: [reference(notation)] };
  switch (notation) {
    case "string":
    case "dateTime":
      return { type: ["string", "null"] };
    case "boolean":
      return { type: ["boolean", "null"] };
    case "number":
      return { type: ["number", "null"] };
    case "int32":
    case "int64":
    case "integer":
      return { type: ["integer", "null"] };
    case "intOrString":
    case "quantity":
      return { allOf: [reference(AMOUNT)] };
    case "object":
      return { type: ["object", "null"] };
    default:
      return {};
  }
}
