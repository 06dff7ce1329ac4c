import { dns1123SubdomainProblem } from "../../api/identifiers/dns-subdomain.ts";
import { extendedResourceNameProblem } from "../../api/identifiers/extended-resource-name.ts";
import { newestKuberayVersion } from "../../kuberay/releases.ts";
import { versionProblem } from "../../kuberay/version.ts";
import * as field from "../fields.ts";
import { patterns } from "../patterns.ts";
import { podTemplate } from "../request/pod-template-schema.ts";
import * as z from "../schema-language.ts";
import * as textMaps from "../text-maps.ts";
import { useSubdomainInstead } from "../use-instead.ts";
import {
  acceleratorSettings,
  clusterLimits,
  conventions,
  nodeCapacity,
} from "./accelerator-schema.ts";
import { imagePullSecrets } from "./image-pull-secrets-schema.ts";
import type { DeploymentSettings, RaySettings } from "./settings.ts";
import { toleration } from "./toleration-schema.ts";

/** The top-level keys of a values file that are ours; all others belong to the server. */
export const settingsKeys = Object.freeze(["kuberay_version", "ray", "worker", "rbac"] as const);

function placementFields(nodes: string) {
  return {
    nodeSelector: textMaps.nodeSelector
      .nullish()
      .meta({ description: `Node selector of pods ${nodes}.`, default: {} }),
    tolerations: z
      .array(toleration)
      .nullish()
      .meta({ description: `Tolerations of pods ${nodes}.`, default: [] }),
    labels: textMaps.labels
      .nullish()
      .meta({ description: `Labels of pods ${nodes}.`, default: {} }),
    annotations: textMaps.podAnnotations
      .nullish()
      .meta({ description: `Annotations of pods ${nodes}.`, default: {} }),
  };
}

const gpu = placementFields("that ask for GPUs");
const nonGpu = placementFields("that ask for no GPUs");

export const raySettings: z.Schema<RaySettings> = z.strictObject({
  enabled: z
    .boolean()
    .nullish()
    .meta({ description: "Whether clusters may be compiled at all.", default: true }),
  supports_gpus: z
    .boolean()
    .nullish()
    .meta({ description: "Whether nodes may ask for GPUs.", default: false }),
  gpu_node_selector: gpu.nodeSelector,
  non_gpu_node_selector: nonGpu.nodeSelector,
  gpu_tolerations: gpu.tolerations,
  non_gpu_tolerations: nonGpu.tolerations,
  gpu_labels: gpu.labels,
  non_gpu_labels: nonGpu.labels,
  gpu_annotations: gpu.annotations,
  non_gpu_annotations: nonGpu.annotations,
  gpu_resource_request_key: field
    .identifier(
      "invalid-resource-key",
      "The GPU resource key",
      extendedResourceNameProblem,
      () => "Use a resource that the nodes offer, such as nvidia.com/gpu.",
    )
    .nullish()
    .meta({
      description:
        "Extended resource that counts GPUs, such as nvidia.com/gpu. Default: none, so at most one GPU per node.",
      default: null,
      ...patterns.extendedResourceName,
    }),
  busybox_image: field
    .image("The busybox image")
    .nullish()
    .meta({
      description: "Image that waits for the head, where KubeRay has no container for that.",
      default: "busybox:1.28",
      ...patterns.imageReference,
    }),
  conventions: conventions.nullish().meta({
    description: "What the compiler adds although KubeRay does not need it.",
    default: {},
  }),
  accelerators: z.record(z.string(), acceleratorSettings).nullish().meta({
    description: "The accelerators of the deployment, under the names that requests use.",
    default: {},
  }),
  pod_template: podTemplate.nullish().meta({
    description: "A partial PodTemplateSpec, merged over every pod.",
    default: {},
  }),
  head_pod_template: podTemplate.nullish().meta({
    description: "A partial PodTemplateSpec, merged over the head's pod.",
    default: {},
  }),
  worker_pod_template: podTemplate.nullish().meta({
    description: "A partial PodTemplateSpec, merged over the workers' pods.",
    default: {},
  }),
  request_pod_templates: z.boolean().nullish().meta({
    description:
      "Whether requests may bring templates of pods, which can ask for the host, and of the cluster.",
    default: false,
  }),
  node_capacity: nodeCapacity.nullish().meta({
    description: "What the largest node offers to pods.",
    default: null,
  }),
  gpu_node_capacity: nodeCapacity.nullish().meta({
    description: "What the largest node offers to pods that ask for GPUs.",
    default: null,
  }),
  non_gpu_node_capacity: nodeCapacity.nullish().meta({
    description: "What the largest node offers to pods that ask for no GPUs.",
    default: null,
  }),
  limits: clusterLimits.nullish().meta({
    description: "The most that one cluster may use at its maximum size.",
    default: null,
  }),
});

const worker = z.object({
  service_account: z
    .object({
      name: field
        .identifier(
          "invalid-service-account",
          "The service account name",
          dns1123SubdomainProblem,
          (text) => useSubdomainInstead(text, "default"),
        )
        .nullish()
        .meta({
          description: "Name of the service account.",
          default: "default",
          ...patterns.dns1123Subdomain,
        }),
    })
    .nullish()
    .meta({ description: "Service account of head and workers.", default: {} }),
  image_pull_secrets: imagePullSecrets.nullish().meta({
    description: "Secrets for pulling the image.",
    default: [],
  }),
});

const rbac = z.object({
  manage_ray: z
    .boolean()
    .nullish()
    .meta({ description: "Whether the server may manage RayClusters.", default: true }),
});

/** The version of a KubeRay operator. */
export const kuberayVersion: z.Schema<string> = field.identifier(
  "invalid-version",
  "The KubeRay version",
  versionProblem,
  () => "Give the version of the KubeRay operator, such as 1.4.2.",
);

/** A server's Helm values: strict under `ray`, open elsewhere. */
export const deploymentSettings: z.Schema<DeploymentSettings> = z.object({
  kuberay_version: kuberayVersion.nullish().meta({
    description: "Version of the KubeRay operator, in quotes. Default: the newest one known.",
    default: newestKuberayVersion,
    ...patterns.version,
  }),
  ray: raySettings.nullish().meta({ description: "How the deployment runs Ray.", default: {} }),
  worker: worker.nullish().meta({
    description: "How the server's pods run; other keys are the server's.",
    default: {},
  }),
  rbac: rbac
    .nullish()
    .meta({ description: "What the server may do; other keys are the server's.", default: {} }),
});
