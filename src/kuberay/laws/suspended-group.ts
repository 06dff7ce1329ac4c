import { ownField } from "../../diagnostics/own-field.ts";
import { groupTitle } from "../views/cluster-spec-view.ts";
import type { Law } from "./law.ts";
import { defineLaw, gateOf, gateWords } from "./law.ts";

const GATE = "RayJobDeletionPolicy";

/**
 * Suspended group
 *
 * A worker group is suspended only where the feature gate RayJobDeletionPolicy is on and autoscaling is off.
 *
 * See ValidateRayClusterSpec in ray-operator/controllers/ray/utils/validation.go, v1.3.0.
 */
export const suspendedGroup: Law = defineLaw({
  code: "suspended-group",
  since: "1.3",
  gate: GATE,
  *check({ cluster }, target) {
    if (cluster === undefined) return;
    const gate = gateOf(target, GATE);
    for (const group of cluster.workers) {
      if (ownField(group.data, "suspend") !== true) continue;
      const path = [...group.path, "suspend"];
      if (cluster.autoscales) {
        yield {
          path,
          message: `Autoscaling is on, so ${groupTitle(group)} cannot be suspended.`,
          hint: "Remove suspend, or lower the group's bounds to 0.",
          related: [
            {
              path: [...cluster.path, "enableInTreeAutoscaling"],
              message: "autoscaling is on here",
            },
          ],
        };
      } else if (!gate.isOn) {
        yield {
          path,
          message: `Suspending ${groupTitle(group)} needs ${gateWords(GATE, gate)}.`,
          consequence: "The operator refuses that.",
          hint: `Start the operator with --feature-gates=${GATE}=true, or set replicas to 0.`,
        };
      }
    }
  },
});
