import type { ReadinessReason } from "./readiness-reasons.ts";

/** Whether a cluster may be used. Plain JSON. */
export interface Readiness {
  /** `waiting`: ask again later. The others end the activation: use the cluster, or delete it. */
  readonly state: "waiting" | "ready" | "timed-out" | "failed";
  /**
   * What the counts go by. KubeRay's status alone cannot know everything: it stays as it was after a change that KubeRay
   * refuses, and counts the pods of an earlier cluster of the same name. So a `ready` by `status` may be out of date.
   */
  readonly evidence: "pods" | "status";
  /** Sentences for people, such as `3 of 4 pods ready, waiting for worker-group-1.` and why. */
  readonly message: string;
  /** Ready pods among those that are needed; pods beyond a group's minimum do not count. */
  readonly ready_pods: number;
  /** The head and the minimum of every group. */
  readonly needed_pods: number;
  /** Groups that are short of pods, `head` first; `workers` where only KubeRay's totals were seen. */
  readonly waiting_for: readonly string[];
  /** Why, if that is known; none if the cluster is ready. */
  readonly reason?: ReadinessReason;
}
