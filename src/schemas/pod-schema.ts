import type {
  ContainerPort,
  EnvironmentVariable,
  InitContainer,
  PodMetadata,
  PodSpec,
  PodTemplate,
  RayContainer,
} from "../manifest/ray-cluster.ts";
import { MAXIMUM_ENTRIES } from "../yaml/snapshot.ts";
import { closedObject } from "./closed-object.ts";
import type { JsonSchema } from "./json-schema.ts";

type Role = "head" | "worker";

/** The pod of a head or of a worker. */
export function podSchema(role: Role): JsonSchema {
  return closedObject<PodTemplate>({ metadata: { sometimes: podMetadata }, spec: podSpec(role) });
}

/** Has Ray's processes log to the container. */
export const logToStderr: JsonSchema = variable("RAY_LOG_TO_STDERR", ["1"]);

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
    nodeSelector: { sometimes: { $ref: "#/definitions/NodeSelector" } },
    tolerations: { sometimes: listOf({ $ref: "#/definitions/Toleration" }, 1, MAXIMUM_ENTRIES) },
    initContainers: role === "head" ? "never" : { sometimes: listOf(waitContainer(), 1, 1) },
    containers: listOf(rayContainer(role), 1, 1),
    volumes: { const: [{ name: "ray-logs", emptyDir: {} }] },
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
  const autoscalerVersion = variable("RAY_enable_autoscaler_v2", ["0", "1"]);
  const headEnvironment = listOf({ anyOf: [logToStderr, autoscalerVersion] }, 1, 2);
  return closedObject<RayContainer>({
    name: { const: `ray-${role}` },
    image: { $ref: "#/definitions/Image" },
    env: role === "head" ? { always: { ...headEnvironment, uniqueItems: true } } : "never",
    ports: role === "head" ? { always: { const: headPorts } } : "never",
    resources: { $ref: "#/definitions/Resources" },
    lifecycle: { const: { preStop: { exec: { command: ["/bin/sh", "-c", "ray stop"] } } } },
    volumeMounts: { const: [{ name: "ray-logs", mountPath: "/tmp/ray" }] },
  });
}

function variable(name: string, values: readonly string[]): JsonSchema {
  return closedObject<EnvironmentVariable>({ name: { const: name }, value: { enum: values } });
}

function listOf(items: JsonSchema, minItems: number, maxItems: number): JsonSchema {
  return { type: "array", items, minItems, maxItems };
}
