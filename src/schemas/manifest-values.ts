import type { Resources } from "../manifest/ray-cluster.ts";
import { carriedText, patterns, RESERVED_KEY_PATTERN } from "../model/patterns.ts";
import type { Toleration } from "../model/settings.ts";
import { MAXIMUM_ENTRIES } from "../yaml/snapshot.ts";
import { closedObject } from "./closed-object.ts";
import type { JsonSchema, SchemaMap } from "./json-schema.ts";

const text = { type: "string" } as const;
const labelValue: JsonSchema = { ...text, ...patterns.labelValue };

/** A user's map: open, but for the spelling of its keys; left out where it is empty. */
const userMap = { type: "object", minProperties: 1, maxProperties: MAXIMUM_ENTRIES } as const;

/** Canonical quantities: no larger suffix leaves a whole number. */
const cpuQuantity: JsonSchema = {
  ...text,
  pattern: "^([1-9][0-9]{0,8}[mk]?|1M)$",
  not: { pattern: "000[mk]?$" },
};
const memoryQuantity: JsonSchema = { ...text, pattern: "^[1-9][0-9]{0,9}[MGTP]i$" };
const gpuQuantity: JsonSchema = {
  ...text,
  pattern: "^[1-9][0-9]{0,3}k?$",
  not: { pattern: "000k?$" },
};

/** What stands in several places of a manifest. */
export const manifestValues: SchemaMap = Object.freeze({
  ObjectName: { ...text, ...patterns.dns1123Subdomain },
  Image: { ...text, ...patterns.imageReference },
  Labels: {
    ...userMap,
    propertyNames: { ...patterns.labelKey, not: { pattern: RESERVED_KEY_PATTERN } },
    additionalProperties: labelValue,
  },
  Annotations: {
    ...userMap,
    propertyNames: { ...patterns.annotationKey, not: { pattern: RESERVED_KEY_PATTERN } },
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
  Amounts: {
    type: "object",
    propertyNames: { anyOf: [{ enum: ["cpu", "memory"] }, patterns.extendedResourceName] },
    properties: { cpu: cpuQuantity, memory: memoryQuantity },
    patternProperties: { [patterns.extendedResourceName.pattern]: gpuQuantity },
    required: ["cpu", "memory"],
    additionalProperties: false,
    maxProperties: 3,
  },
  Resources: closedObject<Resources>({
    limits: { $ref: "#/definitions/Amounts" },
    requests: { $ref: "#/definitions/Amounts" },
  }),
  RayStartParams: {
    type: "object",
    properties: {
      block: { const: "true" },
      "dashboard-host": { const: "0.0.0.0" },
      "num-gpus": { ...text, pattern: "^(0|[1-9][0-9]{0,4})$" },
    },
    additionalProperties: false,
  },
});
