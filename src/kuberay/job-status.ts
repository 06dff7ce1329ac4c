import type { Version } from "./version.ts";
import { isAtLeast } from "./version.ts";

/**
 * Whether KubeRay's own word says that a job has ended. Before 1.1 it stays at Running, and Ray's word alone tells:
 * ray-operator/controllers/ray/rayjob_controller.go, v1.0.0 and v1.1.0.
 */
export function saysThatJobsEnded(kuberay: Version): boolean {
  return isAtLeast(kuberay, 1, 1);
}

/** Whether a RayService has conditions, Ready among them: ray-operator/apis/ray/v1/rayservice_types.go, v1.3.0. */
export function hasServiceConditions(kuberay: Version): boolean {
  return isAtLeast(kuberay, 1, 3);
}
