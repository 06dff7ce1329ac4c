/**
 * Containers that KubeRay puts beside Ray's, by whose pod it is, with the one that waits for the head on the oldest
 * release: ray-operator/controllers/ray/common/pod.go, v0.4.0 to v1.7.0.
 */
export const addedContainerNames: Readonly<Record<"head" | "worker", readonly string[]>> =
  Object.freeze({
    head: Object.freeze(["autoscaler", "wait-for-tls-ip-san", "ray-history-collector"]),
    worker: Object.freeze([
      "wait-gcs-ready",
      "wait-for-head",
      "wait-for-tls-ip-san",
      "ray-history-collector",
    ]),
  });
