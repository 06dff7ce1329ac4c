import type { ErrorObject, ValidateFunction } from "ajv";
import { Ajv } from "ajv";
import type { CustomResourceDefinition } from "./crd-files.ts";
import type { ListMapKeys, OpenApiSchema } from "./strict-schema.ts";
import { strictSchema } from "./strict-schema.ts";

/** Why an API server would refuse a manifest, a line for each mistake; empty where it would take it as it is. */
export type CrdChecker = (manifest: unknown) => readonly string[];

/** Checks manifests against the version of a CustomResourceDefinition that their apiVersion names. */
export function crdChecker({ spec }: CustomResourceDefinition): CrdChecker {
  const validators = new Map<string, ValidateFunction>();
  return (manifest) => {
    const { apiVersion, kind }: { apiVersion?: unknown; kind?: unknown } = Object(manifest);
    const version = spec.versions.find(({ name }) => `${spec.group}/${name}` === apiVersion);
    if (version?.served !== true || kind !== spec.names.kind) {
      return [`no matches for kind ${String(kind)} in version ${String(apiVersion)}`];
    }
    const validate = validators.get(version.name) ?? compiled(version.schema.openAPIV3Schema);
    validators.set(version.name, validate);
    return validate(manifest) ? [] : (validate.errors ?? []).map(describe);
  };
}

/** One for all CRDs: what they have in common, such as a pod's template, is compiled once. */
const ajv = ajvForCrds();
const parts = new Map<string, string>();

function ajvForCrds(): Ajv {
  // strictTypes rightly finds that int-or-string has a pattern for its strings only.
  const ajv = new Ajv({
    strict: true,
    strictTypes: false,
    allErrors: true,
    inlineRefs: false,
    // Better code takes longer to make than its few runs take less.
    code: { optimize: false },
  });
  ajv.addFormat("int32", { type: "number", validate: (value) => value === (value | 0) });
  ajv.addFormat("int64", { type: "number", validate: Number.isInteger });
  ajv.addFormat("date-time", {
    type: "string",
    validate: (text) => !Number.isNaN(Date.parse(text)),
  });
  ajv.addKeyword({
    keyword: "listMapKeys",
    type: "array",
    schemaType: "object",
    validate: hasDistinctKeys,
  });
  return ajv;
}

function compiled(schema: OpenApiSchema): ValidateFunction {
  const { properties } = schema;
  return ajv.compile(
    Object(inParts(strictSchema({ ...schema, properties: { ...properties, metadata } }))),
  );
}

/** The same schema with a reference in place of each object's schema within it. */
function inParts(schema: unknown): unknown {
  if (typeof schema !== "object" || schema === null) return schema;
  if (Array.isArray(schema)) return schema.map(inParts);
  const members = Object.entries(schema).map(([key, member]) => [key, inParts(member)]);
  const copy: Readonly<Record<string, unknown>> = Object.fromEntries(members);
  if (copy.type !== "object" || copy.properties === undefined) return copy;
  const text = JSON.stringify(copy);
  const name = parts.get(text) ?? `part-${parts.size}`;
  if (!parts.has(text)) ajv.addSchema(copy, name);
  parts.set(text, name);
  return { $ref: name };
}

/** The CRD says no more than that it is an object: the API server knows the rest, and this is what we emit of it. */
const metadata: OpenApiSchema = Object.freeze({
  type: "object",
  required: ["name"],
  properties: {
    name: { type: "string" },
    namespace: { type: "string" },
    labels: { type: "object", additionalProperties: { type: "string" } },
    annotations: { type: "object", additionalProperties: { type: "string" } },
  },
});

function hasDistinctKeys(keys: ListMapKeys, list: readonly unknown[]): boolean {
  const names = list.map((entry) =>
    JSON.stringify(
      Object.entries(keys).map(([key, fallback]) => {
        const members: Readonly<Record<string, unknown>> = Object(entry);
        return members[key] ?? fallback.default ?? null;
      }),
    ),
  );
  return new Set(names).size === names.length;
}

function describe({ instancePath, message, params }: ErrorObject): string {
  return `${instancePath === "" ? "/" : instancePath} ${message} ${JSON.stringify(params)}`;
}
