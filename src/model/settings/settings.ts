import type { Path } from "../../diagnostics/path.ts";
import type { PlainObject, TextMap } from "../../diagnostics/plain-data.ts";
import type { Loose } from "../loose.ts";
import type { Optional } from "../optional.ts";
import type {
  AcceleratorSettings,
  ClusterLimits,
  Conventions,
  NodeCapacity,
} from "./accelerator-settings.ts";
import type { Toleration } from "./toleration.ts";

/** How the deployment runs Ray: the `ray` key of the server's Helm values. */
export interface RaySettings {
  /** Default true. False: nothing may be compiled. */
  readonly enabled?: Optional<boolean>;
  /** Whether nodes may ask for GPUs. Default false. */
  readonly supports_gpus?: Optional<boolean>;
  /** For pods that ask for GPUs, and for those that do not. Default none. */
  readonly gpu_node_selector?: Optional<TextMap>;
  readonly non_gpu_node_selector?: Optional<TextMap>;
  readonly gpu_tolerations?: Optional<readonly Toleration[]>;
  readonly non_gpu_tolerations?: Optional<readonly Toleration[]>;
  readonly gpu_labels?: Optional<TextMap>;
  readonly non_gpu_labels?: Optional<TextMap>;
  readonly gpu_annotations?: Optional<TextMap>;
  readonly non_gpu_annotations?: Optional<TextMap>;
  /** The extended resource that counts GPUs, such as nvidia.com/gpu. Default none: one GPU a node at most. */
  readonly gpu_resource_request_key?: Optional<string>;
  /** The image that waits for the head in KubeRay 0.4, which has no container for that. Default busybox:1.28. */
  readonly busybox_image?: Optional<string>;
  readonly conventions?: Optional<Conventions>;
  /** The accelerators of the deployment, under the names that requests use. Default none. */
  readonly accelerators?: Optional<Readonly<Record<string, AcceleratorSettings>>>;
  /** Partial PodTemplateSpecs, merged over every pod, over the head, over workers. Default none. */
  readonly pod_template?: Optional<PlainObject>;
  readonly head_pod_template?: Optional<PlainObject>;
  readonly worker_pod_template?: Optional<PlainObject>;
  /** Whether requests may bring pod templates, which can ask for the host. Default false. */
  readonly request_pod_templates?: Optional<boolean>;
  /** What the largest node offers to pods; the others are for pods with GPUs and for pods without. Default unknown. */
  readonly node_capacity?: Optional<NodeCapacity>;
  readonly gpu_node_capacity?: Optional<NodeCapacity>;
  readonly non_gpu_node_capacity?: Optional<NodeCapacity>;
  /** The most that one cluster may come to. Default: no limit. */
  readonly limits?: Optional<ClusterLimits>;
}

/** Where the cluster will run: a server's Helm values. Other top-level keys are ignored. */
export interface DeploymentSettings {
  /** The KubeRay operator's version. Default: the newest that the compiler knows. */
  readonly kuberay_version?: Optional<string>;
  readonly ray?: Optional<RaySettings>;
  readonly worker?: Optional<{
    /** The account that head and workers run under. Default `default`. */
    readonly service_account?: Optional<{ readonly name?: Optional<string> }>;
    /** Default none. */
    readonly image_pull_secrets?: Optional<readonly { readonly name: string }[]>;
  }>;
  readonly rbac?: Optional<{
    /** Whether the server may manage RayClusters. Default true. */
    readonly manage_ray?: Optional<boolean>;
  }>;
}

/** The settings with every default filled in. */
export interface ResolvedSettings {
  readonly kuberay_version: string;
  readonly ray: {
    readonly enabled: boolean;
    readonly supports_gpus: boolean;
    /** How pods with GPUs, and pods without, are placed and marked. */
    readonly gpu: Placement;
    readonly nonGpu: Placement;
    readonly gpu_resource_request_key: string | undefined;
    readonly busybox_image: string;
    readonly conventions: { readonly [Name in keyof Conventions]-?: boolean };
    readonly accelerators: Readonly<Record<string, Loose<AcceleratorSettings>>>;
    readonly pod_template: PlainObject | undefined;
    readonly head_pod_template: PlainObject | undefined;
    readonly worker_pod_template: PlainObject | undefined;
    readonly request_pod_templates: boolean;
    /** What the largest nodes offer: to pods with GPUs, and to pods without. */
    readonly gpu_node_capacity: KnownCapacity | undefined;
    readonly non_gpu_node_capacity: KnownCapacity | undefined;
    readonly limits: Loose<ClusterLimits>;
  };
  readonly worker: {
    readonly service_account: string;
    readonly image_pull_secrets: readonly { readonly name: string }[];
  };
  readonly rbac: { readonly manage_ray: boolean };
}

