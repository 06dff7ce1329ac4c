import { ownObject, ownText } from "../diagnostics/own-field.ts";
import { formatPath } from "../diagnostics/path.ts";
import type { Cluster, ClusterNode, NodeAccelerator } from "../model/cluster.ts";
import type { CountedPods, TemplatePlace } from "../model/counted-pod.ts";
import { TPU_RESOURCE, TPU_TOPOLOGY_LABEL, tpuHosts } from "../ray/tpu-topology.ts";
import type { RuleFinding } from "./rule.ts";

/** Every kind of node, the head first; the form for equal nodes has one that serves as head and worker. */
export function distinctNodes(cluster: Cluster): readonly ClusterNode[] {
  const { head, groups } = cluster;
  if (cluster.nodeBounds !== undefined) return [head];
  return [head, ...groups.map(({ node }) => node)];
}

/** Likewise, but where pod templates were merged, equal nodes are two kinds: a template may tell a worker from the head. */
export function distinctPods(
  cluster: Cluster,
  pods: CountedPods | undefined,
): readonly ClusterNode[] {
  const all = [cluster.head, ...cluster.groups.map(({ node }) => node)];
  return all.some((node) => pods?.has(node)) ? all : distinctNodes(cluster);
}

/** The first finding of each place, for kinds of node that share one. */
export function firstOfPlaces(findings: readonly RuleFinding[]): readonly RuleFinding[] {
  if (findings.length < 2) return findings;
  const first = new Map<string, RuleFinding>();
  for (const finding of findings) {
    const place = `${finding.document} ${formatPath(finding.path)}`;
    if (!first.has(place)) first.set(place, finding);
  }
  return [...first.values()];
}

/** The kinds of node that ask for at least so many GPUs. */
export function askingNodes(cluster: Cluster, fewestGpus: number): readonly ClusterNode[] {
  return distinctNodes(cluster).filter(({ gpuCount }) => gpuCount >= fewestGpus);
}

/** A node with the accelerator that it asks for. */
export type AcceleratedNode = ClusterNode & { readonly accelerator: NodeAccelerator };

/** The first node that asks for each accelerator, so that a mistake of the settings is said once. */
export function distinctAccelerators(cluster: Cluster): readonly AcceleratedNode[] {
  const nodes = distinctNodes(cluster).filter(isAccelerated);
  if (nodes.length < 2) return nodes;
  const found = new Map<string, AcceleratedNode>();
  for (const node of nodes) {
    if (!found.has(node.accelerator.name)) found.set(node.accelerator.name, node);
  }
  return [...found.values()];
}

export function isAccelerated(node: ClusterNode): node is AcceleratedNode {
  return node.accelerator !== undefined;
}

/** The value of a label by which a node's pods select the nodes of Kubernetes, pod templates included. */
export function selectedLabel(
  node: ClusterNode,
  label: string,
  countedPods: CountedPods | undefined,
): string | undefined {
  const merged = countedPods?.get(node);
  if (merged !== undefined) return ownText(ownObject(merged.podSpec, "nodeSelector"), label);
  const { nodeSelector } = node.placement;
  return Object.hasOwn(nodeSelector, label) ? nodeSelector[label] : undefined;
}

/** Where a node with an accelerator selects by a label: in a pod template, else at the accelerator. */
export function selectorPlace(
  node: AcceleratedNode,
  label: string,
  countedPods: CountedPods | undefined,
): TemplatePlace {
  const place = countedPods?.get(node)?.placeOf(["spec", "nodeSelector", label]);
  if (place !== undefined) return place;
  return { document: "settings", path: [...node.accelerator.settingsPath, "node_selector", label] };
}

/** How many pods a worker with a node's accelerator is made of, by its hosts or by the topology of its TPUs. */
export function hostsOfWorker(node: AcceleratedNode, countedPods: CountedPods | undefined): number {
  const { accelerator } = node;
  const topology = selectedLabel(node, TPU_TOPOLOGY_LABEL, countedPods) ?? "";
  const isTpu = accelerator.resource === TPU_RESOURCE;
  const tpus = isTpu ? tpuHosts(topology, accelerator.count) : undefined;
  return Math.max(accelerator.settings?.hosts ?? 1, tpus ?? 1);
}

/** How a message names a node: `The head`, `A node of worker-group-0`, or `A node` where all are equal. */
export function nodeName(cluster: Cluster, node: ClusterNode): string {
  if (cluster.nodeBounds !== undefined) return "A node";
  if (node.role === "head") return "The head";
  const group = cluster.groups.find((candidate) => candidate.node === node);
  return `A worker of ${group?.name ?? formatPath(node.path)}`;
}
