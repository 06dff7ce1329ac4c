import type { KuberayRelease } from "./kuberay-release.ts";

/** What KubeRay leaves of a name that it cuts: CheckName and PodName in ray-operator/controllers/ray/utils/util.go. */
export const KEPT_CHARACTERS = 50;

/**
 * The name of the head Service exactly as the target KubeRay makes it: the one of headService, or `<cluster>-head-svc`, and
 * up to 1.3 cut to its last 50 characters, with a leading digit or punctuation mark replaced by `r`.
 */
export function headServiceName(
  clusterName: string,
  release: KuberayRelease,
  given?: string | null,
): string {
  const name = given ?? `${clusterName}-head-svc`;
  return release.cutsHeadServiceName ? checkName(name) : name;
}

/** KubeRay's own shortening, which still applies to service accounts and roles in every release. */
export function checkName(name: string): string {
  return name.slice(-KEPT_CHARACTERS).replace(/^[^A-Za-z]/, "r");
}
