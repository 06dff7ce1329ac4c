import { groupTitle } from "../group-title.ts";
import { groupsOf, refusalRule } from "./refusal-rule.ts";

/**
 * Containers
 *
 * The head and every worker group have a container.
 *
 * See ValidateRayClusterSpec in ray-operator/controllers/ray/utils/validation.go, v1.3.0.
 */
export const containers = refusalRule("containers", [1, 3], function* (cluster) {
  for (const group of groupsOf(cluster)) {
    if (group.containers.size > 0) continue;
    yield {
      paths: [group.containersPath],
      message: `A pod of ${groupTitle(group)} has no container.`,
    };
  }
});
