export const TPU_RESOURCE = "google.com/tpu";
/** The labels of GKE's nodes by which pods select a slice of TPUs. */
export const TPU_ACCELERATOR_LABEL = "cloud.google.com/gke-tpu-accelerator";
export const TPU_TOPOLOGY_LABEL = "cloud.google.com/gke-tpu-topology";

/**
 * How many pods of `chips` chips make one slice of a topology such as `2x2x2`: the product, divided, at least 1; undefined
 * for what is no topology. Source: getNumTPUHostsFromTopology in ai-on-gke/kuberay-tpu-webhook.
 */
export function tpuHosts(topology: string, chips: number): number | undefined {
  const product = tpuChips(topology);
  if (product === undefined || !(chips >= 1)) return undefined;
  return Math.max(1, Math.floor(product / chips));
}

/** The chips of a topology; undefined for what is none. */
export function tpuChips(topology: string): number | undefined {
  if (tpuTopologyProblem(topology) !== undefined) return undefined;
  return topology.split("x").reduce((all, side) => all * Number(side), 1);
}

/** Why a text is no topology such as `2x4` or `2x2x2`: a sentence about "It"; undefined where it is one. */
export function tpuTopologyProblem(topology: string): string | undefined {
  return /^[1-9]\d{0,3}(?:x[1-9]\d{0,3}){1,2}$/.test(topology)
    ? undefined
    : "It must be two or three numbers with x between them.";
}
