import { showText } from "../diagnostics/show.ts";
import { TPU_RESOURCE } from "../ray/tpu-topology.ts";
import { hostsOfWorker, isAccelerated } from "./nodes.ts";
import type { Rule } from "./rule.ts";
import { defineRule } from "./rule.ts";
import { accelerators } from "./subjects.ts";

/**
 * TPU on head
 *
 * TPUs are asked for by workers: GKE's webhook and Ray's autoscaler make slices of worker groups alone.
 *
 * See ai-on-gke/kuberay-tpu-webhook, main.go, and Ray's page on TPUs with KubeRay
 */
export const tpuOnHead: Rule = defineRule({
  code: "tpu-on-head",
  about: accelerators,
  check({ cluster, countedPods }) {
    const head = cluster?.head;
    if (cluster === undefined || head === undefined || !isAccelerated(head)) return [];
    // A slice of several hosts is refused as such.
    if (head.accelerator.resource !== TPU_RESOURCE || hostsOfWorker(head, countedPods) > 1)
      return [];
    const name = showText(head.accelerator.name);
    const isSimple = cluster.nodeBounds !== undefined;
    return [
      {
        document: "request",
        path: [...head.path, "accelerator"],
        message: isSimple
          ? `The head is one of the equal nodes, so it asks for TPUs (${name}) too; only workers can form TPU slices.`
          : `The head asks for TPUs (${name}); only workers can form TPU slices.`,
        hint: isSimple
          ? "Use head_node and scaling_groups, with the accelerator in worker_nodes."
          : "Move the accelerator to worker_nodes of a scaling group.",
      },
    ];
  },
});
