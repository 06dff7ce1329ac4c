/** Where KubeRay mounts volumes of its own: ray-operator/controllers/ray/common/pod.go, v1.7.0. */
export const mountedByKuberay = Object.freeze({
  /** With auth by Kubernetes' tokens. */
  kubernetesTokens: "/var/run/secrets/ray.io/serviceaccount",
  /** In the head, with the backend rocksdb. */
  gcsStorage: "/data/gcs",
});

/**
 * Volumes that come by themselves, by name, and where nothing else may be mounted for them to come:
 * ray-operator/controllers/ray/common/pod.go, v1.7.0.
 */
export const addedVolumePaths: ReadonlyMap<string, string> = new Map([
  ["ray-logs", "/tmp/ray"],
  ["shared-mem", "/dev/shm"],
  ["ray-token", mountedByKuberay.kubernetesTokens],
  ["gcs-storage", mountedByKuberay.gcsStorage],
]);
