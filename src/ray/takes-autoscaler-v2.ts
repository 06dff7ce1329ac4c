import type { KuberayRelease } from "../kuberay/releases.ts";
import type { Version } from "../kuberay/version.ts";
import { isAtLeast } from "../kuberay/version.ts";

/**
 * Whether the second version of the autoscaler runs for certain: where it is asked for, or where Ray takes it by itself,
 * which is from 2.48 on (ray#54226, ray#54518) where KubeRay can run it. Of an unknown Ray nothing is certain.
 */
export function takesAutoscalerV2(
  wanted: "v1" | "v2" | null | undefined,
  rayVersion: Version | undefined,
  release: KuberayRelease | undefined,
): boolean {
  if (wanted != null) return wanted === "v2";
  if (rayVersion === undefined || release?.autoscalerV2 === "none") return false;
  return isAtLeast(rayVersion, 2, 48);
}
