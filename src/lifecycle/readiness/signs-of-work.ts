import type { ObservedPod } from "./observed-pods.ts";
import { timeText, valueAt } from "./read-unknown.ts";

/** When KubeRay last did something for a RayCluster, as texts that sort; empty where it is not known. */
export interface SignsOfWork {
  /** When the newest of its pods was created. */
  readonly newestPod: string;
  /** When its status was last written. */
  readonly status: string;
}

/** KubeRay neither makes pods for a RayCluster that it refuses nor writes its status. */
export function signsOfWork(raycluster: unknown, pods: readonly ObservedPod[]): SignsOfWork {
  const created = pods.map(({ pod }) => timeText(valueAt(pod, "metadata", "creationTimestamp")));
  return {
    newestPod: created.reduce((newest, time) => (time > newest ? time : newest), ""),
    status: timeText(valueAt(raycluster, "status", "lastUpdateTime")),
  };
}

/**
 * Whether KubeRay has worked since a time. The API gives whole seconds: a pod of the same second counts, since it is made
 * once, and a status of the same second does not, since it is written again as the pods come up.
 */
export function hasWorkedSince({ newestPod, status }: SignsOfWork, time: string): boolean {
  return (newestPod !== "" && newestPod >= time.slice(0, SECONDS_LENGTH)) || status > time;
}

const SECONDS_LENGTH = "2026-01-01T00:00:00".length;
