import type { Path } from "../diagnostics/path.ts";
import { count, formatCount } from "../diagnostics/show.ts";
import type { Cluster, ClusterNode, WorkerGroup } from "../model/cluster.ts";
import { countPod } from "../model/count-pod.ts";
import type { CountedPod, PodCount, TemplatePlace } from "../model/counted-pod.ts";
import type { Salvaged } from "../model/resolved.ts";
import type { ClusterLimits } from "../model/settings/accelerator-settings.ts";
import { hasContradictoryBounds } from "./has-unclear-bounds.ts";
import { askedAt, devicePlace, devicesAt, measures } from "./measures.ts";
import type { Rule, RuleFinding } from "./rule.ts";
import { defineRule } from "./rule.ts";
import { bounds } from "./subjects.ts";

/**
 * Cluster over limits
 *
 * At its maximum a cluster comes to no more than the settings allow one cluster: pods, CPUs, memory, GPUs and other devices
 * of the head, of the autoscaler beside it and of all workers.
 *
 * See the key ray.limits of the server's Helm values.
 */
export const clusterOverLimits: Rule = defineRule({
  code: "cluster-over-limits",
  about: bounds,
  check(model) {
    const { cluster, settings } = model;
    if (cluster === undefined) return [];
    const { limits } = settings.ray;
    if (Object.keys(limits).length === 0 || hasContradictoryBounds(cluster)) return [];
    const shares = sharesOf(cluster, model);
    return limited.flatMap((kind): RuleFinding[] => {
      const limit = limits[kind.field];
      if (limit == null) return [];
      const sum = shares.reduce((all, share) => all + share.pods * kind.of(share), 0);
      const allowed = kind.toUnits(limit);
      return sum > allowed ? [overLimit(kind, sum, allowed, shares, cluster)] : [];
    });
  },
});

/** What pods of one kind ask for. */
interface Share {
  readonly node: ClusterNode;
  /** Undefined for the head. */
  readonly group: WorkerGroup | undefined;
  /** The most there can be. */
  readonly pods: number;
  readonly count: PodCount;
  /** Undefined where no pod templates are merged over the pods. */
  readonly merged: CountedPod | undefined;
}

function sharesOf(cluster: Cluster, model: Salvaged): readonly Share[] {
  const counting = { ...model, cluster };
  const shareOf = (node: ClusterNode, group: WorkerGroup | undefined, pods: number): Share => ({
    node,
    group,
    pods,
    count: countPod(node, counting),
    merged: model.countedPods?.get(node),
  });
  const workers = cluster.groups.map((group) => {
    const { node, maxWorkers, hosts, suspend } = group;
    return shareOf(node, group, suspend ? 0 : maxWorkers * hosts);
  });
  return [shareOf(cluster.head, undefined, 1), ...workers];
}

/** What a limit counts. */
interface Limited {
  readonly field: keyof ClusterLimits;
  /** Whole units of one pod. */
  readonly of: (share: Share) => number;
  readonly toUnits: (limit: number) => number;
  /** Units alone, and with their noun. */
  readonly number: (units: number) => string;
  readonly show: (units: number) => string;
  /** Where a node says how much it asks for. */
  readonly at: (node: ClusterNode) => Path;
  /** Where a pod template does. */
  readonly inTemplate: (pod: CountedPod) => TemplatePlace | undefined;
}

const limited: readonly Limited[] = Object.freeze([
  counted(
    "nodes",
    "pod",
    () => 1,
    ({ path }) => path,
    () => undefined,
  ),
  ...measures.map(
    ({ field, resource, of, toUnits, toField, show }): Limited => ({
      field,
      of: ({ count: { pod } }) => of(pod),
      toUnits,
      number: (units) => String(toField(units)),
      show,
      at: (node) => askedAt(node, field),
      inTemplate: (pod) => pod.askedAt(resource),
    }),
  ),
  counted(
    "gpus",
    "GPU or other device",
    (share) => share.count.devices,
    devicesAt,
    devicePlace,
    "GPUs and other devices",
  ),
]);

