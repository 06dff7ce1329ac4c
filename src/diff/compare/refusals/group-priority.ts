import { ownInteger } from "../../../diagnostics/own-field.ts";
import { isAtLeast, parseVersion } from "../../../kuberay/version.ts";
import { groupTitle } from "../group-title.ts";
import { environmentSaysV2, fieldSaysV2, VERSION_PATH } from "./autoscaler-version.ts";
import { refusalRule } from "./refusal-rule.ts";

/**
 * Group priority
 *
 * A group's priority needs Ray 2.56 or later and autoscaler v2.
 *
 * See ray-operator/controllers/ray/utils/validation.go, v1.7.0.
 */
export const groupPriority = refusalRule("group-priority", [1, 7], function* (cluster) {
  const version = parseVersion(cluster.rayVersion);
  const isRecent = version !== undefined && isAtLeast(version, 2, 56);
  const isV2 = cluster.autoscales && (fieldSaysV2(cluster) || environmentSaysV2(cluster));
  if (isRecent && isV2) return;
  for (const group of cluster.workers) {
    const priority = ownInteger(group.data, "priority") ?? 0;
    if (priority === 0) continue;
    yield {
      paths: [[...group.path, "priority"], ["spec", "rayVersion"], VERSION_PATH],
      message: `The priority (${priority}) of ${groupTitle(group)} needs Ray 2.56 or later and autoscaler v2.`,
    };
  }
});
