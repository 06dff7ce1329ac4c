import { ownField } from "../../diagnostics/own-field.ts";
import type { Path } from "../../diagnostics/path.ts";
import type { ClusterSpecView } from "../views/cluster-spec-view.ts";
import { rayVariable } from "../views/cluster-spec-view.ts";

/** Ray's switch between the two versions of its autoscaler, in the head's environment. */
export const AUTOSCALER_VARIABLE = "RAY_enable_autoscaler_v2";

export function versionPath({ path }: ClusterSpecView): Path {
  return [...path, "autoscalerOptions", "version"];
}

/** Whether autoscalerOptions.version says v2. */
export function fieldSaysV2({ autoscalerOptions }: ClusterSpecView): boolean {
  return ownField(autoscalerOptions, "version") === "v2";
}

/** Whether the head's environment switches v2 on, as KubeRay reads it. */
export function environmentSaysV2({ head }: ClusterSpecView): boolean {
  const value = rayVariable(head, AUTOSCALER_VARIABLE)?.value;
  return value === "1" || value === "true";
}
