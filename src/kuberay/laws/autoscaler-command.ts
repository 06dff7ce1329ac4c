import { findVariable } from "../views/container-view.ts";
import type { Law } from "./law.ts";
import { defineLaw } from "./law.ts";

const VARIABLE = "KUBERAY_GEN_AUTOSCALER_START_CMD";

/**
 * Autoscaler command
 *
 * autoscalerOptions.env does not set KubeRay's own variable.
 *
 * See ValidateRayClusterSpec in ray-operator/controllers/ray/utils/validation.go, v1.7.0.
 */
export const autoscalerCommand: Law = defineLaw({
  code: "autoscaler-command",
  since: "1.7",
  *check({ cluster }) {
    if (cluster === undefined) return;
    const options = {
      path: [...cluster.path, "autoscalerOptions"],
      data: cluster.autoscalerOptions,
    };
    const variable = findVariable(options, VARIABLE);
    if (variable === undefined) return;
    yield {
      path: variable.path,
      message: `Only KubeRay may set the autoscaler's ${VARIABLE}.`,
      hint: "Remove the variable.",
    };
  },
});
