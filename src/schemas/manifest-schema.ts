import type {
  AutoscalerOptions,
  HeadGroupSpec,
  ObjectMetadata,
  RayClusterManifest,
  RayClusterSpec,
  WorkerGroupSpec,
} from "../manifest/ray-cluster.ts";
import { MAXIMUM_REPLICAS } from "../model/fields.ts";
import { patterns } from "../model/patterns.ts";
import { MAXIMUM_NAME_LENGTH } from "../model/request/request-schema.ts";
import { MAXIMUM_ENTRIES } from "../yaml/snapshot.ts";
import { closedObject } from "./closed-object.ts";
import { clusterOptions } from "./cluster-options-schema.ts";
import type { JsonSchema } from "./json-schema.ts";
import { manifestValues } from "./manifest-values.ts";
import { mergedPodSchema, podSchema, podValues } from "./pod-schema.ts";

type HeadService = NonNullable<HeadGroupSpec["headService"]>;

/** Every API version that the compiler writes. */
const API_VERSIONS = Object.freeze(["ray.io/v1alpha1", "ray.io/v1"] as const);

/** The schema of every manifest that the compiler makes: far narrower than KubeRay's API. */
export function manifestSchema(): JsonSchema {
  return schemaOf("raycluster-manifest.schema.json", API_VERSIONS);
}

/**
 * The same for each API version, under the name by which kubeconform and other readers of catalogs of CRD schemas look
 * for it: group, then kind and version in lower case.
 */
export function catalogSchemas(): readonly JsonSchema[] {
  return API_VERSIONS.map((apiVersion) => {
    const [group, version] = apiVersion.split("/");
    return schemaOf(`${group}/raycluster_${version}.json`, [apiVersion]);
  });
}

function schemaOf(id: string, apiVersions: readonly string[]): JsonSchema {
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    $id: id,
    title: "RayClusterManifest",
    description: "A RayCluster as the compiler makes it, for any KubeRay release.",
    ...closedObject<RayClusterManifest>({
      apiVersion: { enum: apiVersions },
      kind: { const: "RayCluster" },
      metadata: objectMetadata(),
      spec: clusterSpec(),
    }),
    definitions: {
      AutoscalerOptions: autoscalerOptions(),
      HeadGroupSpec: headGroupSpec(),
      WorkerGroupSpec: workerGroupSpec(),
      HeadPod: podSchema("head"),
      WorkerPod: podSchema("worker"),
      MergedPod: mergedPodSchema(),
      ...podValues,
      ...manifestValues,
    },
  };
}

function objectMetadata(): JsonSchema {
  return closedObject<ObjectMetadata>({
    name: { type: "string", ...patterns.dns1035Label, maxLength: MAXIMUM_NAME_LENGTH },
    namespace: { sometimes: { type: "string", ...patterns.dns1123Label } },
    labels: { sometimes: { $ref: "#/definitions/ClusterLabels" } },
    annotations: { sometimes: { $ref: "#/definitions/ClusterAnnotations" } },
  });
}

function clusterSpec(): JsonSchema {
  return closedObject<RayClusterSpec>(
    {
      rayVersion: { sometimes: { type: "string", ...patterns.version } },
      ...clusterOptions,
      enableInTreeAutoscaling: { sometimes: { const: true } },
      autoscalerOptions: { sometimes: { $ref: "#/definitions/AutoscalerOptions" } },
      headGroupSpec: { $ref: "#/definitions/HeadGroupSpec" },
      workerGroupSpecs: {
        sometimes: {
          type: "array",
          items: { $ref: "#/definitions/WorkerGroupSpec" },
          minItems: 1,
          maxItems: MAXIMUM_ENTRIES,
        },
      },
    },
    {
      dependencies: {
        enableInTreeAutoscaling: ["autoscalerOptions", "workerGroupSpecs"],
        autoscalerOptions: ["enableInTreeAutoscaling"],
      },
    },
  );
}

function autoscalerOptions(): JsonSchema {
  return closedObject<AutoscalerOptions>({
    version: { sometimes: { const: "v2" } },
    image: { sometimes: { $ref: "#/definitions/Image" } },
    idleTimeoutSeconds: { sometimes: count },
    upscalingMode: { sometimes: { enum: ["Default", "Aggressive", "Conservative"] } },
    env: { sometimes: { $ref: "#/definitions/Environment" } },
    resources: { $ref: "#/definitions/Resources" },
  });
}

function headGroupSpec(): JsonSchema {
  return closedObject<HeadGroupSpec>({
    serviceType: { sometimes: { enum: ["ClusterIP", "NodePort", "LoadBalancer"] } },
    headService: { sometimes: headService },
    rayStartParams: { $ref: "#/definitions/RayStartParams" },
    template: eitherPod("HeadPod"),
  });
}

/** A pod of the compiler's own, or one that pod templates were merged into. */
function eitherPod(own: "HeadPod" | "WorkerPod"): JsonSchema {
  return { anyOf: [{ $ref: `#/definitions/${own}` }, { $ref: "#/definitions/MergedPod" }] };
}

const headService: JsonSchema = closedObject<HeadService>({
  metadata: closedObject<HeadService["metadata"]>({ labels: { $ref: "#/definitions/Labels" } }),
});

function workerGroupSpec(): JsonSchema {
  const whole: JsonSchema = { type: "integer", maximum: MAXIMUM_REPLICAS };
  return closedObject<WorkerGroupSpec>({
    groupName: { type: "string", ...patterns.dns1123Label },
    replicas: { sometimes: count },
    minReplicas: count,
    maxReplicas: count,
    numOfHosts: { sometimes: { ...whole, minimum: 1 } },
    idleTimeoutSeconds: { sometimes: count },
    priority: { sometimes: { ...whole, minimum: -MAXIMUM_REPLICAS, not: { const: 0 } } },
    suspend: { sometimes: { const: true } },
    labels: { sometimes: { $ref: "#/definitions/NodeLabels" } },
    rayStartParams: { $ref: "#/definitions/RayStartParams" },
    template: eitherPod("WorkerPod"),
  });
}

const count: JsonSchema = { type: "integer", minimum: 0, maximum: MAXIMUM_REPLICAS };
