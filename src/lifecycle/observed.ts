import type { Readiness } from "./readiness/readiness-answer.ts";

/**
 * What a server sees of a cluster: objects as the Kubernetes API gives them, or as a client makes them of that. They come
 * from outside, so they may be anything: a field that is missing or of the wrong type is ignored, and nothing throws.
 */
export interface Observed {
  /**
   * The object of the plan, whatever its kind; null or left out where it is not there. Of a RayCluster are read `metadata` (`uid`, `deletionTimestamp`,
   * `finalizers`), `spec.suspend` and `status` (`state`, `reason`, the worker counters, `head.podIP`, `conditions`).
   */
  readonly raycluster?: unknown;
  /**
   * All pods that the plan's `pod_selector` finds; null or left out where they were not read. They are better evidence than the
   * RayCluster's status. A pod that is listed twice counts once. Read are `metadata` (`uid`, `name`, `namespace`,
   * `resourceVersion`, `labels`, `deletionTimestamp`, `ownerReferences`), and of `status` the phase, the conditions and
   * the states of the containers.
   */
  readonly pods?: readonly unknown[] | null | undefined;
  /**
   * Events of the namespace, from core/v1 or events.k8s.io/v1; those that do not regard the RayCluster are ignored.
   * Without them a manifest that KubeRay 1.3 or later refuses looks like one that it has not taken up.
   */
  readonly events?: readonly unknown[] | null | undefined;
  /** Seconds since the RayCluster was created. What is no finite number, or less than 0, counts as 0. */
  readonly secondsSinceCreation: number;
  /** The last answer about this cluster, if there is one: what has failed or timed out stays so. */
  readonly previous?: Readiness | undefined;
}
