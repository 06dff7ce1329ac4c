import type { ClusterAmounts, Totals } from "../compare/manifest-diff.ts";

/** What two clusters ask for together; null stands for one that is not there. */
export function addTotals(left: Totals | null, right: Totals | null): Totals | null {
  if (left === null || right === null) return left ?? right;
  const [one, other] = [left.maximum, right.maximum];
  return {
    minimum: addAmounts(left.minimum, right.minimum),
    maximum: one === null || other === null ? null : addAmounts(one, other),
  };
}

function addAmounts(left: ClusterAmounts, right: ClusterAmounts): ClusterAmounts {
  return {
    pods: left.pods + right.pods,
    cpu_millis: left.cpu_millis + right.cpu_millis,
    memory_bytes: left.memory_bytes + right.memory_bytes,
    gpus: left.gpus + right.gpus,
    ...addResources(left.resources, right.resources),
  };
}

type Resources = NonNullable<ClusterAmounts["resources"]>;

function addResources(
  left: Resources | undefined,
  right: Resources | undefined,
): Pick<ClusterAmounts, "resources"> {
  if (left === undefined && right === undefined) return {};
  const sums = new Map(Object.entries(left ?? {}));
  for (const [name, number] of Object.entries(right ?? {})) {
    sums.set(name, (sums.get(name) ?? 0) + number);
  }
  return { resources: Object.fromEntries(sums) };
}
