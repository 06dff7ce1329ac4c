import type { Plan } from "../plan.ts";
import { isSet, listAt, textAt } from "./read-unknown.ts";

/** A pod of the cluster that counts: not one that is being deleted, or that an earlier cluster left. */
export interface ObservedPod {
  readonly name: string;
  /** `head`, or the worker group. */
  readonly group: string;
  readonly isReady: boolean;
  readonly pod: unknown;
}

/**
 * The pods that belong to the cluster and are meant to stay, in an order of their own: by group as in the plan, then by
 * name. KubeRay's labels tell the group: common/pod.go, labelPod, every release. Pods of groups that the plan does not
 * know are left out.
 */
export function observedPods(
  plan: Plan,
  pods: readonly unknown[],
  raycluster: unknown,
): readonly ObservedPod[] {
  const order = new Map(plan.groups.map(({ name }, index) => [name, index]));
  return labelledPods(plan, pods)
    .filter((pod) => !isSet(pod, "metadata", "deletionTimestamp") && !isForeign(pod, raycluster))
    .map((pod) => ({
      name: textAt(pod, "metadata", "name") ?? "without a name",
      group: groupOf(pod),
      isReady: isReady(pod),
      pod,
    }))
    .filter(({ group }) => order.has(group))
    .sort(
      (left, right) =>
        (order.get(left.group) ?? 0) - (order.get(right.group) ?? 0) ||
        (left.name < right.name ? -1 : Number(left.name > right.name)),
    );
}

/** All pods that bear the cluster's name, those that are being deleted included. */
export function labelledPods(plan: Plan, pods: readonly unknown[]): readonly unknown[] {
  return pods.filter(
    (pod) => textAt(pod, "metadata", "labels", "ray.io/cluster") === plan.raycluster.name,
  );
}

/** A cluster that was deleted and made again under its name has another uid. */
function isForeign(pod: unknown, raycluster: unknown): boolean {
  const uid = textAt(raycluster, "metadata", "uid");
  return listAt(pod, "metadata", "ownerReferences").some(
    (owner) =>
      uid !== undefined &&
      textAt(owner, "kind") === "RayCluster" &&
      textAt(owner, "uid") !== undefined &&
      textAt(owner, "uid") !== uid,
  );
}

function groupOf(pod: unknown): string {
  const isHead = textAt(pod, "metadata", "labels", "ray.io/node-type") === "head";
  return isHead ? "head" : (textAt(pod, "metadata", "labels", "ray.io/group") ?? "");
}

function isReady(pod: unknown): boolean {
  return listAt(pod, "status", "conditions").some(
    (condition) => textAt(condition, "type") === "Ready" && textAt(condition, "status") === "True",
  );
}
