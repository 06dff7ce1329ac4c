import { ownInteger } from "../../diagnostics/own-field.ts";
import { requiredRay } from "../required-ray.ts";
import { formatMinor, isAtOrAfter, parseVersion } from "../version.ts";
import { groupTitle, rayVersionWords } from "../views/cluster-spec-view.ts";
import { environmentSaysV2, fieldSaysV2, versionPath } from "./autoscaler-version.ts";
import type { Law } from "./law.ts";
import { defineLaw } from "./law.ts";

/**
 * Group priority
 *
 * A group's priority needs Ray 2.56 or later and autoscaler v2.
 *
 * See validateWorkerGroupPriority in ray-operator/controllers/ray/utils/validation.go, v1.7.0.
 */
export const groupPriority: Law = defineLaw({
  code: "group-priority",
  since: "1.7",
  *check({ cluster }) {
    if (cluster === undefined) return;
    const version = parseVersion(cluster.rayVersion);
    const isRecent = version !== undefined && isAtOrAfter(version, requiredRay.priority);
    const isV2 = fieldSaysV2(cluster) || environmentSaysV2(cluster);
    if (isRecent && isV2) return;
    for (const group of cluster.workers) {
      const priority = ownInteger(group.data, "priority") ?? 0;
      if (priority === 0) continue;
      yield {
        path: [...group.path, "priority"],
        message: `The priority (${priority}) of ${groupTitle(group)} needs Ray ${formatMinor(requiredRay.priority)} or later and autoscaler v2.`,
        hint: "Set both, in rayVersion and autoscalerOptions.version, or remove the priority.",
        related: [
          {
            path: [...cluster.path, "rayVersion"],
            message: `rayVersion is ${rayVersionWords(cluster)}`,
          },
          { path: versionPath(cluster), message: `v2 is ${isV2 ? "on" : "not on"}` },
        ],
      };
    }
  },
});
