import { showText } from "../../diagnostics/show.ts";
import type { GroupSpecView } from "../views/cluster-spec-view.ts";
import type { Law } from "./law.ts";
import { defineLaw } from "./law.ts";

/**
 * Duplicate group
 *
 * Every worker group has a name of its own. KubeRay tells pods apart by cluster and group alone, so two groups of one name
 * delete each other's pods endlessly.
 *
 * See RayClusterGroupPodsAssociationOptions in ray-operator/controllers/ray/common/association.go, v1.7.0.
 */
export const duplicateGroup: Law = defineLaw({
  code: "duplicate-group",
  severity: "warning",
  *check({ cluster }) {
    const seen = new Map<string, GroupSpecView>();
    for (const group of cluster?.workers ?? []) {
      const first = seen.get(group.name);
      if (first === undefined) {
        seen.set(group.name, group);
        continue;
      }
      yield {
        path: [...group.path, "groupName"],
        message: `Another worker group is called ${showText(group.name)} too, and each group deletes the pods of the other.`,
        hint: "Give every group a unique name.",
        related: [{ path: [...first.path, "groupName"], message: "the first one is here" }],
      };
    }
  },
});
