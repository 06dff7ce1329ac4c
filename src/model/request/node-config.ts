import type { PlainObject, TextMap } from "../../diagnostics/plain-data.ts";
import type { Optional } from "../optional.ts";
import type { Environment, VolumeConfig } from "./pod-inputs.ts";

/** When the image is pulled. */
export type ImagePullPolicy = "Always" | "IfNotPresent" | "Never";

/** What one node, the head or a worker, asks for. Requests equal limits unless `requests` or `limits` say otherwise. */
export interface RayNodeConfig {
  /** CPUs; a fraction counts in 1m steps, rounded down. Greater than 0. */
  readonly cpu: number;
  /** Memory in GiB (2**30 bytes); a fraction counts in 1Mi steps, rounded down. Greater than 0. */
  readonly memory_gb: number;
  /** Whole GPUs. Default 0. */
  readonly gpu_count?: Optional<number>;
  /** An accelerator that the settings name. Default none. */
  readonly accelerator?: Optional<string>;
  /** Whole devices of the accelerator. Default 1 if there is an accelerator. */
  readonly accelerator_count?: Optional<number>;
  /** What Kubernetes reserves for the node, if that is less than cpu and memory_gb. */
  readonly requests?: Optional<NodeRequests>;
  /** `{cpu: null}`: no CPU limit. Ray then counts on `cpu` all the same. */
  readonly limits?: Optional<{ readonly cpu?: null | undefined }>;
  /** Local disk in GiB. Default: no request. */
  readonly ephemeral_storage_gb?: Optional<number>;
  /** Size of /dev/shm in GiB. Default: KubeRay makes it as large as the memory. */
  readonly shm_gb?: Optional<number>;
  /** Default: the request's image. */
  readonly image?: Optional<string>;
  readonly image_pull_policy?: Optional<ImagePullPolicy>;
  /** The name of Ray's container, as logs know it. Default `ray-head`, or `ray-worker`. */
  readonly container_name?: Optional<string>;
  /** Variables of the Ray container, over those of the request. */
  readonly env?: Optional<Environment>;
  /** Volumes of the Ray container, in addition to those of the request. */
  readonly volumes?: Optional<readonly VolumeConfig[]>;
  /** The CPUs that Ray offers for work; 0 keeps work off a head. Default: the CPU limit, rounded up. */
  readonly ray_cpus?: Optional<number>;
  /** Custom resources that Ray offers, in whole numbers. */
  readonly ray_resources?: Optional<Readonly<Record<string, number>>>;
  /** Parameters of `ray start`, without the dashes. */
  readonly ray_start_params?: Optional<TextMap>;
  /** Labels of the pod. */
  readonly labels?: Optional<TextMap>;
  /** Annotations of the pod. */
  readonly annotations?: Optional<TextMap>;
  /** A partial PodTemplateSpec, merged over the pod; only if the settings allow it. */
  readonly pod_template?: Optional<PlainObject>;
}

/** What Kubernetes reserves for a node. */
export interface NodeRequests {
  /** CPUs. Default: the node's cpu. */
  readonly cpu?: Optional<number>;
  /** GiB. Default: the node's memory_gb. */
  readonly memory_gb?: Optional<number>;
}
