import type { Plan } from "../../plan/plan.ts";
import type { ObservedPod } from "./observed-pods.ts";
import type { Tally } from "./tally.ts";

/** Counts the pods themselves: complete where every group has its minimum ready, whatever KubeRay's status says. */
export function tallyPods(plan: Plan, pods: readonly ObservedPod[]): Tally {
  const ready = new Map<string, number>();
  for (const { group, isReady } of pods) {
    if (isReady) ready.set(group, (ready.get(group) ?? 0) + 1);
  }
  let [readyPods, neededPods] = [0, 0];
  const waitingFor: string[] = [];
  for (const group of plan.groups) {
    const needed = group.pods.minimum;
    const counted = Math.min(ready.get(group.name) ?? 0, needed);
    readyPods += counted;
    neededPods += needed;
    if (counted < needed) waitingFor.push(group.name);
  }
  return { readyPods, neededPods, waitingFor, isComplete: waitingFor.length === 0 };
}
