/** Why a parameter of `ray start` is not for users to set, and the field of a request that does what is meant. */
export interface RefusedParameter {
  /** Follows the name in a sentence. */
  readonly reason: string;
  readonly instead?: string;
}

const SAYS_THE_SAME = "says the same as a field of the request";
const SET_BY_KUBERAY = "is set by KubeRay";
const MOVES_A_PORT = "moves a port that the head Service and the plan's addresses depend on";

/**
 * Sources: ray-operator/controllers/ray/common/pod.go and utils/validation.go, v1.7.0.
 * Order: what a field stands for, what KubeRay sets, what would undo the manifest.
 */
export const refusedParameters: ReadonlyMap<string, RefusedParameter> = new Map([
  ["num-cpus", { reason: SAYS_THE_SAME, instead: "ray_cpus" }],
  ["num-gpus", { reason: SAYS_THE_SAME, instead: "gpu_count" }],
  ["memory", { reason: SAYS_THE_SAME, instead: "memory_gb" }],
  ["resources", { reason: SAYS_THE_SAME, instead: "ray_resources" }],
  ["labels", { reason: SAYS_THE_SAME, instead: "ray_labels of the scaling group" }],
  ["redis-password", { reason: SAYS_THE_SAME, instead: "gcs_fault_tolerance.redis_password" }],
  ["redis-username", { reason: SAYS_THE_SAME, instead: "gcs_fault_tolerance.redis_username" }],
  ["head", { reason: SET_BY_KUBERAY }],
  ["address", { reason: SET_BY_KUBERAY }],
  ["no-monitor", { reason: SET_BY_KUBERAY }],
  ["block", { reason: SET_BY_KUBERAY }],
  ["autoscaling-config", { reason: SET_BY_KUBERAY }],
  ["port", { reason: MOVES_A_PORT }],
  ["dashboard-port", { reason: MOVES_A_PORT }],
  ["ray-client-server-port", { reason: MOVES_A_PORT }],
]);
