import { showText } from "../../diagnostics/show.ts";
import type { KuberayRelease } from "../../kuberay/kuberay-release.ts";
import { firstReleaseThat, kuberayRelease } from "../../kuberay/releases.ts";
import { parseVersion } from "../../kuberay/version.ts";
import type { Plan } from "../../plan/plan.ts";
import { waitingCode } from "./container-reasons.ts";
import { quoteForeign } from "./quote-foreign.ts";
import { countAt, isSet, listAt, textAt, valueAt } from "./read-unknown.ts";
import type { ReadinessReason } from "./readiness-reasons.ts";
import type { Tally } from "./tally.ts";

/** Whether an observed RayCluster is one at all. */
export function isThere(raycluster: unknown): boolean {
  return typeof raycluster === "object" && raycluster !== null;
}

/** Whether it is not meant to have pods: those that are still there go. */
export function isToBeSuspended(raycluster: unknown): boolean {
  return valueAt(raycluster, "spec", "suspend") === true;
}

/** What the RayCluster's being says of it, whatever its pods do. */
export function clusterReasons(plan: Plan, raycluster: unknown): readonly ReadinessReason[] {
  const named = `The RayCluster ${showText(plan.raycluster.name)}`;
  if (!isThere(raycluster))
    return [{ code: "cluster-absent", message: `${named} does not exist.` }];
  if (isSet(raycluster, "metadata", "deletionTimestamp")) {
    return [{ code: "cluster-deleted", message: `${named} is being deleted.` }];
  }
  const status = valueAt(raycluster, "status");
  const isSuspended =
    isToBeSuspended(raycluster) ||
    textAt(status, "state") === "suspended" ||
    condition(status, "RayClusterSuspending", "True") !== undefined ||
    condition(status, "RayClusterSuspended", "True") !== undefined;
  return isSuspended ? [{ code: "cluster-suspended", message: `${named} is suspended.` }] : [];
}

/**
 * What KubeRay could not do, by its status. The state `failed`, up to 1.1, is not final: KubeRay sets it when any
 * step of a reconcile fails, such as a pod beyond a quota, and tries again two seconds later. `unhealthy` means nothing:
 * some releases before 1.2 say it while pods start.
 */
export function refusedPodReasons(raycluster: unknown): readonly ReadinessReason[] {
  const status = valueAt(raycluster, "status");
  const failure = condition(status, "ReplicaFailure", "True");
  if (failure !== undefined) {
    return [{ code: "pod-refused", message: `KubeRay reports ${quoteForeign(told(failure))}` }];
  }
  if (textAt(status, "state") !== "failed") return [];
  const reason = textAt(status, "reason");
  const message = reason === undefined ? "failed" : `failed: ${reason}`;
  return [{ code: "pod-refused", message: `KubeRay reports the state ${quoteForeign(message)}` }];
}

/** What one release or another writes first. */
const WRITTEN: readonly string[] = Object.freeze([
  "state",
  "conditions",
  "desiredWorkerReplicas",
  "availableWorkerReplicas",
  "head",
  "lastUpdateTime",
]);

/** An operator that runs elsewhere, or not at all, writes no status. */
export function untakenReasons(raycluster: unknown): readonly ReadinessReason[] {
  if (WRITTEN.some((key) => isSet(raycluster, "status", key))) return [];
  const message = "KubeRay has not started to process the RayCluster.";
  return [{ code: "not-taken-up", message }];
}

/** What the status says of pods that were not read themselves. */
export function statusReasons(
  plan: Plan,
  raycluster: unknown,
  tally: Tally,
): readonly ReadinessReason[] {
  const status = valueAt(raycluster, "status");
  const head = condition(status, "HeadPodReady", "False");
  if (head !== undefined) return [headReason(head)];
  const release = releaseOf(plan);
  if (release?.followsPods === false) {
    const message = `KubeRay ${plan.kuberay_version} does not report when pods become ready, so readiness also needs the pods.`;
    return [{ code: "pods-unread", message }];
  }
  const message =
    olderCounters(plan, status) ??
    (tally.waitingFor.length === 0
      ? "KubeRay has not reported the RayCluster as ready."
      : undefined);
  return message === undefined ? [] : [{ code: "not-reported", message }];
}

/** HeadPodReady is False with the reason of the pod's own condition, or for want of a pod: utils/util.go, 1.2 and later. */
function headReason(head: unknown): ReadinessReason {
  if (textAt(head, "reason") === "HeadPodNotFound") {
    const message = `The head pod does not exist: ${quoteForeign(told(head))}`;
    return { code: "pod-absent", message, group: "head" };
  }
  const code = waitingCode(textAt(head, "reason")) ?? "pod-not-ready";
  const message = `The head pod is not ready: ${quoteForeign(told(head))}`;
  return { code, message, group: "head" };
}

function releaseOf(plan: Plan): KuberayRelease | undefined {
  const version = parseVersion(plan.kuberay_version);
  return version === undefined ? undefined : kuberayRelease(version);
}

/** Where the operator is older than the plan says, the counter that counts is never written. */
function olderCounters(plan: Plan, status: unknown): string | undefined {
  const countsReady = releaseOf(plan)?.countsReadyWorkers === true;
  const available = countAt(status, "availableWorkerReplicas") ?? 0;
  const isOlder = countAt(status, "readyWorkerReplicas") === undefined && available > 0;
  if (!countsReady || !isOlder) return undefined;
  const since = firstReleaseThat((release) => release.countsReadyWorkers);
  return `KubeRay counts running workers (${available}) but no ready ones, as releases before ${since} do; the manifest was compiled for ${plan.kuberay_version}.`;
}

function condition(status: unknown, type: string, value: string): unknown {
  return listAt(status, "conditions").find(
    (candidate) => textAt(candidate, "type") === type && textAt(candidate, "status") === value,
  );
}

function told(from: unknown): string {
  const texts = [textAt(from, "reason"), textAt(from, "message")];
  return texts.filter((text) => text !== undefined).join(": ");
}
