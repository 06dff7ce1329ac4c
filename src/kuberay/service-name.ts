import type { KuberayRelease } from "./releases.ts";

/** What KubeRay leaves of a name that it cuts: CheckName and PodName in ray-operator/controllers/ray/utils/util.go. */
export const KEPT_CHARACTERS = 50;

const SUFFIX = "-head-svc";

/**
 * The name of the head Service exactly as the target KubeRay makes it: `<cluster>-head-svc`, and up to 1.3 cut to its
 * last 50 characters, with a leading digit or punctuation mark replaced by `r`.
 */
export function headServiceName(clusterName: string, release: KuberayRelease): string {
  const name = `${clusterName}${SUFFIX}`;
  return cutsHeadService(clusterName, release) ? checkName(name) : name;
}

/** Whether that name is not the whole of it. */
export function cutsHeadService(clusterName: string, release: KuberayRelease): boolean {
  if (!release.cutsHeadServiceName) return false;
  return clusterName.length + SUFFIX.length > KEPT_CHARACTERS || !/^[A-Za-z]/.test(clusterName);
}

/** KubeRay's own shortening, which still applies to service accounts and roles in every release. */
export function checkName(name: string): string {
  return name.slice(-KEPT_CHARACTERS).replace(/^[^A-Za-z]/, "r");
}
