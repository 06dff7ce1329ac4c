import type { FieldName } from "./field-names.ts";
import { jobFieldNames, serviceFieldNames } from "./field-names.ts";

/** What fields of the request do not say in full, so that a job template may add to it. */
const OPEN: readonly string[] = Object.freeze(["submitterPodTemplate", "deletionStrategy"]);

/** Fields of a RayJobSpec that a job template does not have, each with what says it instead. */
export const saidOfJobs: readonly FieldName[] = Object.freeze([
  ...said(jobFieldNames, "job"),
  ["runtimeEnv", "job.runtime_env"],
  ["managedBy", "managed_by"],
  ["rayClusterSpec", "config"],
]);

/** Fields of a RayServiceSpec that a service template does not have, likewise. */
export const saidOfServices: readonly FieldName[] = Object.freeze([
  ...said(serviceFieldNames, "service"),
  ["serveConfig", "service.serve_config"],
  ["managedBy", "managed_by"],
  ["rayClusterConfig", "config"],
]);

function said(names: readonly FieldName[], section: string): readonly FieldName[] {
  return names
    .filter(([manifest]) => !OPEN.includes(manifest))
    .map(([manifest, request]): FieldName => [manifest, `${section}.${request}`]);
}
