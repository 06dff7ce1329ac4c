/** What may be left out: the key itself, or a value of null or undefined. */
export type Optional<T> = T | null | undefined;

/** What one node, the head or a worker, asks for. Requests equal limits. */
export interface RayNodeConfig {
  /** CPUs; a fraction counts in 1m steps, rounded down. Greater than 0. */
  readonly cpu: number;
  /** Memory in GiB (2**30 bytes); a fraction counts in 1Mi steps, rounded down. Greater than 0. */
  readonly memory_gb: number;
  /** Whole GPUs. Default 0. */
  readonly gpu_count?: Optional<number>;
}

/** A group of equal worker nodes. */
export interface ScalingGroup {
  readonly worker_nodes: RayNodeConfig;
  /** The fewest workers, 0 or more. */
  readonly min_workers: number;
  /** The most workers; the group scales where this is more than min_workers. */
  readonly max_workers: number;
}

/** What the autoscaler's container, which runs beside Ray in the head pod, asks for. */
export interface AutoscalerConfig {
  /** CPUs, greater than 0. */
  readonly cpu: number;
  /** Memory in GiB (2**30 bytes), greater than 0. */
  readonly memory_gb: number;
}

/** A cluster in full: a head node and any number of scaling groups. */
export interface RayClusterConfig {
  readonly head_node: RayNodeConfig;
  /** Default none. */
  readonly scaling_groups?: Optional<readonly ScalingGroup[]>;
  /** Required where any group can scale. Default none. */
  readonly autoscaler_config?: Optional<AutoscalerConfig>;
}

/** A cluster of equal nodes, the head among them. */
export interface SimpleRayCluster {
  /** The nodes, the head included: 1 or more. */
  readonly n_nodes: number;
  readonly node_config: RayNodeConfig;
  /** The most nodes, the head included. Default n_nodes. */
  readonly max_nodes?: Optional<number>;
  /** Required where max_nodes is more than n_nodes. Default none. */
  readonly autoscaler_config?: Optional<AutoscalerConfig>;
}

/** What a user asks of a Ray cluster. */
export interface RayClusterRequest {
  /** The JSON Schema that an editor should use; has no effect. */
  readonly $schema?: Optional<string>;
  /** The RayCluster's name: a DNS-1035 label of at most 53 characters. */
  readonly name: string;
  /** Default: none, so that the one who applies the manifest chooses. */
  readonly namespace?: Optional<string>;
  /** The image of head and workers. */
  readonly image: string;
  /** The version of Ray in the image, such as 2.9.3. */
  readonly ray_version: string;
  /** Either form; `n_nodes` selects the simple one. */
  readonly config: RayClusterConfig | SimpleRayCluster;
  /** Whether the driver prints the workers' logs. Default true. */
  readonly forward_logs?: Optional<boolean>;
  /** Seconds until a cluster that is not ready counts as failed. Default 900. */
  readonly activation_timeout_seconds?: Optional<number>;
  /** Labels of the RayCluster object. Default none. */
  readonly labels?: Optional<Readonly<Record<string, string>>>;
  /** Annotations of the RayCluster object. Default none. */
  readonly annotations?: Optional<Readonly<Record<string, string>>>;
}
