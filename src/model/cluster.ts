import type { Path } from "../diagnostics/path.ts";
import type {
  AutoscalerConfig,
  RayClusterConfig,
  RayNodeConfig,
  SimpleRayCluster,
} from "./request.ts";
import type { Placement, ResolvedSettings } from "./settings.ts";

/** One kind of node, and where the user asked for it. */
export interface ClusterNode {
  readonly role: "head" | "worker";
  /** CPUs, as asked. */
  readonly cpu: number;
  /** GiB, as asked. */
  readonly memoryGib: number;
  readonly gpuCount: number;
  /** How the settings place and mark its pods: those for pods with GPUs, or those for pods without. */
  readonly placement: Placement;
  readonly path: Path;
}

/** A worker group as KubeRay knows it. */
export interface WorkerGroup {
  /** `worker-group-0`, `worker-group-1`, ... in the request's order. */
  readonly name: string;
  readonly node: ClusterNode;
  readonly minWorkers: number;
  readonly maxWorkers: number;
  readonly minPath: Path;
  readonly maxPath: Path;
}

export interface Autoscaler {
  readonly cpu: number;
  /** GiB. */
  readonly memoryGib: number;
  readonly path: Path;
}

/** Both forms of config in one shape. Numbers that validation refused are NaN. */
export interface Cluster {
  readonly head: ClusterNode;
  readonly groups: readonly WorkerGroup[];
  readonly autoscaler: Autoscaler | undefined;
  /** Whether any group can scale, so that autoscaling is on. */
  readonly scales: boolean;
  /** For the simple form: the bounds on all nodes, the head included. */
  readonly nodeBounds: { readonly nNodes: number; readonly maxNodes: number } | undefined;
}

/** `n_nodes` tells the simple form from the full one. */
export function isSimple(config: object): config is SimpleRayCluster {
  return Object.hasOwn(config, "n_nodes");
}

/**
 * Either form -> one shape. The simple form becomes a head and, where there can be any worker, one group of
 * n_nodes - 1 to max_nodes - 1 workers.
 */
export function lowerCluster(
  config: RayClusterConfig | SimpleRayCluster,
  settings: ResolvedSettings,
): Cluster {
  return isSimple(config) ? lowerSimple(config, settings) : lowerFull(config, settings);
}

function lowerSimple(config: SimpleRayCluster, settings: ResolvedSettings): Cluster {
  const { n_nodes: nNodes, node_config: node } = config;
  const maxNodes = config.max_nodes ?? nNodes;
  const group: WorkerGroup = {
    name: groupName(0),
    node: lowerNode("worker", node, ["config", "node_config"], settings),
    minWorkers: nNodes - 1,
    maxWorkers: maxNodes - 1,
    minPath: ["config", "n_nodes"],
    maxPath: ["config", "max_nodes"],
  };
  return {
    head: lowerNode("head", node, ["config", "node_config"], settings),
    groups: maxNodes > 1 ? [group] : [],
    autoscaler: lowerAutoscaler(config.autoscaler_config),
    scales: maxNodes > nNodes,
    nodeBounds: { nNodes, maxNodes },
  };
}

function lowerFull(config: RayClusterConfig, settings: ResolvedSettings): Cluster {
  const groups = (config.scaling_groups ?? []).map((group, index): WorkerGroup => {
    const path: Path = ["config", "scaling_groups", index];
    return {
      name: groupName(index),
      node: lowerNode("worker", group.worker_nodes, [...path, "worker_nodes"], settings),
      minWorkers: group.min_workers,
      maxWorkers: group.max_workers,
      minPath: [...path, "min_workers"],
      maxPath: [...path, "max_workers"],
    };
  });
  return {
    head: lowerNode("head", config.head_node, ["config", "head_node"], settings),
    groups,
    autoscaler: lowerAutoscaler(config.autoscaler_config),
    scales: groups.some(({ minWorkers, maxWorkers }) => maxWorkers > minWorkers),
    nodeBounds: undefined,
  };
}

function groupName(index: number): string {
  return `worker-group-${index}`;
}

function lowerNode(
  role: ClusterNode["role"],
  node: RayNodeConfig,
  path: Path,
  { ray }: ResolvedSettings,
): ClusterNode {
  const gpuCount = node.gpu_count ?? 0;
  return {
    role,
    cpu: node.cpu,
    memoryGib: node.memory_gb,
    gpuCount,
    placement: gpuCount > 0 ? ray.gpu : ray.nonGpu,
    path,
  };
}

function lowerAutoscaler(config: AutoscalerConfig | null | undefined): Autoscaler | undefined {
  if (config === null || config === undefined) return undefined;
  return {
    cpu: config.cpu,
    memoryGib: config.memory_gb,
    path: ["config", "autoscaler_config"],
  };
}