/** What the operator of the platform set for one kind of pod. */
export interface Placement {
  /** How the keys of these settings begin. */
  readonly keyPrefix: "gpu" | "non_gpu";
  readonly nodeSelector: TextMap;
  readonly tolerations: readonly Toleration[];
  readonly labels: TextMap;
  readonly annotations: TextMap;
  /** Where each toleration stands in the settings; undefined where all stand under one key of these settings. */
  readonly tolerationPaths?: readonly Path[] | undefined;
}

/** What the largest node offers, and the key of the settings that says so. */
export interface KnownCapacity {
  readonly key: "node_capacity" | "gpu_node_capacity" | "non_gpu_node_capacity";
  readonly offers: Loose<NodeCapacity>;
}

const none: TextMap = Object.freeze({});
const noTolerations: readonly Toleration[] = Object.freeze([]);
const noAccelerators: Readonly<Record<string, Loose<AcceleratorSettings>>> = Object.freeze({});
const noLimits: Loose<ClusterLimits> = Object.freeze({});

/** Fills in the documented defaults; null counts as left out. */
export function resolveSettings(
  settings: Loose<DeploymentSettings>,
  newestKuberayVersion: string,
): ResolvedSettings {
  const ray = settings.ray ?? {};
  return {
    kuberay_version: settings.kuberay_version ?? newestKuberayVersion,
    ray: {
      enabled: ray.enabled ?? true,
      supports_gpus: ray.supports_gpus ?? false,
      gpu: {
        keyPrefix: "gpu",
        nodeSelector: ray.gpu_node_selector ?? none,
        tolerations: ray.gpu_tolerations ?? noTolerations,
        labels: ray.gpu_labels ?? none,
        annotations: ray.gpu_annotations ?? none,
      },
      nonGpu: {
        keyPrefix: "non_gpu",
        nodeSelector: ray.non_gpu_node_selector ?? none,
        tolerations: ray.non_gpu_tolerations ?? noTolerations,
        labels: ray.non_gpu_labels ?? none,
        annotations: ray.non_gpu_annotations ?? none,
      },
      gpu_resource_request_key: ray.gpu_resource_request_key ?? undefined,
      busybox_image: ray.busybox_image ?? "busybox:1.28",
      conventions: {
        log_volume: ray.conventions?.log_volume ?? true,
        log_to_stderr: ray.conventions?.log_to_stderr ?? true,
        stop_before_exit: ray.conventions?.stop_before_exit ?? true,
        name_head_ports: ray.conventions?.name_head_ports ?? true,
        pin_autoscaler: ray.conventions?.pin_autoscaler ?? true,
      },
      accelerators: ray.accelerators ?? noAccelerators,
      pod_template: ray.pod_template ?? undefined,
      head_pod_template: ray.head_pod_template ?? undefined,
      worker_pod_template: ray.worker_pod_template ?? undefined,
      request_pod_templates: ray.request_pod_templates ?? false,
      gpu_node_capacity: capacity(ray, "gpu_node_capacity"),
      non_gpu_node_capacity: capacity(ray, "non_gpu_node_capacity"),
      limits: ray.limits ?? noLimits,
    },
    worker: {
      service_account: settings.worker?.service_account?.name ?? "default",
      image_pull_secrets: (settings.worker?.image_pull_secrets ?? []).map(({ name }) => ({
        name: name ?? "",
      })),
    },
    rbac: { manage_ray: settings.rbac?.manage_ray ?? true },
  };
}

/** The special key's, else the general one's. */
function capacity(
  ray: Loose<RaySettings>,
  special: "gpu_node_capacity" | "non_gpu_node_capacity",
): KnownCapacity | undefined {
  for (const key of [special, "node_capacity"] as const) {
    const offers = ray[key];
    if (offers !== null && offers !== undefined) return { key, offers };
  }
  return undefined;
}
