import { ownField } from "../../diagnostics/own-field.ts";
import { showText, wordText } from "../../diagnostics/show.ts";
import type { GroupSpecView } from "../views/cluster-spec-view.ts";
import { groupsOf, groupTitle } from "../views/cluster-spec-view.ts";
import { fieldSaysV2, versionPath } from "./autoscaler-version.ts";
import type { Law } from "./law.ts";
import { defineLaw, isFrom } from "./law.ts";

/**
 * Restart policy
 *
 * Under autoscaler v2 the restart policy of every pod is Never or left out. Of workers under a pinned v1 KubeRay 1.7 warns.
 *
 * See ValidateRayClusterSpec in ray-operator/controllers/ray/utils/validation.go, v1.4.0, and rayClusterReconcile in
 * raycluster_controller.go, v1.7.0.
 */
export const restartPolicy: Law = defineLaw({
  code: "restart-policy",
  since: "1.4",
  *check({ cluster }, target) {
    if (cluster?.autoscales !== true) return;
    const isV2 = fieldSaysV2(cluster);
    const isV1 = ownField(cluster.autoscalerOptions, "version") === "v1" && isFrom(target, "1.7");
    if (!isV2 && !isV1) return;
    for (const group of isV2 ? groupsOf(cluster) : cluster.workers) {
      const policy = policyOf(group);
      if (policy === "" || policy === "Never") continue;
      yield {
        path: [...group.podPath, "restartPolicy"],
        message: `Autoscaler ${isV2 ? "v2" : "v1"} needs the restart policy Never in ${groupTitle(group)}, not ${showText(policy)}.`,
        hint: "Write Never, or leave it out.",
        related: [{ path: versionPath(cluster), message: "the version is pinned here" }],
        severity: isV2 ? "error" : "warning",
      };
    }
  },
});

function policyOf({ podSpec }: GroupSpecView): string {
  return wordText(ownField(podSpec, "restartPolicy") ?? "");
}
