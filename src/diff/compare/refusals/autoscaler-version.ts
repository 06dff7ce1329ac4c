import { ownField } from "../../../diagnostics/own-field.ts";
import type { ClusterView } from "../cluster-view.ts";
import { rayVariable } from "../cluster-view.ts";
import type { DiffPath } from "../diff-path.ts";

/** Ray's switch between the two versions of its autoscaler, in the head's environment. */
export const AUTOSCALER_VARIABLE = "RAY_enable_autoscaler_v2";

export const VERSION_PATH: DiffPath = ["spec", "autoscalerOptions", "version"];

/** Whether autoscalerOptions.version says v2. */
export function fieldSaysV2({ autoscalerOptions }: ClusterView): boolean {
  return ownField(autoscalerOptions, "version") === "v2";
}

/** Whether the head's environment switches v2 on, as KubeRay reads it. */
export function environmentSaysV2({ head }: ClusterView): boolean {
  const value = rayVariable(head, AUTOSCALER_VARIABLE)?.value;
  return value === "1" || value === "true";
}
