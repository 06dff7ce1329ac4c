import { count, showText } from "../diagnostics/show.ts";
import type { ClusterNode, WorkerGroup } from "../model/cluster.ts";
import type { CountedPods } from "../model/counted-pod.ts";
import { TPU_RESOURCE, TPU_TOPOLOGY_LABEL, tpuChips, tpuHosts } from "../ray/tpu-topology.ts";
import { hostsOfWorker, isAccelerated, selectedLabel, selectorPlace } from "./nodes.ts";
import type { Rule, RuleFinding } from "./rule.ts";
import { defineRule } from "./rule.ts";
import { accelerators } from "./subjects.ts";

/**
 * Accelerator hosts
 *
 * A worker has as many pods as its accelerator needs: on TPUs the chips of the topology divided by the chips of a pod. The
 * head, and a node of the form for equal nodes, is one pod.
 *
 * See getNumTPUHostsFromTopology in ai-on-gke/kuberay-tpu-webhook
 */
export const acceleratorHosts: Rule = defineRule({
  code: "accelerator-hosts",
  about: accelerators,
  check({ cluster, countedPods }) {
    if (cluster === undefined) return [];
    const name = cluster.nodeBounds === undefined ? "The head" : "A node";
    const groups = cluster.nodeBounds === undefined ? cluster.groups : [];
    return [
      ...singlePod(cluster.head, name, countedPods),
      ...groups.flatMap((group) => sliceOf(group, countedPods)),
    ];
  },
});

/** What is one pod, and yet asks for an accelerator whose workers are several. */
function singlePod(
  node: ClusterNode,
  name: string,
  countedPods: CountedPods | undefined,
): RuleFinding[] {
  if (!isAccelerated(node)) return [];
  const { accelerator, path } = node;
  const hosts = hostsOfWorker(node, countedPods);
  if (!(hosts > 1)) return [];
  const topology = selectedLabel(node, TPU_TOPOLOGY_LABEL, countedPods);
  const isSaid = accelerator.settings?.hosts != null;
  return [
    {
      document: "request",
      path: [...path, "accelerator"],
      message: `${name} is one pod, but a worker with ${showText(accelerator.name)} has ${hosts} pods.`,
      hint: "Ask for it in worker_nodes of a scaling group.",
      related: [
        isSaid
          ? {
              document: "settings",
              path: [...accelerator.settingsPath, "hosts"],
              message: `hosts is ${hosts} here`,
            }
          : {
              ...selectorPlace(node, TPU_TOPOLOGY_LABEL, countedPods),
              message: `the topology is ${topology} here`,
            },
      ],
    },
  ];
}

/** A group whose hosts are not those of its slice of TPUs. */
function sliceOf(
  { node, hosts, hostsPath }: WorkerGroup,
  countedPods: CountedPods | undefined,
): RuleFinding[] {
  if (!isAccelerated(node)) return [];
  const { accelerator } = node;
  if (accelerator.resource !== TPU_RESOURCE) return [];
  const topology = selectedLabel(node, TPU_TOPOLOGY_LABEL, countedPods) ?? "";
  const needed = tpuHosts(topology, accelerator.count);
  const chips = tpuChips(topology);
  if (needed === undefined || chips === undefined) return [];
  const related = [
    {
      ...selectorPlace(node, TPU_TOPOLOGY_LABEL, countedPods),
      message: `the topology is ${topology} here`,
    },
  ];
  const name = showText(accelerator.name);
  if (chips % accelerator.count !== 0) {
    return [
      {
        document: "request",
        path: accelerator.countPath,
        message: `A slice of topology ${topology} has ${count(chips, "chip")}, which cannot be divided among pods with ${accelerator.count} each.`,
        hint: `Set accelerator_count to the chips of one machine, such as ${Math.min(chips, 4)}.`,
        related,
      },
    ];
  }
  if (needed === hosts) return [];
  const isOwn = hostsPath.at(-1) === "hosts";
  return [
    {
      ...(isOwn
        ? { document: "request", path: hostsPath }
        : { document: "settings", path: [...accelerator.settingsPath, "hosts"] }),
      message: `A slice of topology ${topology} with ${count(accelerator.count, "chip")} per pod has ${count(needed, "host")}, but hosts is ${hosts} for ${name}.`,
      hint: isOwn
        ? `Set hosts to ${needed}.`
        : `Set hosts of ${name} to ${needed} in the settings.`,
      related: [
        ...related,
        {
          document: "request",
          path: accelerator.countPath,
          message: `a pod asks for ${count(accelerator.count, "chip")} here`,
        },
      ],
    },
  ];
}
