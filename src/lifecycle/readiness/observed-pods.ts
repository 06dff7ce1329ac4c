import type { Plan } from "../../plan/plan.ts";
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

/**
 * All pods that bear the cluster's name, those that are being deleted included, each of them once. The clusters of a RayJob,
 * a RayService or a RayCronJob are called after it; one that a job only selected is not its own.
 */
export function labelledPods(plan: Plan, pods: readonly unknown[]): readonly unknown[] {
  const labelled = pods.filter((pod) =>
    isOwn(plan, textAt(pod, "metadata", "labels", "ray.io/cluster") ?? ""),
  );
  const distinct = new Map<unknown, unknown>();
  for (const pod of labelled) {
    const key = identityOf(pod);
    distinct.set(key, distinct.has(key) ? lessReady(distinct.get(key), pod) : pod);
  }
  return [...distinct.values()];
}

function isOwn({ raycluster, pod_selector }: Plan, cluster: string): boolean {
  const { kind, name } = raycluster;
  if (kind === "RayCluster") return cluster === name;
  return pod_selector === undefined && cluster.startsWith(`${name}-`);
}

/** The uid, else the namespace and the name; a pod without any is like no other. */
function identityOf(pod: unknown): unknown {
  const uid = textAt(pod, "metadata", "uid");
  if (uid !== undefined) return uid;
  const name = textAt(pod, "metadata", "name");
  return name === undefined ? pod : `${textAt(pod, "metadata", "namespace") ?? ""}/${name}`;
}

/** Of two copies, as a list that is read in pages can hold them, the one that promises less; of equal ones the newer. */
function lessReady(left: unknown, right: unknown): unknown {
  const promise = (pod: unknown) =>
    isSet(pod, "metadata", "deletionTimestamp") ? 0 : 1 + Number(isReady(pod));
  const difference = promise(left) - promise(right);
  if (difference !== 0) return difference < 0 ? left : right;
  const [older = "", newer = ""] = [left, right].map((pod) =>
    textAt(pod, "metadata", "resourceVersion"),
  );
  const isNewer = newer.length > older.length || (newer.length === older.length && newer > older);
  return isNewer ? right : left;
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

/** A pod that has failed or ended keeps the conditions that it had. */
function isReady(pod: unknown): boolean {
  if ((textAt(pod, "status", "phase") ?? "Running") !== "Running") return false;
  return listAt(pod, "status", "conditions").some(
    (condition) => textAt(condition, "type") === "Ready" && textAt(condition, "status") === "True",
  );
}
