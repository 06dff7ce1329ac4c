import type { Version } from "./version.ts";
import { isAtLeast } from "./version.ts";

/** Names by which KubeRay looks for ports of the head Service, for RayJobs and RayServices: utils/util.go, v1.7.0. */
const soughtPortNames = Object.freeze(["dashboard", "dashboard-agent", "serve"]);

/** Whether KubeRay looks for a port of the head Service by this name. */
export function isSoughtPortName(name: string): boolean {
  return soughtPortNames.includes(name);
}

/** The port that KubeRay adds to Ray's container where it is missing, in every release. */
export const metricsPort = Object.freeze({ name: "metrics", containerPort: 8080 });

/** Whether KubeRay adds the port for metrics to a head Service whose ports the container names: since v0.5.0. */
export function servesMetrics(kuberay: Version): boolean {
  return isAtLeast(kuberay, 0, 5);
}

/** Whether a port without a name gets one of its own in the head Service: since v0.5.0. */
export function namesUnnamedPorts(kuberay: Version): boolean {
  return isAtLeast(kuberay, 0, 5);
}
