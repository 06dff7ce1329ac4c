import type { RayClusterSpec } from "./ray-cluster.ts";

/** The fields of the spec that come of options of the request. */
export type ClusterOptionFields = Pick<
  RayClusterSpec,
  | "suspend"
  | "managedBy"
  | "upgradeStrategy"
  | "authOptions"
  | "gcsFaultToleranceOptions"
  | "networkPolicy"
  | "tlsOptions"
  | "headServiceAnnotations"
>;
