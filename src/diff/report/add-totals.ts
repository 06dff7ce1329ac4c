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
    resources: addResources(left.resources, right.resources),
  };
}

function addResources(
  left: ClusterAmounts["resources"],
  right: ClusterAmounts["resources"],
): ClusterAmounts["resources"] {
  const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])].sort();
  return Object.fromEntries(
    keys.map((key) => [key, (ownAmount(left, key) ?? 0) + (ownAmount(right, key) ?? 0)]),
  );
}

/** Keys are a manifest's own. */
function ownAmount(resources: ClusterAmounts["resources"], key: string): number | undefined {
  return Object.hasOwn(resources, key) ? resources[key] : undefined;
}
