import type { Plan } from "../../plan/plan.ts";
import {
  clusterReasons,
  isThere,
  refusedPodReasons,
  statusReasons,
  untakenReasons,
} from "./cluster-reasons.ts";
import { observedEvents, refusalReasons, warningReasons } from "./event-reasons.ts";
import type { ObservedPod } from "./observed-pods.ts";
import { podReasons } from "./pod-reasons.ts";
import type { ReadinessReason } from "./readiness-reasons.ts";
import { readinessReasons } from "./readiness-reasons.ts";
import { signsOfWork } from "./signs-of-work.ts";
import type { Tally } from "./tally.ts";

/**
 * The most telling reason why a cluster is not ready, or undefined where none is known. Of the pods only those of groups
 * that are short are asked: a worker beyond its group's minimum keeps nobody waiting. Where no group is short, it is the
 * RayCluster itself that is deleted or suspended.
 */
export function explainWaiting(
  plan: Plan,
  raycluster: unknown,
  events: readonly unknown[],
  pods: readonly ObservedPod[] | undefined,
  tally: Tally,
): ReadinessReason | undefined {
  const reasons = [...clusterReasons(plan, raycluster)];
  if (isThere(raycluster) && !tally.isComplete) {
    const regarding = observedEvents(plan, events, raycluster);
    const short = new Set(tally.waitingFor);
    const waiting = pods?.filter(({ group, isReady }) => !isReady && short.has(group)) ?? [];
    reasons.push(
      ...refusalReasons(regarding, signsOfWork(raycluster, pods ?? [])),
      ...waiting.flatMap(podReasons),
    );
    if (pods === undefined || lacksPods(plan, pods)) {
      reasons.push(...refusedPodReasons(raycluster), ...warningReasons(regarding));
    }
    if (pods === undefined || pods.length === 0) reasons.push(...untakenReasons(raycluster));
    if (pods === undefined) reasons.push(...statusReasons(plan, raycluster, tally));
  }
  return mostTelling(reasons);
}

/** Whether some are not even there: only then do failures to create pods still matter. */
function lacksPods(plan: Plan, pods: readonly ObservedPod[]): boolean {
  const there = new Map<string, number>();
  for (const { group } of pods) there.set(group, (there.get(group) ?? 0) + 1);
  return plan.groups.some(({ name, pods: { minimum } }) => (there.get(name) ?? 0) < minimum);
}

/** By the order of the registry; of equal ones the first, since pods are in an order of their own. */
function mostTelling(reasons: readonly ReadinessReason[]): ReadinessReason | undefined {
  const order = Object.keys(readinessReasons);
  let first: ReadinessReason | undefined;
  for (const reason of reasons) {
    if (first === undefined || order.indexOf(reason.code) < order.indexOf(first.code)) {
      first = reason;
    }
  }
  return first;
}
