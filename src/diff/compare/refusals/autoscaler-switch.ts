import { showText } from "../../../diagnostics/show.ts";
import { rayVariable } from "../cluster-view.ts";
import { AUTOSCALER_VARIABLE, environmentSaysV2 } from "./autoscaler-version.ts";
import { refusalRule } from "./refusal-rule.ts";

/**
 * Autoscaler switch
 *
 * The head's environment switches autoscaler v2 on only where autoscaling is on.
 *
 * See ValidateRayClusterSpec in ray-operator/controllers/ray/utils/validation.go, v1.5.0.
 */
export const autoscalerSwitch = refusalRule("autoscaler-switch", [1, 5], function* (cluster) {
  const variable = rayVariable(cluster.head, AUTOSCALER_VARIABLE);
  if (variable === undefined || cluster.autoscales || !environmentSaysV2(cluster)) return;
  yield {
    paths: [variable.path, ["spec", "enableInTreeAutoscaling"]],
    message: `The head's ${AUTOSCALER_VARIABLE} is ${showText(variable.value ?? "")}, but autoscaling is off.`,
  };
});
