import { kuberayRelease } from "../../kuberay/releases.ts";
import { parseVersion } from "../../kuberay/version.ts";
import type { Plan } from "../../plan/plan.ts";
import { countAt, isSet, listAt, textAt, valueAt } from "./read-unknown.ts";
import type { Tally } from "./tally.ts";

/**
 * Counts by what KubeRay says. `status.state` alone is not enough: it stays `ready` when pods are lost, and up to 1.0 it
 * speaks only of the pods that exist. So enough workers must be there as well, and the head where there are conditions.
 * Conditions go by what is observed, not by the release: a feature gate switches them.
 * Sources: calculateStatus in raycluster_controller.go and CalculateAvailableReplicas in utils/util.go, at each tag.
 */
export function tallyStatus(plan: Plan, raycluster: unknown): Tally {
  const status = valueAt(raycluster, "status");
  const isReported = textAt(status, "state") === "ready";
  const neededPods = plan.pods.minimum;
  const neededWorkers = neededPods - 1;
  const counted = countWorkers(plan, status, isReported) - countElsewhere(plan, status);
  const workers = Math.max(0, Math.min(counted, neededWorkers));
  const hasHead = isHeadReady(status, isReported);
  const waitingFor = [
    ...(hasHead ? [] : ["head"]),
    ...(workers < neededWorkers ? [workersName(plan)] : []),
  ];
  return {
    readyPods: workers + Number(hasHead),
    neededPods,
    waitingFor,
    isComplete: isReported && waitingFor.length === 0,
  };
}

/** KubeRay leaves a counter of 0 out. */
function countWorkers(plan: Plan, status: unknown, isReported: boolean): number {
  const ready = countAt(status, "readyWorkerReplicas");
  if (ready !== undefined) return ready;
  const version = parseVersion(plan.kuberay_version);
  const release = version === undefined ? undefined : kuberayRelease(version);
  if (release?.countsReadyWorkers !== false) return 0;
  const available = countAt(status, "availableWorkerReplicas") ?? 0;
  if (release.countsRunningWorkers) return available;
  // The head and pods that are pending count as well; the state says whether those that exist run.
  return isReported ? Math.max(0, available - 1) : 0;
}

/**
 * The workers that another group's minimum cannot count on: of several groups one of which scales, those that KubeRay
 * wants beyond the minimums may all be there while one group is short. So none is short for certain where there are as
 * many workers as KubeRay wants.
 */
function countElsewhere(plan: Plan, status: unknown): number {
  const groups = plan.groups.filter(({ role, pods }) => role === "worker" && pods.maximum > 0);
  const scales = groups.some(({ pods }) => pods.minimum < pods.maximum);
  if (groups.length < 2 || !scales) return 0;
  const desired = countAt(status, "desiredWorkerReplicas") ?? 0;
  return Math.max(0, desired - (plan.pods.minimum - 1));
}

/**
 * Conditions are there by default since 1.3. Without them the state has to do. It speaks only of the pods that exist and
 * stays `ready` when the head is lost, but the address of the head goes with it, and every release writes that one.
 */
function isHeadReady(status: unknown, isReported: boolean): boolean {
  const conditions = listAt(status, "conditions");
  if (conditions.length === 0) {
    return isReported && isSet(status, "head", "podIP");
  }
  return conditions.some(
    (condition) =>
      textAt(condition, "type") === "HeadPodReady" && textAt(condition, "status") === "True",
  );
}

function workersName(plan: Plan): string {
  const [group, ...others] = plan.groups.filter(
    ({ role, pods }) => role === "worker" && pods.minimum > 0,
  );
  return group === undefined || others.length > 0 ? "workers" : group.name;
}
