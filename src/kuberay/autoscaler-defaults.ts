import type { PlainObject } from "../diagnostics/plain-data.ts";
import type { Version } from "./version.ts";
import { isAtLeast } from "./version.ts";

// The autoscaler's container where autoscalerOptions leave it open: ray-operator/controllers/ray/common/pod.go, v0.4.0 to v1.7.0.

const AMOUNTS: PlainObject = Object.freeze({ cpu: "500m", memory: "512Mi" });

/** What it may use and what is set aside for it. */
export const autoscalerResources: PlainObject = Object.freeze({
  limits: AMOUNTS,
  requests: AMOUNTS,
});

/** When its image is pulled. */
export function autoscalerPullPolicy(kuberay: Version): string {
  return isAtLeast(kuberay, 0, 5) ? "IfNotPresent" : "Always";
}
