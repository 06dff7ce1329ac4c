import type { Path } from "../diagnostics/path.ts";
import type { TextMap } from "../diagnostics/plain-data.ts";
import type { Autoscaler, Cluster, WorkerGroup } from "./cluster.ts";
import type { Loose } from "./loose.ts";
import { lowerEnvironment, overlaidEnvironment } from "./lower-environment.ts";
import type { LoweringContext } from "./lower-node.ts";
import { lowerNode } from "./lower-node.ts";
import type {
  AutoscalerConfig,
  RayClusterConfig,
  ScalingGroup,
  SimpleRayCluster,
} from "./request/cluster-config.ts";

/** `n_nodes` tells the simple form from the full one. */
export function isSimple(config: object): config is SimpleRayCluster {
  return Object.hasOwn(config, "n_nodes");
}

/**
 * Either form -> one shape. The simple form becomes a head and, where there can be any worker, one group of
 * n_nodes - 1 to max_nodes - 1 workers.
 */
export function lowerCluster(
  config: Loose<RayClusterConfig | SimpleRayCluster>,
  context: LoweringContext,
): Cluster {
  return isLooseSimple(config) ? lowerSimple(config, context) : lowerFull(config, context);
}

function isLooseSimple(
  config: Loose<RayClusterConfig | SimpleRayCluster>,
): config is Loose<SimpleRayCluster> {
  return isSimple(config);
}

function lowerSimple(config: Loose<SimpleRayCluster>, context: LoweringContext): Cluster {
  const nNodes = config.n_nodes ?? Number.NaN;
  const maxNodes = config.max_nodes ?? nNodes;
  const scales = config.autoscaling ?? maxNodes > nNodes;
  const group: WorkerGroup = {
    name: defaultName(0),
    namePath: undefined,
    node: lowerNode("worker", config.node_config, SIMPLE.node, context),
    minWorkers: nNodes - 1,
    maxWorkers: (scales ? maxNodes : nNodes) - 1,
    bounds: { minimum: nNodes - 1, maximum: maxNodes - 1 },
    startWorkers: undefined,
    hosts: 1,
    hostsPath: SIMPLE.hosts,
    idleTimeoutSeconds: undefined,
    priority: 0,
    rayLabels: NO_LABELS,
    suspend: false,
    path: SIMPLE.group,
    minPath: SIMPLE.minimum,
    maxPath: SIMPLE.maximum,
  };
  return {
    head: lowerNode("head", config.node_config, SIMPLE.node, context),
    groups: maxNodes > 1 ? [group] : [],
    autoscaler: lowerAutoscaler(config.autoscaler_config),
    scales: scales && maxNodes > 1,
    nodeBounds: { nNodes, maxNodes },
  };
}

/** Where the form for equal nodes says what a group says elsewhere. */
const SIMPLE = Object.freeze({
  group: Object.freeze(["config"]),
  node: Object.freeze(["config", "node_config"]),
  hosts: Object.freeze(["config", "node_config", "accelerator"]),
  minimum: Object.freeze(["config", "n_nodes"]),
  maximum: Object.freeze(["config", "max_nodes"]),
}) satisfies Readonly<Record<string, Path>>;

function lowerFull(config: Loose<RayClusterConfig>, context: LoweringContext): Cluster {
  const given = config.scaling_groups ?? [];
  const hasRoom = given.some(({ min_workers: least, max_workers: most }) => isMore(most, least));
  const scales = given.length > 0 && (config.autoscaling ?? hasRoom);
  const groups = given.map((group, index) => lowerGroup(group, index, scales, context));
  return {
    head: lowerNode("head", config.head_node, ["config", "head_node"], context),
    groups,
    autoscaler: lowerAutoscaler(config.autoscaler_config),
    scales,
    nodeBounds: undefined,
  };
}

function isMore(most: number | null | undefined, least: number | null | undefined): boolean {
  return (most ?? Number.NaN) > (least ?? Number.NaN);
}

function lowerGroup(
  group: Loose<ScalingGroup>,
  index: number,
  scales: boolean,
  context: LoweringContext,
): WorkerGroup {
  const path: Path = ["config", "scaling_groups", index];
  const node = lowerNode("worker", group.worker_nodes, [...path, "worker_nodes"], context);
  const minimum = group.min_workers ?? Number.NaN;
  const maximum = group.max_workers ?? Number.NaN;
  const startWorkers = group.workers ?? undefined;
  const size = Math.max(minimum, Math.min(startWorkers ?? minimum, maximum));
  return {
    name: group.name ?? defaultName(index),
    namePath: group.name == null ? undefined : [...path, "name"],
    node,
    minWorkers: scales ? minimum : size,
    maxWorkers: scales ? maximum : size,
    bounds: { minimum, maximum },
    startWorkers,
    hosts: group.hosts ?? node.accelerator?.settings?.hosts ?? 1,
    hostsPath: group.hosts == null ? [...node.path, "accelerator"] : [...path, "hosts"],
    idleTimeoutSeconds: group.idle_timeout_seconds ?? undefined,
    priority: group.priority ?? 0,
    rayLabels: group.ray_labels ?? NO_LABELS,
    suspend: group.suspend ?? false,
    path,
    minPath: [...path, "min_workers"],
    maxPath: [...path, "max_workers"],
  };
}

function defaultName(index: number): string {
  return `worker-group-${index}`;
}

const NO_LABELS: TextMap = Object.freeze({});

function lowerAutoscaler(
  config: Loose<AutoscalerConfig> | null | undefined,
): Autoscaler | undefined {
  if (config === null || config === undefined) return undefined;
  const path: Path = ["config", "autoscaler_config"];
  return {
    cpu: config.cpu ?? Number.NaN,
    memoryGib: config.memory_gb ?? Number.NaN,
    version: config.version ?? undefined,
    idleTimeoutSeconds: config.idle_timeout_seconds ?? undefined,
    upscalingMode: config.upscaling_mode ?? undefined,
    image: config.image ?? undefined,
    imagePullPolicy: config.image_pull_policy ?? undefined,
    environment: overlaidEnvironment([], lowerEnvironment(config.env, path)),
    path,
  };
}
