import type {
  ContainerPort,
  EnvironmentVariable,
  InitContainer,
  KeyReference,
  PodMetadata,
  PodSpec,
  PodTemplate,
  PodVolume,
  RayContainer,
  VariableSource,
  VolumeMount,
} from "../manifest/ray-cluster.ts";
import { patterns } from "../model/patterns.ts";
import { MAXIMUM_ENTRIES } from "../yaml/data-limits.ts";
import { closedObject } from "./closed-object.ts";
import type { JsonSchema, SchemaMap } from "./json-schema.ts";

type Role = "head" | "worker";

/** The pod of a head or of a worker. */
export function podSchema(role: Role): JsonSchema {
  return closedObject<PodTemplate>({ metadata: { sometimes: podMetadata }, spec: podSpec(role) });
}

/** A pod that pod templates were merged into, which may hold any field of the API. */
export function mergedPodSchema(): JsonSchema {
  const container: JsonSchema = {
    type: "object",
    properties: { name: { type: "string", ...patterns.dns1123Label } },
    required: ["name"],
  };
  const containers: JsonSchema = { type: "array", items: container, minItems: 1 };
  return {
    type: "object",
    properties: {
      metadata: { type: "object" },
      spec: { type: "object", properties: { containers }, required: ["containers"] },
    },
    required: ["spec"],
    additionalProperties: false,
  };
}

const podMetadata = closedObject<PodMetadata>(
  {
    labels: { sometimes: { $ref: "#/definitions/Labels" } },
    annotations: { sometimes: { $ref: "#/definitions/Annotations" } },
  },
  { minProperties: 1 },
);

const headPorts: readonly ContainerPort[] = Object.freeze([
  { name: "gcs-server", containerPort: 6379, protocol: "TCP" },
  { name: "dashboard", containerPort: 8265, protocol: "TCP" },
  { name: "client", containerPort: 10001, protocol: "TCP" },
  { name: "serve", containerPort: 8000, protocol: "TCP" },
]);

function podSpec(role: Role): JsonSchema {
  return closedObject<PodSpec>({
    restartPolicy: { sometimes: { const: "Never" } },
    serviceAccountName: { $ref: "#/definitions/ObjectName" },
    imagePullSecrets: { sometimes: listOf(pullSecret(), 1, MAXIMUM_ENTRIES) },
    runtimeClassName: { sometimes: { $ref: "#/definitions/ObjectName" } },
    nodeSelector: { sometimes: { $ref: "#/definitions/NodeSelector" } },
    tolerations: { sometimes: listOf({ $ref: "#/definitions/Toleration" }, 1, MAXIMUM_ENTRIES) },
    initContainers: role === "head" ? "never" : { sometimes: listOf(waitContainer(), 1, 1) },
    containers: listOf(rayContainer(role), 1, 1),
    volumes: { sometimes: listOf({ $ref: "#/definitions/Volume" }, 1, MOST) },
  });
}

function pullSecret(): JsonSchema {
  return closedObject<{ readonly name: string }>({ name: { $ref: "#/definitions/ObjectName" } });
}

function waitContainer(): JsonSchema {
  return closedObject<InitContainer>({
    name: { const: "wait-for-head" },
    image: { $ref: "#/definitions/Image" },
    command: listOf({ type: "string" }, 3, 3),
  });
}

function rayContainer(role: Role): JsonSchema {
  return closedObject<RayContainer>({
    name: { type: "string", ...patterns.dns1123Label },
    image: { $ref: "#/definitions/Image" },
    imagePullPolicy: { sometimes: { enum: ["Always", "IfNotPresent", "Never"] } },
    env: { sometimes: { $ref: "#/definitions/Environment" } },
    ports: role === "head" ? { sometimes: { const: headPorts } } : "never",
    resources: { $ref: "#/definitions/Resources" },
    lifecycle: {
      sometimes: { const: { preStop: { exec: { command: ["/bin/sh", "-c", "ray stop"] } } } },
    },
    volumeMounts: { sometimes: listOf({ $ref: "#/definitions/VolumeMount" }, 1, MOST) },
  });
}

function listOf(items: JsonSchema, minItems: number, maxItems: number): JsonSchema {
  return { type: "array", items, minItems, maxItems };
}

/** Ours beside two lists of the request. */
const MOST = 2 * MAXIMUM_ENTRIES + 2;

function keyReference(): JsonSchema {
  return closedObject<KeyReference>({
    name: { $ref: "#/definitions/ObjectName" },
    key: { type: "string", minLength: 1 },
    optional: { sometimes: { const: true } },
  });
}

/** What stands in several places of pods. */
export const podValues: SchemaMap = Object.freeze({
  Environment: listOf({ $ref: "#/definitions/Variable" }, 1, MOST),
  Variable: closedObject<EnvironmentVariable>(
    {
      name: { type: "string", ...patterns.variableName },
      value: { sometimes: { type: "string" } },
      valueFrom: { sometimes: { $ref: "#/definitions/VariableSource" } },
    },
    { minProperties: 2, maxProperties: 2 },
  ),
  VariableSource: closedObject<VariableSource>(
    {
      fieldRef: {
        sometimes: closedObject<NonNullable<VariableSource["fieldRef"]>>({
          fieldPath: { type: "string", ...patterns.podField },
        }),
      },
      secretKeyRef: { sometimes: keyReference() },
      configMapKeyRef: { sometimes: keyReference() },
    },
    { minProperties: 1, maxProperties: 1 },
  ),
  Volume: closedObject<PodVolume>(
    {
      name: { type: "string", ...patterns.dns1123Label },
      persistentVolumeClaim: {
        sometimes: closedObject<NonNullable<PodVolume["persistentVolumeClaim"]>>({
          claimName: { $ref: "#/definitions/ObjectName" },
        }),
      },
      configMap: {
        sometimes: closedObject<NonNullable<PodVolume["configMap"]>>({
          name: { $ref: "#/definitions/ObjectName" },
        }),
      },
      secret: {
        sometimes: closedObject<NonNullable<PodVolume["secret"]>>({
          secretName: { $ref: "#/definitions/ObjectName" },
        }),
      },
      emptyDir: {
        sometimes: closedObject<NonNullable<PodVolume["emptyDir"]>>({
          medium: { sometimes: { const: "Memory" } },
          sizeLimit: { sometimes: { $ref: "#/definitions/Memory" } },
        }),
      },
    },
    { minProperties: 2, maxProperties: 2 },
  ),
  VolumeMount: closedObject<VolumeMount>({
    name: { type: "string", ...patterns.dns1123Label },
    mountPath: { type: "string", ...patterns.mountPath },
    subPath: { sometimes: { type: "string", minLength: 1 } },
    readOnly: { sometimes: { const: true } },
  }),
});
