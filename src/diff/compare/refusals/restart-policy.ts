import { ownField } from "../../../diagnostics/own-field.ts";
import { showText } from "../../../diagnostics/show.ts";
import { groupTitle } from "../group-title.ts";
import { fieldSaysV2, VERSION_PATH } from "./autoscaler-version.ts";
import { groupsOf, refusalRule } from "./refusal-rule.ts";

/**
 * Restart policy
 *
 * Under autoscaler v2 the restart policy of every pod is Never or left out.
 *
 * See ValidateRayClusterSpec in ray-operator/controllers/ray/utils/validation.go, v1.4.0.
 */
export const restartPolicy = refusalRule("restart-policy", [1, 4], function* (cluster) {
  if (!cluster.autoscales || !fieldSaysV2(cluster)) return;
  for (const group of groupsOf(cluster)) {
    const policy = ownField(group.podSpec, "restartPolicy") ?? "";
    if (policy === "" || policy === "Never") continue;
    yield {
      paths: [[...group.path, "template", "spec", "restartPolicy"], VERSION_PATH],
      message: `Autoscaler v2 needs the restart policy Never in ${groupTitle(group)}, not ${showText(String(policy))}.`,
    };
  }
});
