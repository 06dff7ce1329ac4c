import type { KuberayRelease } from "../kuberay/kuberay-release.ts";
import type { Version } from "../kuberay/version.ts";
import { isAtOrAfter } from "../kuberay/version.ts";
import { autoscalerV2Since } from "./releases.ts";

/**
 * Whether the second version of the autoscaler runs for certain: where it is asked for, or where Ray takes it by itself and
 * KubeRay can run it. Of an unknown Ray nothing is certain.
 */
export function takesAutoscalerV2(
  wanted: "v1" | "v2" | null | undefined,
  rayVersion: Version | undefined,
  release: KuberayRelease | undefined,
): boolean {
  if (wanted != null) return wanted === "v2";
  if (rayVersion === undefined || release?.autoscalerV2 === "none") return false;
  return isAtOrAfter(rayVersion, autoscalerV2Since);
}
