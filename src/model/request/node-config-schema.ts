import { dns1123LabelProblem } from "../../api/identifiers/dns-label.ts";
import * as field from "../fields.ts";
import { patterns } from "../patterns.ts";
import * as z from "../schema-language.ts";
import * as textMaps from "../text-maps.ts";
import { useInstead } from "../use-instead.ts";
import { environment } from "./environment-schema.ts";
import type { NodeRequests, RayNodeConfig } from "./node-config.ts";
import { podTemplate } from "./pod-template-schema.ts";
import { rayResources, rayStartParams } from "./ray-parameters-schema.ts";
import { volumeConfig } from "./volume-schema.ts";

const nodeRequests: z.Schema<NodeRequests> = z.strictObject({
  cpu: field.cpu.nullish().meta({
    description: "What Kubernetes reserves, in CPUs. Default: the node's cpu.",
    default: null,
  }),
  memory_gb: field.memoryGb.nullish().meta({
    description: "What Kubernetes reserves, in GiB (2**30 bytes). Default: the node's memory_gb.",
    default: null,
  }),
});

const nodeLimits: z.Schema<NonNullable<RayNodeConfig["limits"]>> = z.strictObject({
  cpu: z.null().optional().meta({ description: "null: the container has no CPU limit." }),
});

export const nodeConfig: z.Schema<RayNodeConfig> = z
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
    accelerator: z.string().min(1).nullish().meta({
      description: "An accelerator that the settings name under ray.accelerators.",
      default: null,
    }),
    accelerator_count: z.int().min(1).max(field.MAXIMUM_GPUS).nullish().meta({
      description:
        "What the node asks for in whole devices of the accelerator. Default: 1 if accelerator is set.",
      default: null,
    }),
    requests: nodeRequests.nullish().meta({
      description: "What Kubernetes reserves, if that is less than cpu and memory_gb.",
      default: {},
    }),
    limits: nodeLimits.nullish().meta({
      description: "{cpu: null} removes the CPU limit; Ray still counts on cpu.",
      default: {},
    }),
    ephemeral_storage_gb: field.gibibytes("ephemeral_storage_gb").nullish().meta({
      description: "Local disk in GiB (2**30 bytes). Default: no request.",
      default: null,
    }),
    shm_gb: field.gibibytes("shm_gb").nullish().meta({
      description: "Size of /dev/shm in GiB (2**30 bytes). Default: as large as the memory.",
      default: null,
    }),
    image: field
      .image("The image")
      .nullish()
      .meta({
        description: "Container image of these nodes. Default: the request's image.",
        default: null,
        ...patterns.imageReference,
      }),
    image_pull_policy: z.enum(["Always", "IfNotPresent", "Never"]).nullish().meta({
      description: "When the image is pulled. Default: Kubernetes'.",
      default: null,
    }),
    container_name: field
      .identifier("invalid-name", "The container name", dns1123LabelProblem, (text) =>
        useInstead(text, 63, "ray"),
      )
      .nullish()
      .meta({
        description: "Name of Ray's container. Default: ray-head, or ray-worker.",
        default: null,
        ...patterns.dns1123Label,
      }),
    env: environment.nullish().meta({
      description: "Variables of the Ray container; they override those of the request.",
      default: {},
    }),
    volumes: z.array(volumeConfig).nullish().meta({
      description: "Volumes of the Ray container, in addition to those of the request.",
      default: [],
    }),
    ray_cpus: z.int().min(0).max(field.MAXIMUM_CPU).nullish().meta({
      description:
        "What Ray offers for work, in CPUs (whole numbers); 0 keeps work off a head. Default: cpu, rounded up.",
      default: null,
    }),
    ray_resources: rayResources.nullish().meta({
      description: "Custom resources that Ray offers, in whole numbers.",
      default: {},
    }),
    ray_start_params: rayStartParams.nullish().meta({
      description: "Parameters of ray start by name, without the dashes.",
      default: {},
    }),
    labels: textMaps.labels.nullish().meta({ description: "Labels of the pods.", default: {} }),
    annotations: textMaps.podAnnotations
      .nullish()
      .meta({ description: "Annotations of the pods.", default: {} }),
    pod_template: podTemplate.nullish().meta({
      description: "A partial PodTemplateSpec, merged over the pod, if the settings allow it.",
      default: {},
    }),
  })
  .meta({ description: "What one node asks for; requests equal limits unless it says otherwise." });
