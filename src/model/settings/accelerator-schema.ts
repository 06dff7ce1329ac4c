import { dns1123SubdomainProblem } from "../../api/identifiers/dns-subdomain.ts";
import { extendedResourceNameProblem } from "../../api/identifiers/extended-resource-name.ts";
import { rayResourceProblem } from "../../api/identifiers/ray-resource.ts";
import * as field from "../fields.ts";
import { nestedProblems } from "../nested-problems.ts";
import { patterns } from "../patterns.ts";
import { podTemplate } from "../request/pod-template-schema.ts";
import * as z from "../schema-language.ts";
import * as textMaps from "../text-maps.ts";
import { useSubdomainInstead } from "../use-instead.ts";
import type {
  AcceleratorSettings,
  ClusterLimits,
  Conventions,
  NodeCapacity,
  RayResourceSettings,
} from "./accelerator-settings.ts";
import { extraResources } from "./extra-resources-schema.ts";
import { toleration } from "./toleration-schema.ts";

export const nodeCapacity: z.Schema<NodeCapacity> = z
  .strictObject({
    cpu: field.cpu
      .nullish()
      .meta({ description: "What it offers in CPUs. Default: unknown.", default: null }),
    memory_gb: field.memoryGb
      .nullish()
      .meta({ description: "Memory in GiB (2**30 bytes). Default: unknown.", default: null }),
    gpu_count: field.gpuCount.nullish().meta({
      description:
        "What it offers in whole GPUs, or in whole devices of the accelerator. Default: unknown.",
      default: null,
    }),
  })
  .meta({ description: "What the largest node offers to pods." });

export const clusterLimits: z.Schema<ClusterLimits> = z
  .strictObject({
    nodes: z.int().min(1).max(field.MAXIMUM_REPLICAS).nullish().meta({
      description: "The size of the cluster in pods, the head included. Default: no limit.",
      default: null,
    }),
    cpu: field.cpu
      .nullish()
      .meta({ description: "What it may ask for in CPUs. Default: no limit.", default: null }),
    memory_gb: field.memoryGb
      .nullish()
      .meta({ description: "Memory in GiB (2**30 bytes). Default: no limit.", default: null }),
    gpus: z.int().min(0).max(field.MAXIMUM_REPLICAS).nullish().meta({
      description: "What it may ask for in whole GPUs and other devices. Default: no limit.",
      default: null,
    }),
  })
  .meta({ description: "The most that one cluster may use at its maximum size." });

const convention = (description: string) =>
  z.boolean().nullish().meta({ description, default: true });

export const conventions: z.Schema<Conventions> = z
  .strictObject({
    log_volume: convention("Whether Ray's logs get a volume at /tmp/ray."),
    log_to_stderr: convention("Whether Ray's processes log to the container."),
    stop_before_exit: convention("Whether Ray stops before its container does."),
    name_head_ports: convention("Whether all ports of the head are named."),
    pin_autoscaler: convention(
      "Whether Ray is held to the version of its autoscaler that it takes by default.",
    ),
  })
  .meta({ description: "What the compiler adds although KubeRay does not need it." });

const rayResourceSettings: z.Schema<string | RayResourceSettings> = z
  .custom<string | RayResourceSettings>()
  .check(({ value, issues }) => {
    const given: unknown = value;
    const schema = typeof given === "string" ? rayResourceName : perDevice;
    for (const problem of nestedProblems(schema, given, "ray_resource")) {
      const path = [...(problem.path ?? [])];
      issues.push({ code: "custom", input: given, path, params: { problem }, continue: true });
    }
  })
  .meta({
    anyOf: [
      { type: "string", ...patterns.rayResource },
      {
        description: "A Ray resource, and how much of it one device counts for.",
        type: "object",
        properties: {
          name: {
            description: "Name of Ray's resource, such as TPU.",
            type: "string",
            ...patterns.rayResource,
          },
          per_device: {
            description: "How much one device counts for, in whole numbers.",
            type: ["integer", "null"],
            default: 1,
            minimum: 1,
            maximum: field.MAXIMUM_GPUS,
          },
        },
        required: ["name"],
        additionalProperties: false,
      },
    ],
  });

const rayResourceName = field.identifier(
  "invalid-ray-resource",
  "The Ray resource",
  rayResourceProblem,
  () => "Write a name such as GPU, TPU or neuron_cores.",
);

const perDevice = z.strictObject({
  name: rayResourceName,
  per_device: z.int().min(1).max(field.MAXIMUM_GPUS).nullish(),
});

export const acceleratorSettings: z.Schema<AcceleratorSettings> = z
  .strictObject({
    resource: field
      .identifier(
        "invalid-resource-key",
        "The accelerator's resource",
        extendedResourceNameProblem,
        () => "Use a resource that the nodes offer, such as google.com/tpu.",
      )
      .nullish()
      .meta({
        description:
          "Extended resource that counts the devices, such as google.com/tpu. Default: none counts them.",
        default: null,
        ...patterns.extendedResourceName,
      }),
    ray_resource: rayResourceSettings.nullish().meta({
      description:
        "What Ray calls it: a name, or {name, per_device}. Default: what Ray and KubeRay derive.",
      default: null,
    }),
    counts: z.array(z.int().min(1).max(field.MAXIMUM_GPUS)).nullish().meta({
      description: "How many devices a node may ask for. Default, and where empty: any number.",
      default: null,
    }),
    hosts: z
      .int()
      .min(1)
      .max(field.MAXIMUM_REPLICAS)
      .nullish()
      .meta({ description: "The size of one worker in pods.", default: 1 }),
    extra_resources: extraResources.nullish().meta({
      description:
        "Other resources that every such pod asks for, in whole numbers; huge pages in pages.",
      default: {},
    }),
    node_selector: textMaps.nodeSelector
      .nullish()
      .meta({ description: "Node selector of pods that ask for it.", default: {} }),
    tolerations: z
      .array(toleration)
      .nullish()
      .meta({ description: "Tolerations of pods that ask for it.", default: [] }),
    labels: textMaps.labels
      .nullish()
      .meta({ description: "Labels of pods that ask for it.", default: {} }),
    annotations: textMaps.podAnnotations
      .nullish()
      .meta({ description: "Annotations of pods that ask for it.", default: {} }),
    runtime_class: field
      .identifier("invalid-name", "The runtime class", dns1123SubdomainProblem, (text) =>
        useSubdomainInstead(text, "nvidia"),
      )
      .nullish()
      .meta({
        description: "Runtime class of pods that ask for it. Default: none.",
        default: null,
        ...patterns.dns1123Subdomain,
      }),
    node_capacity: nodeCapacity.nullish().meta({
      description: "What its largest node offers to pods.",
      default: null,
    }),
    pod_template: podTemplate.nullish().meta({
      description: "A partial PodTemplateSpec, merged over pods that ask for it.",
      default: {},
    }),
  })
  .meta({ description: "One kind of accelerator that the deployment has." });
