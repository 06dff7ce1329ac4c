import { requestFields } from "./request-fields.ts";
import type { Version } from "./version.ts";
import { isAtOrAfter } from "./version.ts";

/** Whether jobs are submitted by a pod, and its template is a field: ray-operator/controllers/ray/rayjob_controller.go, v0.6.0. */
export function keepsSubmitterPods(kuberay: Version): boolean {
  return isAtOrAfter(kuberay, requestFields.submitter.since);
}

/** Whether a job can have a deadline: activeDeadlineSeconds in ray-operator/apis/ray/v1/rayjob_types.go, v1.1.0. */
export function takesDeadlines(kuberay: Version): boolean {
  return isAtOrAfter(kuberay, requestFields.activeDeadline.since);
}
