import type { TextMap } from "../../diagnostics/plain-data.ts";
import type { Optional } from "../optional.ts";
import type { ImagePullPolicy, RayNodeConfig } from "./node-config.ts";
import type { Environment } from "./pod-inputs.ts";

/** A group of equal worker nodes. */
export interface ScalingGroup {
  /** The group's name in KubeRay. Default `worker-group-N`, by its place in the list. */
  readonly name?: Optional<string>;
  readonly worker_nodes: RayNodeConfig;
  /** The fewest workers, 0 or more. */
  readonly min_workers: number;
  /** The most workers; the group scales where this is more than min_workers. */
  readonly max_workers: number;
  /** The workers that it starts with. Default min_workers. */
  readonly workers?: Optional<number>;
  /** The pods that make up one worker, as on TPU slices. Default 1. */
  readonly hosts?: Optional<number>;
  /** Seconds after which the autoscaler removes an idle worker of this group. Default: the autoscaler's. */
  readonly idle_timeout_seconds?: Optional<number>;
  /** Which group the autoscaler takes first: the higher one. Default 0. */
  readonly priority?: Optional<number>;
  /** Ray's labels for the group's nodes. */
  readonly ray_labels?: Optional<TextMap>;
  /** Whether the group is suspended, that is, has no pods. Default false. */
  readonly suspend?: Optional<boolean>;
}

/** How fast the autoscaler adds workers. */
export type UpscalingMode = "Default" | "Aggressive" | "Conservative";

/** What the autoscaler's container, which runs beside Ray in the head pod, asks for, and how it scales. */
export interface AutoscalerConfig {
  /** CPUs, greater than 0. */
  readonly cpu: number;
  /** Memory in GiB (2**30 bytes), greater than 0. */
  readonly memory_gb: number;
  /** Default: the version that the Ray of the image takes by itself. */
  readonly version?: Optional<"v1" | "v2">;
  /** Seconds after which an idle worker is removed. Default: 60, which is Ray's. */
  readonly idle_timeout_seconds?: Optional<number>;
  readonly upscaling_mode?: Optional<UpscalingMode>;
  /** Default: the head's image. */
  readonly image?: Optional<string>;
  /** When its image is pulled. Default: KubeRay's. */
  readonly image_pull_policy?: Optional<ImagePullPolicy>;
  readonly env?: Optional<Environment>;
}

/** A cluster in full: a head node and any number of scaling groups. */
export interface RayClusterConfig {
  readonly head_node: RayNodeConfig;
  /** Default none. */
  readonly scaling_groups?: Optional<readonly ScalingGroup[]>;
  /** Whether the cluster scales by itself. Default: true if a group has room for it. false: bounds do nothing. */
  readonly autoscaling?: Optional<boolean>;
  /** Required if any group can scale. Default none. */
  readonly autoscaler_config?: Optional<AutoscalerConfig>;
}

/** A cluster of equal nodes, including the head. */
export interface SimpleRayCluster {
  /** The nodes, the head included: 1 or more. */
  readonly n_nodes: number;
  readonly node_config: RayNodeConfig;
  /** The most nodes, the head included. Default n_nodes. */
  readonly max_nodes?: Optional<number>;
  /** Whether the cluster scales by itself. Default: where max_nodes leaves room for it. false: it keeps n_nodes. */
  readonly autoscaling?: Optional<boolean>;
  /** Required where max_nodes is more than n_nodes. Default none. */
  readonly autoscaler_config?: Optional<AutoscalerConfig>;
}
