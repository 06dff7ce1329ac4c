import type { PlainObject, TextMap } from "../../diagnostics/plain-data.ts";
import type { Optional } from "../optional.ts";
import type { RayClusterConfig, SimpleRayCluster } from "./cluster-config.ts";
import type {
  Authentication,
  GcsFaultTolerance,
  HeadService,
  NetworkPolicy,
  Tls,
} from "./cluster-options.ts";
import type { JobConfig } from "./job.ts";
import type { Environment, VolumeConfig } from "./pod-inputs.ts";
import type { ServiceConfig } from "./service.ts";

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
  /** The version of Ray in the image, such as 2.9.3. What depends on it stays open if it is left out. */
  readonly ray_version?: Optional<string>;
  /** Either form; `n_nodes` selects the simple one. */
  readonly config: RayClusterConfig | SimpleRayCluster;
  /** Whether the driver prints the workers' logs. Default true. */
  readonly forward_logs?: Optional<boolean>;
  /** Seconds until a cluster that is not ready counts as failed. Default 900. */
  readonly activation_timeout_seconds?: Optional<number>;
  /** Labels of the RayCluster object. Default none. */
  readonly labels?: Optional<TextMap>;
  /** Annotations of the RayCluster object. Default none. */
  readonly annotations?: Optional<TextMap>;
  /** Variables of the Ray containers of head and workers. Default none. */
  readonly env?: Optional<Environment>;
  /** Volumes of the Ray containers of head and workers. Default none. */
  readonly volumes?: Optional<readonly VolumeConfig[]>;
  readonly head_service?: Optional<HeadService>;
  readonly gcs_fault_tolerance?: Optional<GcsFaultTolerance>;
  readonly auth?: Optional<Authentication>;
  /** What KubeRay does with running pods when their template changes. Default None. */
  readonly upgrade_strategy?: Optional<"Recreate" | "None">;
  /** Whether the cluster has no pods for now. Default false. */
  readonly suspend?: Optional<boolean>;
  /** The controller that manages the cluster. Default: KubeRay's operator. */
  readonly managed_by?: Optional<"ray.io/kuberay-operator" | "kueue.x-k8s.io/multikueue">;
  readonly network_policy?: Optional<NetworkPolicy>;
  readonly tls?: Optional<Tls>;
  /** A partial RayCluster without its pods, merged over the compiler's; only if the settings allow it. */
  readonly cluster_template?: Optional<PlainObject>;
  /** What runs on the cluster: the request makes a RayJob, or with a schedule a RayCronJob. */
  readonly job?: Optional<JobConfig>;
  /** What the cluster serves: the request makes a RayService. Not beside `job`. */
  readonly service?: Optional<ServiceConfig>;
  /** A partial spec of a RayJob without its cluster, merged over the compiler's; only if the settings allow it. */
  readonly job_template?: Optional<PlainObject>;
  /** A partial spec of a RayService without its cluster, likewise. */
  readonly service_template?: Optional<PlainObject>;
}
