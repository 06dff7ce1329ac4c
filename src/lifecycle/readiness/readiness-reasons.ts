/** What is known of a reason without a cluster at hand. */
export interface ReadinessReasonEntry {
  /** Whether the cluster has failed. Other reasons explain the waiting, and a timeout. */
  readonly is_final: boolean;
  /** What it stands for, as a sentence. */
  readonly summary: string;
}

/**
 * Every reason why a cluster is not ready, the most telling one first: of several, the first is given. A suspended cluster
 * loses its pods whatever they were waiting for, so that comes before all that pods and events say.
 * A reason is final if waiting does not help: somebody has to change the manifest, the image or its pull secret. All else can pass
 * without anybody's doing, or with an administrator's, while the pods stay: a node pool grows, a quota is freed, a Secret
 * is created, a head that was slow answers its workers. That holds until the activation timeout.
 */
export const readinessReasons = Object.freeze({
  "cluster-deleted": final("The RayCluster is being deleted."),
  "cluster-suspended": passing("The RayCluster is suspended, for example by a queue."),
  "spec-refused": final(
    "KubeRay refuses the RayCluster: it creates nothing and says so in an event.",
  ),
  "image-name-invalid": final("A container runtime does not accept the image's name."),
  "image-unavailable": final(
    "The image could not be pulled, and the kubelet waits before it tries again.",
  ),
  "image-pull-failed": passing("An attempt to pull the image has failed; another one follows."),
  "pod-failed": passing(
    "A pod has failed, for example through eviction; KubeRay creates a new one.",
  ),
  "out-of-memory": passing("A container was killed for using more memory than its limit."),
  "container-crashes": passing("A container or an init container exits with an error."),
  "container-not-started": passing(
    "A container cannot be started, for example because a Secret is missing.",
  ),
  "pod-unschedulable": passing("The pod fits on no node; a suitable node may still join."),
  "pod-gated": passing("A scheduling gate, for example from a queue, holds the pod back."),
  "pod-refused": passing("KubeRay could not create pods or something that they need."),
  "pod-not-ready": passing(
    "A pod exists but is not ready yet, for example because its probes fail.",
  ),
  "pod-absent": passing("KubeRay reports that the head pod does not exist: not yet, or no longer."),
  "cluster-absent": passing("The RayCluster does not exist: not yet, or no longer."),
  "not-taken-up": passing(
    "KubeRay has written no status: it may not be running, or may watch other namespaces.",
  ),
  "pods-unread": passing(
    "This KubeRay release does not notice when pods become ready: only the pods show it.",
  ),
  "not-reported": passing(
    "Enough pods are ready, but KubeRay has not reported the cluster as ready.",
  ),
});

/** The closed set of reasons: the field to branch on. */
export type ReadinessReasonCode = keyof typeof readinessReasons;

/** Why a cluster is not ready. */
export interface ReadinessReason {
  readonly code: ReadinessReasonCode;
  /** Full sentences, with what Kubernetes says. */
  readonly message: string;
  /** `head`, or the worker group. */
  readonly group?: string;
  readonly pod?: string;
  readonly container?: string;
  readonly image?: string;
}

function final(summary: string): ReadinessReasonEntry {
  return Object.freeze({ is_final: true, summary });
}

function passing(summary: string): ReadinessReasonEntry {
  return Object.freeze({ is_final: false, summary });
}
