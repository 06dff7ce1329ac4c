import { showText } from "../../diagnostics/show.ts";
import { rayVariable } from "../views/cluster-spec-view.ts";
import { AUTOSCALER_VARIABLE, environmentSaysV2 } from "./autoscaler-version.ts";
import type { Law } from "./law.ts";
import { defineLaw } from "./law.ts";

/**
 * Autoscaler switch
 *
 * The head's environment switches autoscaler v2 on only if autoscaling is on.
 *
 * See ValidateRayClusterSpec in ray-operator/controllers/ray/utils/validation.go, v1.5.0.
 */
export const autoscalerSwitch: Law = defineLaw({
  code: "autoscaler-switch",
  since: "1.5",
  *check({ cluster }) {
    if (cluster === undefined || cluster.autoscales || !environmentSaysV2(cluster)) return;
    const variable = rayVariable(cluster.head, AUTOSCALER_VARIABLE);
    if (variable === undefined) return;
    yield {
      path: variable.path,
      message: `The head's ${AUTOSCALER_VARIABLE} is ${showText(variable.value ?? "")}, but autoscaling is off.`,
      hint: "Remove the variable, or write enableInTreeAutoscaling: true.",
      related: [
        { path: [...cluster.path, "enableInTreeAutoscaling"], message: "autoscaling is off" },
      ],
    };
  },
});
