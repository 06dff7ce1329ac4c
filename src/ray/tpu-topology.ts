/**
 * How many pods of `chips` chips make one slice of a topology such as `2x2x2`: the product, divided, at least 1; undefined
 * for what is no topology. Source: getNumTPUHostsFromTopology in ai-on-gke/kuberay-tpu-webhook.
 */
export function tpuHosts(topology: string, chips: number): number | undefined {
  if (!/^\d{1,4}(?:x\d{1,4}){1,2}$/.test(topology) || chips < 1) return undefined;
  const product = topology.split("x").reduce((all, side) => all * Number(side), 1);
  return Math.max(1, Math.floor(product / chips));
}
