import type { TextMap } from "../diagnostics/plain-data.ts";
import type { Optional } from "./request.ts";

/** A Kubernetes toleration. */
export interface Toleration {
  readonly key?: Optional<string>;
  /** `Equal` or `Exists`. Default `Equal`. */
  readonly operator?: Optional<string>;
  readonly value?: Optional<string>;
  /** `NoSchedule`, `PreferNoSchedule` or `NoExecute`. Default: all of them. */
  readonly effect?: Optional<string>;
  /** Seconds; only with `NoExecute`. */
  readonly tolerationSeconds?: Optional<number>;
}

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
  /** The image that waits for the head, used for KubeRay 0.4 alone. Default busybox:1.28. */
  readonly busybox_image?: Optional<string>;
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
}

const none: TextMap = Object.freeze({});
const noTolerations: readonly Toleration[] = Object.freeze([]);
const noSecrets: readonly { readonly name: string }[] = Object.freeze([]);

/** Fills in the documented defaults; null counts as left out. */
export function resolveSettings(
  settings: DeploymentSettings,
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
    },
    worker: {
      service_account: settings.worker?.service_account?.name ?? "default",
      image_pull_secrets: settings.worker?.image_pull_secrets ?? noSecrets,
    },
    rbac: { manage_ray: settings.rbac?.manage_ray ?? true },
  };
}
