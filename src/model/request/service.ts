import type { PlainObject } from "../../diagnostics/plain-data.ts";
import type { Optional } from "../optional.ts";

/** What a change of a service does to its cluster: a new one at once, none, or a new one step by step. */
export type ServiceUpgradeType = "NewCluster" | "None" | "NewClusterWithIncrementalUpgrade";

/** What happens when the cluster changes. */
export interface ServiceUpgrade {
  /** Default: the operator's, which is NewCluster unless it is set up otherwise. */
  readonly type?: Optional<ServiceUpgradeType>;
  /** The most of the new cluster that is there beside the old one, in percent. Default 100. */
  readonly max_surge_percent?: Optional<number>;
  /** How much traffic moves in each step, in percent. Needed if the upgrade is incremental. */
  readonly step_size_percent?: Optional<number>;
  /** Seconds between two steps. Needed if the upgrade is incremental. */
  readonly interval_seconds?: Optional<number>;
  /** A GatewayClass by name. Needed if the upgrade is incremental. */
  readonly gateway_class?: Optional<string>;
}

/** What the cluster serves, which makes it a RayService. */
export interface ServiceConfig {
  /** The config of Ray Serve: an object, or YAML text. */
  readonly serve_config: string | PlainObject;
  readonly upgrade?: Optional<ServiceUpgrade>;
  /** Seconds that an old cluster stays after an upgrade. Default: KubeRay's, which is 60. */
  readonly deletion_delay_seconds?: Optional<number>;
  /** Whether the Service for requests excludes the head. Default false. */
  readonly exclude_head_from_serving?: Optional<boolean>;
  /** Whether the service is suspended, that is, has no cluster. Default: left out. */
  readonly suspend?: Optional<boolean>;
}
