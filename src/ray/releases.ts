import type { Version } from "../kuberay/version.ts";
import { isAtOrAfter } from "../kuberay/version.ts";

/** The oldest Ray that is compiled for; older ones have no autoscaler for KubeRay. */
export const oldestRayRelease: Version = Object.freeze({ major: 2, minor: 0, patch: 0 });

/** Ray from the first to before the second can fail the probes of some KubeRay releases. Source: KubeRay's upgrade guide. */
const failsProbesSince: Version = Object.freeze({ major: 2, minor: 11, patch: 0 });
export const passesProbesSince: Version = Object.freeze({ major: 2, minor: 38, patch: 0 });

/** The newest minor release before those that can fail the probes. */
export const lastBeforeFailingProbes: Version = Object.freeze({
  ...failsProbesSince,
  minor: failsProbesSince.minor - 1,
});

/** Whether this Ray can fail the probes that some KubeRay releases inject. */
export function canFailProbes(ray: Version): boolean {
  return isAtOrAfter(ray, failsProbesSince) && !isAtOrAfter(ray, passesProbesSince);
}

/** From here on KubeRay or the environment decide which autoscaler runs; before, v2 never starts by itself. */
const choosesAutoscalerSince: Version = Object.freeze({ major: 2, minor: 47, patch: 0 });
/** The first Ray whose default is the v2 autoscaler. Source: ray#54226, ray#54518. */
export const autoscalerV2Since: Version = Object.freeze({ major: 2, minor: 48, patch: 0 });

/**
 * Whether this Ray's autoscaler takes the CPUs of a group from the requests where there is no limit. Source: Ray's
 * python/ray/autoscaler/_private/kuberay/autoscaling_config.py.
 */
export function readsCpuRequests(ray: Version): boolean {
  return isAtOrAfter(ray, cpuRequestsSince);
}

const cpuRequestsSince: Version = Object.freeze({ major: 2, minor: 41, patch: 0 });

/**
 * The autoscaler that a Ray takes by default: `v1-alone` where nothing else can start, so that nothing needs pinning.
 */
export function defaultAutoscaler(ray: Version): "v1-alone" | "v1" | "v2" {
  if (isAtOrAfter(ray, autoscalerV2Since)) return "v2";
  return isAtOrAfter(ray, choosesAutoscalerSince) ? "v1" : "v1-alone";
}
