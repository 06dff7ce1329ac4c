import type { PlainData } from "../diagnostics/plain-data.ts";
import type { KuberayRelease } from "./kuberay-release.ts";
import { isAtOrAfter, parseVersion } from "./version.ts";

/**
 * Whether a release probes pods by HTTP, at a path that Ray serves from some version on, by the spec's Ray version:
 * initLivenessAndReadinessProbe in common/pod.go, v1.6.0.
 */
export function probesByHttp(
  rayVersion: PlainData | undefined,
  { httpProbesSinceRay: since }: KuberayRelease,
): boolean {
  const version = typeof rayVersion === "string" ? parseVersion(rayVersion) : undefined;
  return version !== undefined && since !== undefined && isAtOrAfter(version, since);
}