function counted(
  field: keyof ClusterLimits,
  noun: string,
  of: Limited["of"],
  at: Limited["at"],
  inTemplate: Limited["inTemplate"],
  plural = `${noun}s`,
): Limited {
  const show = (units: number) => `${formatCount(units)} ${units === 1 ? noun : plural}`;
  return { field, of, toUnits: (limit) => limit, number: formatCount, show, at, inTemplate };
}

const MOST_PARTS = 4;

function overLimit(
  kind: Limited,
  sum: number,
  allowed: number,
  shares: readonly Share[],
  cluster: Cluster,
): RuleFinding {
  const partOf = (share: Share) => share.pods * kind.of(share);
  const parts = shares
    .filter((share) => partOf(share) > 0)
    .sort((left, right) => partOf(right) - partOf(left));
  const [largest] = parts;
  const shown = parts.slice(0, MOST_PARTS);
  const rest = parts.length - shown.length;
  const sums = shown.map((share) => showPart(share, kind)).join(", ");
  const more = rest === 0 ? "" : ` and the rest for ${rest} more`;
  const limitPath = ["ray", "limits", kind.field];
  return {
    ...(largest === undefined
      ? { document: "request", path: ["config"] }
      : placeOf(largest, kind, cluster)),
    message: `At its maximum size the cluster uses ${kind.show(sum)}, but this deployment allows ${kind.number(allowed)}: ${sums}${more}.`,
    hint: hintOf(largest, kind, sum - allowed, cluster),
    related: [
      {
        document: "settings",
        path: limitPath,
        message: `${kind.show(allowed)} ${kind.number(allowed) === "1" ? "is" : "are"} allowed`,
      },
      ...shown.map((share) => ({ ...askedPlace(share, kind), message: whereFrom(share, kind) })),
    ],
  };
}

function askedPlace({ node, merged }: Share, { at, inTemplate }: Limited): TemplatePlace {
  const place = merged === undefined ? undefined : inTemplate(merged);
  return place ?? { document: "request", path: at(node) };
}

/** `worker-group-0 has 8 pods of 16`. */
function whereFrom(share: Share, kind: Limited): string {
  const { group, pods } = share;
  if (group === undefined) return `the head has ${kind.number(kind.of(share))}`;
  const each = kind.field === "nodes" ? "" : ` of ${kind.number(kind.of(share))}`;
  return `${group.name} has ${count(pods, "pod")}${each}`;
}

/** `4.5 for the head`, `128 for worker-group-0 (8 pods of 16)`. */
function showPart(share: Share, kind: Limited): string {
  const { group, pods } = share;
  const all = kind.number(pods * kind.of(share));
  if (group === undefined) return `${all} for the head`;
  const each =
    kind.field === "nodes" ? "" : ` (${count(pods, "pod")} of ${kind.number(kind.of(share))})`;
  return `${all} for ${group.name}${each}`;
}

/** The bound of the largest group, or what the head asks for. */
function placeOf(share: Share, kind: Limited, cluster: Cluster): TemplatePlace {
  const { group } = share;
  if (group === undefined) return askedPlace(share, kind);
  const isFixed = cluster.nodeBounds !== undefined && !cluster.scales;
  return { document: "request", path: isFixed ? group.minPath : group.maxPath };
}

/** The number that would fit, where fewer workers of the largest group would do. */
function hintOf(
  largest: Share | undefined,
  kind: Limited,
  excess: number,
  cluster: Cluster,
): string {
  const raise = `raise ray.limits.${kind.field}`;
  const group = largest?.group;
  if (largest === undefined || group === undefined) return `Ask for less, or ${raise}.`;
  const perWorker = group.hosts * kind.of(largest);
  const workers = group.maxWorkers - Math.ceil(excess / perWorker);
  const isFixed = group.maxWorkers === group.minWorkers;
  if (workers < (isFixed ? 0 : group.minWorkers)) {
    return `Ask for fewer or smaller workers, or ${raise}.`;
  }
  if (cluster.nodeBounds !== undefined) {
    return `Lower ${cluster.scales ? "max_nodes" : "n_nodes"} to ${workers + 1}, or ${raise}.`;
  }
  const bounds = isFixed ? "min_workers and max_workers" : "max_workers";
  return `Lower ${bounds} of ${group.name} to ${workers}, or ${raise}.`;
}
