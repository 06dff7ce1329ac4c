import { dns1123LabelProblem } from "../../api/identifiers/dns-label.ts";
import * as field from "../fields.ts";
import { patterns } from "../patterns.ts";
import * as z from "../schema-language.ts";
import * as textMaps from "../text-maps.ts";
import { useInstead } from "../use-instead.ts";
import type {
  AutoscalerConfig,
  RayClusterConfig,
  ScalingGroup,
  SimpleRayCluster,
} from "./cluster-config.ts";
import { environment } from "./environment-schema.ts";
import { nodeConfig } from "./node-config-schema.ts";

const idleTimeout = z.int().min(0).max(field.MAXIMUM_REPLICAS);

export const autoscalerConfig: z.Schema<AutoscalerConfig> = z
  .strictObject({
    cpu: field.cpu.meta({
      description: "What the autoscaler's container, which runs in the head pod, asks for in CPUs.",
    }),
    memory_gb: field.memoryGb.meta({
      description: "Memory of the autoscaler's container in GiB (2**30 bytes).",
    }),
    version: z.enum(["v1", "v2"]).nullish().meta({
      description: "Version of Ray's autoscaler. Default: Ray's choice.",
      default: null,
    }),
    idle_timeout_seconds: idleTimeout.nullish().meta({
      description: "How long a worker may be idle before it is removed, in seconds. Default: 60.",
      default: null,
    }),
    upscaling_mode: z.enum(["Default", "Aggressive", "Conservative"]).nullish().meta({
      description: "How fast workers are added. Default: Ray's.",
      default: null,
    }),
    image: field
      .image("The autoscaler's image")
      .nullish()
      .meta({
        description: "Container image of the autoscaler. Default: the head's.",
        default: null,
        ...patterns.imageReference,
      }),
    image_pull_policy: z.enum(["Always", "IfNotPresent", "Never"]).nullish().meta({
      description:
        "When the autoscaler's image is pulled. Default: KubeRay's, which is IfNotPresent.",
      default: null,
    }),
    env: environment.nullish().meta({
      description: "Variables of the autoscaler's container.",
      default: {},
    }),
  })
  .meta({ description: "What the autoscaler's container asks for; requests equal limits." });

const autoscaling = z.boolean().nullish().meta({
  description:
    "Whether the cluster scales automatically. Default: if the bounds leave room for it. false: its size stays as it is.",
  default: null,
});

export const scalingGroup: z.Schema<ScalingGroup> = z
  .strictObject({
    name: field
      .identifier("invalid-name", "The group name", dns1123LabelProblem, (text) =>
        useInstead(text, 63, "workers"),
      )
      .nullish()
      .meta({
        description: "Name of the group in KubeRay. Default: worker-group-N, by its place.",
        default: null,
        ...patterns.dns1123Label,
      }),
    worker_nodes: nodeConfig.meta({ description: "What each worker of the group asks for." }),
    min_workers: field.replicaCount.meta({
      description: "The minimum size of the group in workers.",
    }),
    max_workers: field.replicaCount.meta({
      description:
        "The maximum size of the group in workers. The group scales if this is more than min_workers.",
    }),
    workers: field.replicaCount.nullish().meta({
      description: "The size that the group starts with in workers. Default: min_workers.",
      default: null,
    }),
    hosts: z.int().min(1).max(field.MAXIMUM_REPLICAS).nullish().meta({
      description: "The size of one worker in pods, as on TPU slices. Default: 1.",
      default: null,
    }),
    idle_timeout_seconds: idleTimeout.nullish().meta({
      description:
        "How long a worker of this group may be idle, in seconds. Default: the autoscaler's.",
      default: null,
    }),
    priority: z.int().min(-field.MAXIMUM_REPLICAS).max(field.MAXIMUM_REPLICAS).nullish().meta({
      description:
        "Which group the autoscaler scales first, in whole numbers: the one with the higher number.",
      default: 0,
    }),
    ray_labels: textMaps.nodeLabels.nullish().meta({
      description: "Ray's labels for the group's nodes.",
      default: {},
    }),
    suspend: z.boolean().nullish().meta({
      description: "Whether the group is suspended, that is, has no pods.",
      default: false,
    }),
  })
  .meta({ description: "A group of equal worker nodes." });

export const rayClusterConfig: z.Schema<RayClusterConfig> = z
  .strictObject({
    head_node: nodeConfig.meta({ description: "What the head node asks for." }),
    scaling_groups: z
      .array(scalingGroup)
      .nullish()
      .meta({ description: "Groups of worker nodes.", default: [] }),
    autoscaling,
    autoscaler_config: autoscalerConfig.nullish().meta({
      description: "What the autoscaler asks for. Required if any group can scale.",
      default: null,
    }),
  })
  .meta({ description: "A cluster in full: a head node and any number of scaling groups." });

export const simpleRayCluster: z.Schema<SimpleRayCluster> = z
  .strictObject({
    n_nodes: field.nodeCount.meta({
      description: "The size of the cluster in nodes, including the head.",
    }),
    node_config: nodeConfig.meta({ description: "What each node asks for, including the head." }),
    max_nodes: field.nodeCount.nullish().meta({
      description:
        "The maximum size of the cluster in nodes, including the head. Default: n_nodes. The cluster scales if this is more.",
      default: null,
    }),
    autoscaling,
    autoscaler_config: autoscalerConfig.nullish().meta({
      description: "What the autoscaler asks for. Required if any group can scale.",
      default: null,
    }),
  })
  .meta({ description: "A cluster of equal nodes, including the head." });
