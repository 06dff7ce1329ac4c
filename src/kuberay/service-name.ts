import type { KuberayRelease } from "./kuberay-release.ts";

/** What KubeRay leaves of a name that it cuts: CheckName and PodName in ray-operator/controllers/ray/utils/util.go. */
export const KEPT_CHARACTERS = 50;

/** What KubeRay adds to the name of a cluster for its head Service: ray-operator/controllers/ray/utils/util.go. */
export const HEAD_SERVICE_SUFFIX = "-head-svc";

/**
 * The name of the head Service exactly as the target KubeRay makes it: the one of headService, or `<cluster>-head-svc`, and
 * up to 1.3 cut to its last 50 characters, with a leading digit or punctuation mark replaced by `r`.
 */
export function headServiceName(
  clusterName: string,
  release: KuberayRelease,
  given?: string | null,
): string {
  const name = given ?? `${clusterName}${HEAD_SERVICE_SUFFIX}`;
  return cutsHeadService(clusterName, release, given) ? checkName(name) : name;
}

/** Whether KubeRay makes another name of that of the head Service. */
export function cutsHeadService(
  clusterName: string,
  release: KuberayRelease,
  given?: string | null,
): boolean {
  if (!release.cutsHeadServiceName) return false;
  const length = given == null ? clusterName.length + HEAD_SERVICE_SUFFIX.length : given.length;
  return length > KEPT_CHARACTERS || !/^[A-Za-z]/.test(given ?? clusterName);
}

/** KubeRay's own shortening, which still applies to service accounts and roles in every release. */
export function checkName(name: string): string {
  return name.slice(-KEPT_CHARACTERS).replace(/^[^A-Za-z]/, "r");
}
