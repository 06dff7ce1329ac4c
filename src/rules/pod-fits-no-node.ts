import type { Path } from "../diagnostics/path.ts";
import { formatPath } from "../diagnostics/path.ts";
import { listWords, showText } from "../diagnostics/show.ts";
import type { Cluster, ClusterNode } from "../model/cluster.ts";
import { countPod } from "../model/count-pod.ts";
import type { CountedPod, PodCount } from "../model/counted-pod.ts";
import type { ContainerAmounts } from "../model/pod-amounts.ts";
import type { Salvaged } from "../model/resolved.ts";
import type { Measure } from "./measures.ts";
import { askedAt, devicePlace, devicesAt, measures, showDevices } from "./measures.ts";
import type { CapacityOfNode } from "./node-capacity.ts";
import { capacityOfNode } from "./node-capacity.ts";
import { nodeName } from "./nodes.ts";
import type { Rule, RuleFinding } from "./rule.ts";
import { defineRule } from "./rule.ts";
import { bounds } from "./subjects.ts";

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
  about: bounds,
  check(model) {
    const { cluster } = model;
    if (cluster === undefined) return [];
    const head = findingsOf(cluster.head, cluster, model);
    // In the form for equal nodes a worker asks for no more than the head, but for the init container.
    if (cluster.nodeBounds !== undefined && head.length > 0) return head;
    return [...head, ...cluster.groups.flatMap(({ node }) => findingsOf(node, cluster, model))];
  },
});

function findingsOf(node: ClusterNode, cluster: Cluster, model: Salvaged): readonly RuleFinding[] {
  const capacity = capacityOfNode(node, model.settings);
  if (capacity === undefined) return [];
  const podCount = countPod(node, { ...model, cluster });
  const { pod, containers } = podCount;
  const merged = model.countedPods?.get(node);
  const findings: RuleFinding[] = [];
  for (const measure of measures) {
    const offered = capacity.offers[measure.field];
    if (offered == null || !(measure.of(pod) > measure.toUnits(offered))) continue;
    findings.push(
      merged === undefined
        ? tooLarge(node, measure, measure.of(pod), containers, capacity, cluster)
        : mergedTooLarge(node, measure, merged, capacity, cluster),
    );
  }
  const devices = tooManyDevices(node, podCount, merged, capacity, cluster);
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
  const { field, of, show, toUnits } = measure;
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
  const larger = `${formatPath(capacityPath)} if there are larger nodes`;
  const besidePath = ["config", "autoscaler_config", field];
  const asksBeside =
    beside === undefined
      ? []
      : [
          {
            document: "request",
            path: besidePath,
            message: `the autoscaler asks for ${show(rest)} here`,
          } as const,
        ];
  // No worker asks for less than KubeRay's init container.
  const isHopeless = beside === undefined && rest > 0;
  const lower = isHopeless ? undefined : lowerAmounts(own, rest, offered, besidePath, measure);
  return {
    document: "request",
    path: askedAt(node, field),
    message: `${name} asks for ${show(asked)}${rest === 0 ? "" : parts}, but the largest node offers ${show(offered)}.`,
    hint: lower === undefined ? `Raise ${larger}.` : `${lower}, or raise ${larger}.`,
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

/** Which amount to lower so that both fit: the node's own where that is enough, else the one of the autoscaler beside it. */
function lowerAmounts(
  own: number,
  beside: number,
  offered: number,
  besidePath: Path,
  { field, toField }: Measure,
): string {
  if (beside < offered) return `Lower ${field} to ${toField(offered - beside)} or less`;
  const place = formatPath(besidePath);
  if (own < offered) return `Lower ${place} to ${toField(offered - own)} or less`;
  return `Lower both ${field} and ${place}`;
}

/** A pod that templates changed: any of its containers, and any template, may be what asks for too much. */
function mergedTooLarge(
  node: ClusterNode,
  { field, of, resource, show, toUnits }: Measure,
  { pod, containers, askedAt: templateAt }: CountedPod,
  { offers, path }: CapacityOfNode,
  cluster: Cluster,
): RuleFinding {
  const offered = show(toUnits(offers[field] ?? 0));
  const parts = containers
    .filter((container) => of(container) > 0)
    .map((container) => `${show(of(container))} for ${showText(container.name)}`);
  const shown =
    parts.length < 2 || parts.length > MOST_PARTS ? "" : ` (${listWords(parts, "and")})`;
  const capacityPath = [...path, field];
  const own = { document: "request", path: askedAt(node, field) } as const;
  const place = templateAt(resource);
  return {
    ...(place ?? own),
    message: `${nodeName(cluster, node)} asks for ${show(of(pod))}${shown}, but the largest node offers ${offered}.`,
    hint: `Ask for less here or at the node, or raise ${formatPath(capacityPath)} if there are larger nodes.`,
    related: [
      { document: "settings", path: capacityPath, message: `the largest node offers ${offered}` },
      ...(place === undefined ? [] : [{ ...own, message: "the node asks for its own here" }]),
    ],
  };
}

const MOST_PARTS = 4;

function tooManyDevices(
  node: ClusterNode,
  { devices: asked }: PodCount,
  merged: CountedPod | undefined,
  { offers, path, countsDevices }: CapacityOfNode,
  cluster: Cluster,
): RuleFinding | undefined {
  const offered = offers.gpu_count;
  if (!countsDevices || offered == null || !(asked > offered)) return undefined;
  const areGpus = node.placement.keyPrefix === "gpu" || merged?.gpuResource !== undefined;
  const template = merged === undefined ? undefined : devicePlace(merged);
  const field = String(devicesAt(node).at(-1)) === "gpu_count" ? "gpu_count" : "accelerator_count";
  const capacityPath = [...path, "gpu_count"];
  const largest = showDevices(offered, areGpus);
  const lower = template === undefined ? `Lower ${field}` : "Lower the amount";
  return {
    ...(template ?? { document: "request", path: devicesAt(node) }),
    message: `${nodeName(cluster, node)} asks for ${showDevices(asked, areGpus)}, but the largest node offers ${largest}.`,
    hint: `${lower} to ${offered} or less, or raise ${formatPath(capacityPath)} if there are larger nodes.`,
    related: [
      { document: "settings", path: capacityPath, message: `the largest node offers ${largest}` },
    ],
  };
}
