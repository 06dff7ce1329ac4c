import { ownList } from "../../diagnostics/own-field.ts";
import { groupsOf, groupTitle } from "../views/cluster-spec-view.ts";
import type { Law } from "./law.ts";
import { defineLaw, isFrom } from "./law.ts";

/**
 * Containers
 *
 * The head and every worker group have a container. Before 1.3 the operator looks at the first one without asking.
 *
 * See ValidateRayClusterSpec in ray-operator/controllers/ray/utils/validation.go, v1.3.0; DefaultHeadPodTemplate in
 * ray-operator/controllers/ray/common/pod.go, v1.1.0.
 */
export const containers: Law = defineLaw({
  code: "containers",
  *check({ cluster }, target) {
    if (cluster === undefined) return;
    for (const group of groupsOf(cluster)) {
      // An item that is no container is refused before.
      if (ownList(group.podSpec, "containers").length > 0) continue;
      yield {
        path: [...group.podPath, "containers"],
        message: `A pod of ${groupTitle(group)} has no container.`,
        consequence: isFrom(target, "1.3")
          ? "KubeRay 1.3 and later refuse that."
          : "It makes the operator of KubeRay before 1.3 crash.",
        hint: "Give the pod a container that runs Ray.",
      };
    }
  },
});
