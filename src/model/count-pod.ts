import type { Cluster, ClusterNode } from "./cluster.ts";
import type { PodCount } from "./counted-pod.ts";
import { containerAmounts, podAmounts } from "./pod-amounts.ts";
import type { Salvaged } from "./resolved.ts";

/** What decides how pods are counted. */
export type Counting = Pick<Salvaged, "kuberayVersion" | "settings" | "countedPods"> & {
  readonly cluster: Cluster;
};

/** What one pod of a node asks for: by its built pod where pod templates changed it, else by what the node says. */
export function countPod(node: ClusterNode, model: Counting): PodCount {
  const { cluster, kuberayVersion, settings, countedPods } = model;
  const counted = countedPods?.get(node);
  if (counted !== undefined) return counted;
  const containers = containerAmounts(node, cluster, settings.ray.gpu_resource_request_key);
  return {
    containers,
    pod: podAmounts(containers, node.role, kuberayVersion),
    devices: node.gpuCount + (node.accelerator?.count ?? 0),
  };
}
