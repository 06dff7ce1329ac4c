import { ownList } from "../../../diagnostics/own-field.ts";
import { nameItems } from "../name-items.ts";
import { environment } from "../shapes/container-shape.ts";
import { refusalRule } from "./refusal-rule.ts";

const VARIABLE = "KUBERAY_GEN_AUTOSCALER_START_CMD";

/**
 * Autoscaler command
 *
 * autoscalerOptions.env leaves KubeRay's own variable alone.
 *
 * See ray-operator/controllers/ray/utils/validation.go, v1.7.0.
 */
export const autoscalerCommand = refusalRule("autoscaler-command", [1, 7], function* (cluster) {
  const variables = nameItems(ownList(cluster.autoscalerOptions, "env"), environment);
  if (!variables.has(VARIABLE)) return;
  yield {
    paths: [["spec", "autoscalerOptions", "env", { item: VARIABLE }]],
    message: `The autoscaler's ${VARIABLE} is set by KubeRay alone.`,
  };
});
