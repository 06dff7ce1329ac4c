import { ownField, ownInteger } from "../../diagnostics/own-field.ts";
import type { KuberayRelease } from "../../kuberay/releases.ts";
import { readReplicaBounds, UNBOUNDED } from "../../kuberay/replica-bounds.ts";
import type { ClusterView, GroupView } from "./cluster-view.ts";
import type { ClusterAmounts, Totals } from "./manifest-diff.ts";
import type { PodAmounts } from "./pod-amounts.ts";
import { noAmounts, podAmounts } from "./pod-amounts.ts";

/** What all pods of a cluster ask for together, at the fewest and at the most. */
export function clusterTotals(cluster: ClusterView, release: KuberayRelease): Totals {
  if (ownField(cluster.spec, "suspend") === true) {
    const nothing = sumUp([], () => 0);
    return { minimum: nothing, maximum: nothing };
  }
  const groups = [
    { amounts: podAmounts(cluster.head, cluster, release), pods: { minimum: 1, maximum: 1 } },
    ...cluster.workers.map((group) => ({
      amounts: podAmounts(group, cluster, release),
      pods: podCount(group, cluster.autoscales, release),
    })),
  ];
  const isBounded = groups.every(({ pods }) => pods.maximum !== undefined);
  return {
    minimum: sumUp(groups, ({ pods }) => pods.minimum),
    maximum: isBounded ? sumUp(groups, ({ pods }) => pods.maximum ?? 0) : null,
  };
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

/** Source: GetWorkerGroupDesiredReplicas in ray-operator/controllers/ray/utils/util.go. */
function podCount(group: GroupView, autoscales: boolean, release: KuberayRelease): PodCount {
  const { data } = group;
  if (ownField(data, "suspend") === true) return { minimum: 0, maximum: 0 };
  const hosts = Math.max(1, ownInteger(data, "numOfHosts") ?? 1);
  const bounds = readReplicaBounds(data);
  const maximum = Math.max(0, bounds.maximum);
  const minimum = Math.min(Math.max(0, bounds.minimum), maximum);
  if (autoscales) {
    const isBounded = maximum < UNBOUNDED;
    return { minimum: minimum * hosts, maximum: isBounded ? maximum * hosts : undefined };
  }
  const least = release.replicasAreOptional ? minimum : 0;
  const replicas = Math.min(Math.max(least, ownInteger(data, "replicas") ?? 0), maximum);
  return { minimum: replicas * hosts, maximum: replicas * hosts };
}

function sumUp(
  groups: readonly CountedGroup[],
  podsOf: (group: CountedGroup) => number,
): ClusterAmounts {
  let pods = 0;
  let { cpu, memory, gpu } = noAmounts;
  for (const group of groups) {
    const number = podsOf(group);
    pods += number;
    cpu += group.amounts.cpu * BigInt(number);
    memory += group.amounts.memory * BigInt(number);
    gpu += group.amounts.gpu * BigInt(number);
  }
  return {
    pods,
    cpu_millis: dividedUp(cpu, 10n ** 6n),
    memory_bytes: dividedUp(memory, 10n ** 9n),
    gpus: dividedUp(gpu, 10n ** 9n),
  };
}

/** Rounded up; beyond 2^53 to the nearest number there is. */
function dividedUp(dividend: bigint, divisor: bigint): number {
  return Number((dividend + divisor - 1n) / divisor);
}
