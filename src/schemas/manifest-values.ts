import { keysOfFields, userAnnotations, userLabels } from "../kuberay/user-keys.ts";
import type { Resources } from "../manifest/ray-cluster.ts";
import { carriedText, patterns, RESERVED_KEY_PATTERN } from "../model/patterns.ts";
import type { Toleration } from "../model/settings/toleration.ts";
import { MAXIMUM_ENTRIES } from "../yaml/data-limits.ts";
import { closedObject } from "./closed-object.ts";
import type { JsonSchema, SchemaMap } from "./json-schema.ts";

const text = { type: "string" } as const;
const labelValue: JsonSchema = { ...text, ...patterns.labelValue };

/** A key that KubeRay does not own. */
const unreserved: JsonSchema = { not: { pattern: RESERVED_KEY_PATTERN } };

/** A user's map: open, but for the spelling of its keys; left out where it is empty. */
const userMap = { type: "object", minProperties: 1, maxProperties: MAXIMUM_ENTRIES } as const;

/** Canonical quantities: no larger suffix leaves a whole number. */
const cpuQuantity: JsonSchema = {
  ...text,
  pattern: "^([1-9][0-9]{0,8}[mk]?|1M)$",
  not: { pattern: "000[mk]?$" },
};
const memoryQuantity: JsonSchema = { ...text, pattern: "^[1-9][0-9]{0,9}[MGTP]i$" };
const countQuantity: JsonSchema = {
  ...text,
  pattern: "^[1-9][0-9]{0,9}[kMG]?$",
  not: { pattern: "000[kMG]?$" },
};

function amounts(required: readonly string[]): JsonSchema {
  const named = ["cpu", "memory", "ephemeral-storage"];
  return {
    type: "object",
    propertyNames: {
      anyOf: [{ enum: named }, patterns.hugePages, patterns.extendedResourceName],
    },
    properties: {
      cpu: cpuQuantity,
      memory: memoryQuantity,
      "ephemeral-storage": memoryQuantity,
    },
    patternProperties: {
      [patterns.hugePages.pattern]: memoryQuantity,
      [patterns.extendedResourceName.pattern]: countQuantity,
    },
    required,
    additionalProperties: false,
    maxProperties: MAXIMUM_ENTRIES + named.length + 1,
  };
}

/** What stands in several places of a manifest. */
export const manifestValues: SchemaMap = Object.freeze({
  ObjectName: { ...text, ...patterns.dns1123Subdomain },
  Image: { ...text, ...patterns.imageReference },
  Labels: {
    ...userMap,
    propertyNames: { ...patterns.labelKey, ...unreserved },
    additionalProperties: labelValue,
  },
  Annotations: {
    ...userMap,
    propertyNames: { ...patterns.annotationKey, ...unreserved },
    additionalProperties: { ...text, ...carriedText },
  },
  ClusterLabels: {
    ...userMap,
    propertyNames: { ...patterns.labelKey, anyOf: [{ enum: [...userLabels.keys()] }, unreserved] },
    additionalProperties: labelValue,
  },
  ClusterAnnotations: {
    ...userMap,
    propertyNames: {
      ...patterns.annotationKey,
      anyOf: [{ enum: [...userAnnotations.keys(), ...keysOfFields.keys()] }, unreserved],
    },
    additionalProperties: { ...text, ...carriedText },
  },
  NodeSelector: {
    ...userMap,
    propertyNames: patterns.labelKey,
    additionalProperties: labelValue,
  },
  Toleration: closedObject<Toleration>({
    key: { sometimes: { ...text, ...patterns.labelKey } },
    operator: { sometimes: { enum: ["Equal", "Exists"] } },
    value: { sometimes: { ...labelValue, minLength: 1 } },
    effect: { sometimes: { enum: ["NoSchedule", "PreferNoSchedule", "NoExecute"] } },
    tolerationSeconds: { sometimes: { type: "integer" } },
  }),
  NodeLabels: {
    ...userMap,
    propertyNames: patterns.labelKey,
    additionalProperties: labelValue,
  },
  Memory: memoryQuantity,
  Limits: amounts(["memory"]),
  Requests: amounts(["cpu", "memory"]),
  Resources: closedObject<Resources>({
    limits: { $ref: "#/definitions/Limits" },
    requests: { $ref: "#/definitions/Requests" },
  }),
  RayStartParams: {
    type: "object",
    propertyNames: patterns.startParameter,
    maxProperties: MAXIMUM_ENTRIES,
    properties: {
      block: { const: "true" },
      "num-gpus": { ...text, pattern: "^(0|[1-9][0-9]{0,4})$" },
      "num-cpus": { ...text, pattern: "^(0|[1-9][0-9]{0,6})$" },
    },
    additionalProperties: text,
  },
});
