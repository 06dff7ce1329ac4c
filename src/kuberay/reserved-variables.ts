/**
 * Variables that KubeRay appends behind a user's, or refuses, and the field of a request that does what is meant; empty
 * where there is none. Sources: ray-operator/controllers/ray/common/pod.go and utils/validation.go, v1.7.0.
 */
export const reservedVariables: ReadonlyMap<string, string> = new Map([
  ["FQ_RAY_IP", ""],
  ["RAY_IP", ""],
  ["RAY_CLUSTER_NAME", ""],
  ["RAY_CLUSTER_NAMESPACE", ""],
  ["RAY_CLOUD_INSTANCE_ID", ""],
  ["RAY_NODE_TYPE_NAME", ""],
  ["KUBERAY_GEN_RAY_START_CMD", ""],
  ["KUBERAY_GEN_AUTOSCALER_START_CMD", ""],
  ["RAY_USAGE_STATS_EXTRA_TAGS", ""],
  ["RAY_enable_autoscaler_v2", "autoscaler_config.version"],
  ["RAY_gcs_storage", "gcs_fault_tolerance.backend"],
  ["RAY_gcs_storage_path", "gcs_fault_tolerance.backend"],
  ["RAY_REDIS_ADDRESS", "gcs_fault_tolerance.redis_address"],
  ["REDIS_PASSWORD", "gcs_fault_tolerance.redis_password"],
  ["REDIS_USERNAME", "gcs_fault_tolerance.redis_username"],
]);
