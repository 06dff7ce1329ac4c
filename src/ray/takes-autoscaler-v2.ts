import type { KuberayRelease } from "../kuberay/releases.ts";
import type { Version } from "../kuberay/version.ts";
import { isAtLeast } from "../kuberay/version.ts";

/**
 * Whether the second version of the autoscaler runs: the one that is asked for, else the one that Ray takes by itself,
 * which is v2 from 2.48 on (ray#54226, ray#54518) where KubeRay can run it. An unknown Ray counts as a new one.
 */
export function takesAutoscalerV2(
  wanted: "v1" | "v2" | null | undefined,
  rayVersion: Version | undefined,
  release: KuberayRelease | undefined,
): boolean {
  if (wanted != null) return wanted === "v2";
  if (release?.autoscalerV2 === "none") return false;
  return rayVersion === undefined || isAtLeast(rayVersion, 2, 48);
}
