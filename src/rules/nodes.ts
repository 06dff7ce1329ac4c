import { formatPath } from "../diagnostics/path.ts";
import type { Cluster, ClusterNode } from "../model/cluster.ts";

/** Every kind of node, the head first; the form for equal nodes has one that serves as head and worker. */
export function distinctNodes(cluster: Cluster): readonly ClusterNode[] {
  const { head, groups } = cluster;
  if (cluster.nodeBounds !== undefined) return [head];
  return [head, ...groups.map(({ node }) => node)];
}

/** The kinds of node that ask for at least so many GPUs. */
export function askingNodes(cluster: Cluster, fewestGpus: number): readonly ClusterNode[] {
  return distinctNodes(cluster).filter(({ gpuCount }) => gpuCount >= fewestGpus);
}

/** How a message names a node: `The head`, `A node of worker-group-0`, or `A node` where all are equal. */
export function nodeName(cluster: Cluster, node: ClusterNode): string {
  if (cluster.nodeBounds !== undefined) return "A node";
  if (node.role === "head") return "The head";
  const group = cluster.groups.find((candidate) => candidate.node === node);
  return `A worker of ${group?.name ?? formatPath(node.path)}`;
}
