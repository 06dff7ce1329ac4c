import { ownField } from "../../../diagnostics/own-field.ts";
import { showText } from "../../../diagnostics/show.ts";
import { rayVariable } from "../cluster-view.ts";
import { AUTOSCALER_VARIABLE, VERSION_PATH } from "./autoscaler-version.ts";
import { refusalRule } from "./refusal-rule.ts";

/**
 * Autoscaler pin
 *
 * The autoscaler's version is pinned by the field or by the head's environment, not by both.
 *
 * See ValidateRayClusterSpec in ray-operator/controllers/ray/utils/validation.go, v1.4.0.
 */
export const autoscalerPin = refusalRule("autoscaler-pin", [1, 4], function* (cluster) {
  if (!cluster.autoscales) return;
  const version = ownField(cluster.autoscalerOptions, "version");
  const variable = rayVariable(cluster.head, AUTOSCALER_VARIABLE);
  if (version === undefined || variable === undefined) return;
  yield {
    paths: [VERSION_PATH, variable.path],
    message: `autoscalerOptions.version (${showText(String(version))}) and the head's ${AUTOSCALER_VARIABLE} are both set.`,
  };
});
