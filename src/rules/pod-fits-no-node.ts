import { formatPath } from "../diagnostics/path.ts";
import type { Cluster, ClusterNode } from "../model/cluster.ts";
import type { ContainerAmounts } from "../model/pod-amounts.ts";
import { containerAmounts, podAmounts } from "../model/pod-amounts.ts";
import type { Salvaged } from "../model/resolved.ts";
import type { Measure } from "./measures.ts";
import { askedAt, devicesAt, devicesOf, measures, showDevices } from "./measures.ts";
import type { CapacityOfNode } from "./node-capacity.ts";
import { capacityOfNode } from "./node-capacity.ts";
import { nodeName } from "./nodes.ts";
import type { Rule, RuleFinding } from "./rule.ts";
import { defineRule } from "./rule.ts";

/**
 * Pod fits no node
 *
 * Every pod fits the largest node that the settings know of, the head together with the autoscaler beside it, and a worker
 * with KubeRay's init container: otherwise it waits forever.
 *
 * See the keys node_capacity of the server's Helm values, and common/pod.go, v1.0.0, for the init container
 */
export const podFitsNoNode: Rule = defineRule({
  code: "pod-fits-no-node",
  check(model) {
    const { cluster } = model;
    if (cluster === undefined) return [];
    const head = findingsOf(cluster.head, cluster, model);
    // In the form for equal nodes a worker asks for no more than the head, but for the init container.
    if (cluster.nodeBounds !== undefined && head.length > 0) return head;
    return [...head, ...cluster.groups.flatMap(({ node }) => findingsOf(node, cluster, model))];
  },
});

function findingsOf(
  node: ClusterNode,
  cluster: Cluster,
  { settings, kuberayVersion }: Salvaged,
): readonly RuleFinding[] {
  const capacity = capacityOfNode(node, settings);
  if (capacity === undefined) return [];
  const containers = containerAmounts(node, cluster, settings.ray.gpu_resource_request_key);
  const pod = podAmounts(containers, node.role, kuberayVersion);
  const findings: RuleFinding[] = [];
  for (const measure of measures) {
    const offered = capacity.offers[measure.field];
    if (offered == null || !(measure.of(pod) > measure.toUnits(offered))) continue;
    findings.push(tooLarge(node, measure, measure.of(pod), containers, capacity, cluster));
  }
  const devices = tooManyDevices(node, capacity, cluster);
  return devices === undefined ? findings : [...findings, devices];
}

function tooLarge(
  node: ClusterNode,
  measure: Measure,
  asked: number,
  [ray, beside]: readonly ContainerAmounts[],
  { offers, path }: CapacityOfNode,
  cluster: Cluster,
): RuleFinding {
  const { field, of, show, toField, toUnits } = measure;
  const offered = toUnits(offers[field] ?? 0);
  const own = ray === undefined ? asked : of(ray);
  const rest = asked - own;
  const name = beside === undefined ? nodeName(cluster, node) : "The head";
  const besideName = beside === undefined ? "KubeRay's init container" : "the autoscaler beside it";
  const parts =
    beside === undefined
      ? ` for ${besideName}`
      : ` (${show(own)} for Ray and ${show(rest)} for ${besideName})`;
  const capacityPath = [...path, field];
  const raise = `raise ${formatPath(capacityPath)} if there are larger nodes`;
  const left = offered - (beside === undefined ? 0 : rest);
  const canLower = left > 0 && own > left;
  const asksBeside =
    beside === undefined
      ? []
      : [
          {
            document: "request",
            path: ["config", "autoscaler_config", field],
            message: `the autoscaler asks for ${show(rest)} here`,
          } as const,
        ];
  return {
    document: "request",
    path: askedAt(node, field),
    message: `${name} asks for ${show(asked)}${rest === 0 ? "" : parts}, but the largest node offers ${show(offered)}.`,
    hint: canLower
      ? `Lower ${field} to ${toField(left)} or less, or ${raise}.`
      : `Remove the node, or ${raise}.`,
    related: [
      {
        document: "settings",
        path: capacityPath,
        message: `the largest node offers ${show(offered)}`,
      },
      ...asksBeside,
    ],
  };
}

function tooManyDevices(
  node: ClusterNode,
  { offers, path, countsDevices }: CapacityOfNode,
  cluster: Cluster,
): RuleFinding | undefined {
  const offered = offers.gpu_count;
  const asked = devicesOf(node);
  if (!countsDevices || offered == null || !(asked > offered)) return undefined;
  const areGpus = node.placement.keyPrefix === "gpu";
  const field = String(devicesAt(node).at(-1)) === "gpu_count" ? "gpu_count" : "accelerator_count";
  const capacityPath = [...path, "gpu_count"];
  const largest = showDevices(offered, areGpus);
  return {
    document: "request",
    path: devicesAt(node),
    message: `${nodeName(cluster, node)} asks for ${showDevices(asked, areGpus)}, but the largest node offers ${largest}.`,
    hint: `Lower ${field} to ${offered} or less, or raise ${formatPath(capacityPath)} if there are larger nodes.`,
    related: [
      { document: "settings", path: capacityPath, message: `the largest node offers ${largest}` },
    ],
  };
}
