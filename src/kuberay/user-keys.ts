import type { Version } from "./version.ts";
import { formatVersion, isAtOrAfter } from "./version.ts";

/** A label or annotation of a RayCluster that users are meant to set. */
export interface UserKey {
  /** What it does, after "which". */
  readonly effect: string;
  /** The first release that reads it; none where every release does. */
  readonly since?: Version;
  /** The first release that does not read it any more. */
  readonly until?: Version;
}

/** Sources: ray-operator/controllers/ray/utils/constant.go and batchscheduler/ at each tag. */
export const userLabels: ReadonlyMap<string, UserKey> = new Map([
  ["ray.io/scheduler-name", key("chooses the batch scheduler", { until: version(1, 2, 2) })],
  ["ray.io/priority-class-name", key("sets the priority of the pods for batch schedulers")],
  [
    "ray.io/gang-scheduling-enabled",
    key("schedules the pods together", { since: version(1, 2, 2) }),
  ],
]);

/** Likewise. */
export const userAnnotations: ReadonlyMap<string, UserKey> = new Map([
  [
    "ray.io/overwrite-container-cmd",
    key("keeps KubeRay from setting the command of Ray's containers", { since: version(1, 1, 0) }),
  ],
  ["ray.io/enable-serve-service", key("adds a Service for Ray Serve", { since: version(1, 1, 0) })],
  ["ray.io/enableAgentService", key("adds the agent's port", { until: version(1, 1, 0) })],
  [
    "ray.io/disable-provisioned-head-restart",
    key("stops KubeRay from recreating a lost head", { since: version(1, 6, 0) }),
  ],
  [
    "ray.io/gcs-ft-deletion-timeout",
    key("limits how long the Redis clean-up may delay a deletion", {
      since: version(1, 6, 2),
    }),
  ],
]);

/** Annotations that a field of the request stands for. */
export const keysOfFields: ReadonlyMap<string, string> = new Map([
  ["ray.io/ft-enabled", "gcs_fault_tolerance"],
  ["ray.io/external-storage-namespace", "gcs_fault_tolerance.external_storage_namespace"],
]);

/** When KubeRay reads a key that the target does not read, after "which … "; undefined where the target reads it. */
export function whenRead({ since, until }: UserKey, target: Version): string | undefined {
  if (since !== undefined && !isAtOrAfter(target, since)) {
    return `in KubeRay ${formatVersion(since)} and later`;
  }
  if (until !== undefined && isAtOrAfter(target, until)) {
    return `before KubeRay ${formatVersion(until)}`;
  }
  return undefined;
}

function key(effect: string, bounds: Omit<UserKey, "effect"> = {}): UserKey {
  return Object.freeze({ effect, ...bounds });
}

function version(major: number, minor: number, patch: number): Version {
  return Object.freeze({ major, minor, patch });
}
