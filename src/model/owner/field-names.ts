/** A field of a manifest, and the field of the request that it is made of. */
export type FieldName = readonly [manifest: string, request: string];

/** The fields of a RayJob's spec, in the order in which they are printed. */
export const jobFieldNames = Object.freeze([
  ["entrypoint", "entrypoint"],
  ["runtimeEnvYAML", "runtime_env"],
  ["jobId", "job_id"],
  ["metadata", "metadata"],
  ["entrypointNumCpus", "entrypoint_cpus"],
  ["entrypointNumGpus", "entrypoint_gpus"],
  ["entrypointResources", "entrypoint_resources"],
  ["submissionMode", "submission_mode"],
  ["submitterPodTemplate", "submitter"],
  ["submitterConfig", "submitter"],
  ["clusterSelector", "cluster_selector"],
  ["shutdownAfterJobFinishes", "shutdown_after_finish"],
  ["deletionStrategy", "shutdown_after_finish"],
  ["ttlSecondsAfterFinished", "ttl_seconds_after_finished"],
  ["activeDeadlineSeconds", "active_deadline_seconds"],
  ["preRunningDeadlineSeconds", "pre_running_deadline_seconds"],
  ["backoffLimit", "retries"],
  ["suspend", "suspend"],
] as const satisfies readonly FieldName[]);

/** The fields of a RayCronJob's spec. */
export const scheduleFieldNames = Object.freeze([
  ["schedule", "schedule"],
  ["timeZone", "time_zone"],
  ["suspend", "suspend"],
] as const satisfies readonly FieldName[]);

/** The fields of a RayService's spec. */
export const serviceFieldNames = Object.freeze([
  ["serveConfigV2", "serve_config"],
  ["upgradeStrategy", "upgrade"],
  ["rayClusterDeletionDelaySeconds", "deletion_delay_seconds"],
  ["excludeHeadPodFromServeSvc", "exclude_head_from_serving"],
  ["suspend", "suspend"],
] as const satisfies readonly FieldName[]);

/** The fields of clusterUpgradeOptions. */
export const upgradeFieldNames = Object.freeze([
  ["maxSurgePercent", "max_surge_percent"],
  ["stepSizePercent", "step_size_percent"],
  ["intervalSeconds", "interval_seconds"],
  ["gatewayClassName", "gateway_class"],
] as const satisfies readonly FieldName[]);
