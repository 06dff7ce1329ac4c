import type { RayManifest } from "../manifest/manifest.ts";
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
import { MAXIMUM_ENTRIES } from "../yaml/data-limits.ts";
import { closedObject } from "./closed-object.ts";
import { clusterOptions } from "./cluster-options-schema.ts";
import type { JsonSchema, SchemaMap } from "./json-schema.ts";
import { manifestValues } from "./manifest-values.ts";
import { ownerSpecs } from "./owner-schema.ts";
import { mergedPodSchema, podSchema, podValues } from "./pod-schema.ts";

type HeadService = NonNullable<HeadGroupSpec["headService"]>;

/** Every API version that the compiler writes. */
const API_VERSIONS = Object.freeze(["ray.io/v1alpha1", "ray.io/v1"] as const);

type Kind = RayManifest["kind"];

/** The kinds, and the API versions that each is written in. */
const KINDS: readonly (readonly [kind: Kind, apiVersions: readonly string[]])[] = Object.freeze([
  ["RayCluster", API_VERSIONS],
  ["RayJob", API_VERSIONS],
  ["RayService", API_VERSIONS],
  ["RayCronJob", ["ray.io/v1"]],
]);

/** The schema of every manifest that the compiler makes: far narrower than KubeRay's API. */
export function manifestSchema(): JsonSchema {
  return {
    ...header("raycluster-manifest.schema.json", "RayManifest"),
    description: "A KubeRay object as the compiler writes it, for any KubeRay release.",
    anyOf: KINDS.map(([kind, apiVersions]) => manifestOf(kind, apiVersions)),
    definitions: { ...definitions(), ...ownerSpecs },
  };
}

/**
 * The same for each API version, under the name by which kubeconform and other readers of catalogs of CRD schemas look
 * for it: group, then kind and version in lower case.
 */
export function catalogSchemas(): readonly JsonSchema[] {
  return KINDS.flatMap(([kind, apiVersions]) =>
    apiVersions.map((apiVersion) => {
      const [group, version] = apiVersion.split("/");
      return {
        ...header(`${group}/${kind.toLowerCase()}_${version}.json`, `${kind}Manifest`),
        description: `A ${kind} as the compiler writes it, for any KubeRay release.`,
        ...manifestOf(kind, [apiVersion]),
        definitions: { ...definitions(), ...ownSpecs(kind) },
      };
    }),
  );
}

/** The specs that a kind is made of, beside the cluster's. */
function ownSpecs(kind: Kind): SchemaMap {
  const jobs = ["RayJobSpec", "MergedPart"];
  const names: Readonly<Record<Kind, readonly string[]>> = {
    RayCluster: [],
    RayJob: jobs,
    RayCronJob: [...jobs, "RayCronJobSpec"],
    RayService: ["RayServiceSpec", "MergedPart"],
  };
  return Object.fromEntries(
    Object.entries(ownerSpecs).filter(([name]) => names[kind].includes(name)),
  );
}

function header(id: string, title: string): JsonSchema {
  return { $schema: "http://json-schema.org/draft-07/schema#", $id: id, title };
}

function manifestOf(kind: Kind, apiVersions: readonly string[]): JsonSchema {
  return closedObject<Pick<RayClusterManifest, "apiVersion" | "kind" | "metadata" | "spec">>({
    apiVersion: { enum: apiVersions },
    kind: { const: kind },
    metadata:
      kind === "RayCluster"
        ? { anyOf: [objectMetadata(), { $ref: "#/definitions/MergedMetadata" }] }
        : objectMetadata(),
    spec: { $ref: `#/definitions/${kind === "RayCluster" ? "ClusterSpec" : `${kind}Spec`}` },
  });
}

function definitions(): Readonly<Record<string, JsonSchema>> {
  return {
    AutoscalerOptions: autoscalerOptions(),
    HeadGroupSpec: headGroupSpec(),
    WorkerGroupSpec: workerGroupSpec(),
    HeadPod: podSchema("head"),
    WorkerPod: podSchema("worker"),
    MergedPod: mergedPodSchema(),
    ClusterSpec: {
      anyOf: [
        { $ref: "#/definitions/OwnClusterSpec" },
        { $ref: "#/definitions/MergedClusterSpec" },
      ],
    },
    OwnClusterSpec: clusterSpec(),
    MergedClusterSpec: mergedClusterSpec,
    MergedMetadata: mergedMetadata,
    ...podValues,
    ...manifestValues,
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

/** The spec of a cluster that a cluster template was merged into, which may hold any field of the API. */
const template: JsonSchema = { $ref: "#/definitions/MergedPod" };

const mergedClusterSpec: JsonSchema = {
  type: "object",
  properties: {
    headGroupSpec: { type: "object", properties: { template }, required: ["template"] },
    workerGroupSpecs: {
      type: "array",
      items: {
        type: "object",
        properties: { groupName: { type: "string", ...patterns.dns1123Label }, template },
        required: ["groupName", "template"],
      },
    },
  },
  required: ["headGroupSpec"],
};

/** Its metadata: labels and annotations are any. */
const mergedMetadata: JsonSchema = {
  type: "object",
  properties: {
    name: { type: "string", ...patterns.dns1035Label, maxLength: MAXIMUM_NAME_LENGTH },
  },
  required: ["name"],
};

function autoscalerOptions(): JsonSchema {
  return closedObject<AutoscalerOptions>({
    version: { sometimes: { const: "v2" } },
    image: { sometimes: { $ref: "#/definitions/Image" } },
    imagePullPolicy: { sometimes: { enum: ["Always", "IfNotPresent", "Never"] } },
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
  metadata: closedObject<HeadService["metadata"]>(
    {
      name: { sometimes: { type: "string", ...patterns.dns1035Label, maxLength: 63 } },
      labels: { sometimes: { $ref: "#/definitions/Labels" } },
    },
    { minProperties: 1 },
  ),
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
