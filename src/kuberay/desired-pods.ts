import { ownField, ownInteger } from "../diagnostics/own-field.ts";
import type { PlainData, PlainObject } from "../diagnostics/plain-data.ts";
import type { KuberayRelease } from "./kuberay-release.ts";
import { readReplicaBounds } from "./replica-bounds.ts";

/**
 * How many pods the operator wants of a worker group: its replicas within the bounds, times its hosts; none while the group
 * or the cluster is suspended. Where autoscaling writes replicas, this is what the manifest alone comes to.
 * Source: GetWorkerGroupDesiredReplicas in ray-operator/controllers/ray/utils/util.go, v1.0.0 to v1.7.0; up to 0.6
 * reconcilePods in raycluster_controller.go, which does not hold the lower bound.
 */
export function desiredPods(
  group: PlainData,
  cluster: PlainObject,
  release: KuberayRelease,
): number {
  if (ownField(cluster, "suspend") === true || ownField(group, "suspend") === true) return 0;
  const { minimum, maximum } = readReplicaBounds(group);
  const least = release.replicasAreOptional ? minimum : 0;
  const replicas = ownInteger(group, "replicas") ?? 0;
  return Math.max(0, Math.min(Math.max(least, replicas), maximum)) * hostsOf(group, release);
}

/** Pods of one replica. Where numOfHosts is no positive number, older releases leave pods alone and newer ones make none. */
export function hostsOf(group: PlainData, release: KuberayRelease): number {
  const hosts = ownInteger(group, "numOfHosts") ?? 1;
  return release.countsHosts ? Math.max(0, hosts) : Math.max(1, hosts);
}
