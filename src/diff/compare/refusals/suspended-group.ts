import { ownField } from "../../../diagnostics/own-field.ts";
import { groupTitle } from "../group-title.ts";
import { refusalRule } from "./refusal-rule.ts";

/**
 * Suspended group
 *
 * No worker group is suspended while autoscaling is on.
 *
 * See ValidateRayClusterSpec in ray-operator/controllers/ray/utils/validation.go, v1.3.0.
 */
export const suspendedGroup = refusalRule("suspended-group", [1, 3], function* (cluster) {
  if (!cluster.autoscales) return;
  for (const group of cluster.workers) {
    if (ownField(group.data, "suspend") !== true) continue;
    yield {
      paths: [
        [...group.path, "suspend"],
        ["spec", "enableInTreeAutoscaling"],
      ],
      message: `Autoscaling is on, so ${groupTitle(group)} cannot be suspended.`,
    };
  }
});
