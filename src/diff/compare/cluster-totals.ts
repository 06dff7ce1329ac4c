import { ownField } from "../../diagnostics/own-field.ts";
import { desiredPods, hostsOf } from "../../kuberay/desired-pods.ts";
import type { ClusterState } from "../../kuberay/effects/field-rule.ts";
import type { KuberayRelease } from "../../kuberay/kuberay-release.ts";
import { readReplicaBounds, UNBOUNDED } from "../../kuberay/replica-bounds.ts";
import type { ClusterSpecView, GroupSpecView } from "../../kuberay/views/cluster-spec-view.ts";
import { isQueued } from "../../kuberay/writers.ts";
import type { ClusterAmounts, Totals } from "./manifest-diff.ts";
import type { PodAmounts } from "./pod-amounts.ts";
import { podAmounts } from "./pod-amounts.ts";

/**
 * What all pods of a cluster ask for together, at the fewest and at the most; where Kueue suspends it, once it runs. Of a
 * RayJob, a RayService or a RayCronJob: those of one cluster that it makes; none where a job runs on another one.
 */
export function clusterTotals({ view, cluster }: ClusterState, release: KuberayRelease): Totals {
  const isKueues = isQueued(view.data);
  const spec = isKueues ? { ...cluster.spec, suspend: false } : cluster.spec;
  const isSuspended = ownField(isKueues ? spec : view.spec, "suspend") === true;
  const makesNone = view.cluster === undefined || view.job?.selectsCluster === true;
  const hasNone = isSuspended || makesNone || ownField(spec, "suspend") === true;
  const groups = hasNone ? [] : countedGroups({ ...cluster, spec }, release);
  const isBounded = groups.every(({ pods }) => pods.maximum !== undefined);
  return {
    minimum: sumUp(groups, ({ pods }) => pods.minimum),
    maximum: isBounded ? sumUp(groups, ({ pods }) => pods.maximum ?? 0) : null,
  };
}

function countedGroups(cluster: ClusterSpecView, release: KuberayRelease): readonly CountedGroup[] {
  return [
    { amounts: podAmounts(cluster.head, cluster, release), pods: { minimum: 1, maximum: 1 } },
    ...cluster.workers.map((group) => ({
      amounts: podAmounts(group, cluster, release),
      pods: podCount(group, cluster, release),
    })),
  ];
}

interface CountedGroup {
  readonly amounts: PodAmounts;
  readonly pods: PodCount;
}

interface PodCount {
  readonly minimum: number;
  /** Undefined where there is no bound. */
  readonly maximum: number | undefined;
}

function podCount(
  { data }: GroupSpecView,
  { autoscales, spec }: ClusterSpecView,
  release: KuberayRelease,
): PodCount {
  if (!autoscales || ownField(data, "suspend") === true) {
    const pods = desiredPods(data, spec, release);
    return { minimum: pods, maximum: pods };
  }
  const hosts = hostsOf(data, release);
  const bounds = readReplicaBounds(data);
  const maximum = Math.max(0, bounds.maximum);
  const minimum = Math.min(Math.max(0, bounds.minimum), maximum);
  const isBounded = maximum < UNBOUNDED;
  return { minimum: minimum * hosts, maximum: isBounded ? maximum * hosts : undefined };
}

function sumUp(
  groups: readonly CountedGroup[],
  podsOf: (group: CountedGroup) => number,
): ClusterAmounts {
  let pods = 0;
  let [cpu, memory, gpu] = [0n, 0n, 0n];
  const resources = new Map<string, bigint>();
  for (const group of groups) {
    const number = podsOf(group);
    pods += number;
    cpu += group.amounts.cpu * BigInt(number);
    memory += group.amounts.memory * BigInt(number);
    gpu += group.amounts.gpu * BigInt(number);
    for (const [key, amount] of group.amounts.extended) {
      resources.set(key, (resources.get(key) ?? 0n) + amount * BigInt(number));
    }
  }
  return {
    pods,
    cpu_millis: dividedUp(cpu, 10n ** 6n),
    memory_bytes: dividedUp(memory, 10n ** 9n),
    gpus: dividedUp(gpu, 10n ** 9n),
    resources: Object.fromEntries(
      [...resources.keys()]
        .sort()
        .map((key) => [key, dividedUp(resources.get(key) ?? 0n, 10n ** 9n)]),
    ),
  };
}

/** Rounded up; beyond 2^53 to the nearest number there is. */
function dividedUp(dividend: bigint, divisor: bigint): number {
  return Number((dividend + divisor - 1n) / divisor);
}
