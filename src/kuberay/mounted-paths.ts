/** Where KubeRay mounts volumes of its own: ray-operator/controllers/ray/common/pod.go, v1.7.0. */
export const mountedByKuberay = Object.freeze({
  /** With auth by Kubernetes' tokens. */
  kubernetesTokens: "/var/run/secrets/ray.io/serviceaccount",
  /** In the head, with the backend rocksdb. */
  gcsStorage: "/data/gcs",
});
