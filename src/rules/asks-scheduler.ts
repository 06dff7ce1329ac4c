import type { ClusterNode } from "../model/cluster.ts";
import type { Salvaged } from "../model/resolved.ts";
import { fractionOf } from "./claimed-devices.ts";
import { schedulerOf } from "./scheduler-of.ts";
import { podAnnotations } from "./subjects.ts";

/** Labels that Kueue and the batch schedulers read, and those by which KubeRay asks them for something. */
const SCHEDULER_LABEL =
  /^(?:kueue\.x-k8s\.io|ray\.io|volcano\.sh|yunikorn\.apache\.org|kai\.scheduler)\//;

/** Whether a request says anything of which the laws of queues and batch schedulers speak. */
export function asksScheduler(model: Salvaged): boolean {
  const { labels, cluster } = model;
  if (labels !== undefined && Object.keys(labels).some((key) => SCHEDULER_LABEL.test(key))) {
    return true;
  }
  if (cluster === undefined) return false;
  if (model.countedPods === undefined && !podAnnotations.isIn(model)) return false;
  const asks = (node: ClusterNode) =>
    fractionOf(node, model) !== undefined || schedulerOf(node, model) !== undefined;
  return asks(cluster.head) || cluster.groups.some(({ node }) => asks(node));
}
