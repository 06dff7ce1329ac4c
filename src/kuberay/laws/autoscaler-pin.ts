import { ownField } from "../../diagnostics/own-field.ts";
import { showText, wordText } from "../../diagnostics/show.ts";
import { rayVariable } from "../views/cluster-spec-view.ts";
import { AUTOSCALER_VARIABLE, versionPath } from "./autoscaler-version.ts";
import type { Law } from "./law.ts";
import { defineLaw } from "./law.ts";

/**
 * Autoscaler pin
 *
 * The autoscaler's version is pinned by the field or by the head's environment, not by both.
 *
 * See ValidateRayClusterSpec in ray-operator/controllers/ray/utils/validation.go, v1.4.0.
 */
export const autoscalerPin: Law = defineLaw({
  code: "autoscaler-pin",
  since: "1.4",
  *check({ cluster }) {
    if (cluster?.autoscales !== true) return;
    const version = ownField(cluster.autoscalerOptions, "version");
    const variable = rayVariable(cluster.head, AUTOSCALER_VARIABLE);
    if (version === undefined || variable === undefined) return;
    yield {
      path: versionPath(cluster),
      message: `autoscalerOptions.version (${showText(wordText(version))}) and the head's ${AUTOSCALER_VARIABLE} are both set.`,
      hint: "Remove the variable.",
      related: [{ path: variable.path, message: "the variable is here" }],
    };
  },
});
