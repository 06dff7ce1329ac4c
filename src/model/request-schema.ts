import * as z from "zod";
import { dns1035LabelProblem, dns1123LabelProblem } from "../api/identifiers/dns-label.ts";
import { imageReferenceProblem } from "../api/identifiers/image-reference.ts";
import { versionProblem } from "../kuberay/version.ts";
import { compiledSchema } from "./compiled-schema.ts";
import * as field from "./fields.ts";
import { patterns } from "./patterns.ts";
import type {
  AutoscalerConfig,
  RayClusterConfig,
  RayClusterRequest,
  RayNodeConfig,
  ScalingGroup,
  SimpleRayCluster,
} from "./request.ts";
import * as textMaps from "./text-maps.ts";
import { useInstead } from "./use-instead.ts";

/** KubeRay 1.4 and later create nothing under a longer name: ray-operator/controllers/ray/utils/validation.go. */
export const MAXIMUM_NAME_LENGTH = 53;
/** A week, in seconds. */
export const MAXIMUM_ACTIVATION_TIMEOUT_SECONDS = 604_800;

export const nodeConfig: z.ZodType<RayNodeConfig> = z
  .strictObject({
    cpu: field.cpu.meta({
      description: "What the node asks for in CPUs, in steps of 0.001, rounded down.",
    }),
    memory_gb: field.memoryGb.meta({
      description: "Memory of the node in GiB (2**30 bytes), in steps of 1 MiB, rounded down.",
    }),
    gpu_count: field.gpuCount
      .nullish()
      .meta({ description: "What the node asks for in whole GPUs.", default: 0 }),
  })
  .meta({ description: "What one node asks for; requests equal limits." });

export const autoscalerConfig: z.ZodType<AutoscalerConfig> = z
  .strictObject({
    cpu: field.cpu.meta({
      description: "What the autoscaler's container, which runs in the head pod, asks for in CPUs.",
    }),
    memory_gb: field.memoryGb.meta({
      description: "Memory of the autoscaler's container in GiB (2**30 bytes).",
    }),
  })
  .meta({ description: "What the autoscaler's container asks for; requests equal limits." });

export const scalingGroup: z.ZodType<ScalingGroup> = z
  .strictObject({
    worker_nodes: nodeConfig.meta({ description: "What each worker of the group asks for." }),
    min_workers: field.replicaCount.meta({
      description: "The least size of the group in workers.",
    }),
    max_workers: field.replicaCount.meta({
      description:
        "The greatest size of the group in workers. It scales where this is more than min_workers.",
    }),
  })
  .meta({ description: "A group of equal worker nodes." });

export const rayClusterConfig: z.ZodType<RayClusterConfig> = z
  .strictObject({
    head_node: nodeConfig.meta({ description: "What the head node asks for." }),
    scaling_groups: z
      .array(scalingGroup)
      .nullish()
      .meta({ description: "Groups of worker nodes.", default: [] }),
    autoscaler_config: autoscalerConfig.nullish().meta({
      description: "What the autoscaler asks for. Required where any group can scale.",
      default: null,
    }),
  })
  .meta({ description: "A cluster in full: a head node and any number of scaling groups." });

export const simpleRayCluster: z.ZodType<SimpleRayCluster> = z
  .strictObject({
    n_nodes: field.nodeCount.meta({
      description: "The size of the cluster in nodes, the head included.",
    }),
    node_config: nodeConfig.meta({ description: "What each node asks for, the head included." }),
    max_nodes: field.nodeCount.nullish().meta({
      description:
        "The greatest size of the cluster in nodes, the head included. Default: n_nodes. It scales where this is more.",
      default: null,
    }),
    autoscaler_config: autoscalerConfig.nullish().meta({
      description: "What the autoscaler asks for. Required where any group can scale.",
      default: null,
    }),
  })
  .meta({ description: "A cluster of equal nodes, the head among them." });

/** The fields of a request beside `config`. */
export const requestFields = {
  $schema: z.string().nullish().meta({
    description: "The JSON Schema that an editor should use; has no effect.",
    default: null,
  }),
  name: field
    .identifier(
      "invalid-name",
      "The name",
      (text) => dns1035LabelProblem(text, MAXIMUM_NAME_LENGTH),
      (text) => useInstead(text, MAXIMUM_NAME_LENGTH, "train"),
    )
    .meta({
      description: "Name of the RayCluster: a DNS-1035 label of at most 53 characters.",
      ...patterns.dns1035Label,
      maxLength: MAXIMUM_NAME_LENGTH,
    }),
  namespace: field
    .identifier("invalid-namespace", "The namespace", dns1123LabelProblem, (text) =>
      useInstead(text, 63, "ml"),
    )
    .nullish()
    .meta({
      description: "Namespace of the RayCluster. Default: none; whoever applies it chooses.",
      default: null,
      ...patterns.dns1123Label,
    }),
  image: field
    .identifier(
      "invalid-image",
      "The image",
      imageReferenceProblem,
      () => "Write it as registry.example.com/path:tag, the path in lower case.",
    )
    .meta({ description: "Container image of head and workers.", ...patterns.imageReference }),
  ray_version: field
    .identifier(
      "invalid-version",
      "The Ray version",
      versionProblem,
      () => "Give the version of Ray in the image, such as 2.9.3.",
    )
    .meta({
      description: 'Version of Ray in the image, in quotes, such as "2.9.3".',
      ...patterns.version,
    }),
  forward_logs: z
    .boolean()
    .nullish()
    .meta({ description: "Whether the driver prints the workers' logs.", default: true }),
  activation_timeout_seconds: z
    .int()
    .min(1)
    .max(MAXIMUM_ACTIVATION_TIMEOUT_SECONDS)
    .nullish()
    .meta({
      description: "How long a cluster may take to be ready, in seconds; then it has failed.",
      default: 900,
    }),
  labels: textMaps.labels
    .nullish()
    .meta({ description: "Labels of the RayCluster object.", default: {} }),
  annotations: textMaps.annotations
    .nullish()
    .meta({ description: "Annotations of the RayCluster object.", default: {} }),
};

/** A request with the config in full, and one with the simple config: `n_nodes` tells them apart. Compiled, for speed. */
export const fullRequest: z.ZodType<RayClusterRequest> = compiledSchema(
  z.strictObject({ ...requestFields, config: rayClusterConfig }),
);

export const simpleRequest: z.ZodType<RayClusterRequest> = compiledSchema(
  z.strictObject({ ...requestFields, config: simpleRayCluster }),
);
