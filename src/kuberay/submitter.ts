import type { Version } from "./version.ts";
import { isAtLeast } from "./version.ts";

/** Whether jobs are submitted by a pod, and its template is a field: ray-operator/controllers/ray/rayjob_controller.go, v0.6.0. */
export function keepsSubmitterPods(kuberay: Version): boolean {
  return isAtLeast(kuberay, 0, 6);
}
