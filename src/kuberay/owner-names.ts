import { gateState, noFeatureGates } from "./feature-gates.ts";
import type { KuberayRelease } from "./kuberay-release.ts";
import { checkName, headServiceName } from "./service-name.ts";
import type { Version } from "./version.ts";
import { isAtLeast } from "./version.ts";

/** The objects that KubeRay makes for one that makes clusters, as far as their names are known beforehand. */
export interface OwnerNames {
  readonly headService?: string;
  readonly serveService?: string;
  readonly gateway?: string;
}

/**
 * A RayJob has a head Service of its own name since 1.5, which follows its clusters: BuildHeadServiceForRayJob in
 * ray-operator/controllers/ray/common/job.go, v1.5.0. Before, the cluster's name ends by chance, and the Service's with it.
 */
export function jobNames(name: string, kuberay: Version): OwnerNames {
  return isAtLeast(kuberay, 1, 5) ? { headService: `${name}-head-svc` } : {};
}

/**
 * A RayService has a head Service and one for requests, both of its own name; up to 1.3 the last 50 characters of that. An
 * incremental upgrade, where its feature gate is on by default, puts a Gateway in the place of the second one:
 * ray-operator/controllers/ray/common/service.go, v1.7.0.
 */
export function serviceNames(
  name: string,
  release: KuberayRelease,
  kuberay: Version,
  isIncremental: boolean,
): OwnerNames {
  const headService = headServiceName(name, release);
  if (isIncremental && gateState("RayServiceIncrementalUpgrade", kuberay, noFeatureGates).isOn) {
    return { headService, gateway: `${name}-gateway` };
  }
  const serveService = `${name}-serve-svc`;
  return {
    headService,
    serveService: release.cutsHeadServiceName ? checkName(serveService) : serveService,
  };
}
