import { ownField, ownInteger } from "../../../diagnostics/own-field.ts";
import type { DiffPath } from "../diff-path.ts";
import { groupTitle } from "../group-title.ts";
import { environmentSaysV2, fieldSaysV2, VERSION_PATH } from "./autoscaler-version.ts";
import { refusalRule } from "./refusal-rule.ts";

const OPTION_PATH: DiffPath = ["spec", "autoscalerOptions", "idleTimeoutSeconds"];

/**
 * Idle timeout
 *
 * No idle timeout is negative, and a group has one of its own only under autoscaler v2.
 *
 * See ray-operator/controllers/ray/utils/validation.go, v1.6.0.
 */
export const idleTimeout = refusalRule("idle-timeout", [1, 6], function* (cluster) {
  const option = ownInteger(cluster.autoscalerOptions, "idleTimeoutSeconds") ?? 0;
  if (option < 0) {
    yield { paths: [OPTION_PATH], message: `The idle timeout (${option} s) is below 0.` };
  }
  const isV2 = fieldSaysV2(cluster) || environmentSaysV2(cluster);
  for (const group of cluster.workers) {
    if (ownField(group.data, "idleTimeoutSeconds") === undefined) continue;
    const path: DiffPath = [...group.path, "idleTimeoutSeconds"];
    const seconds = ownInteger(group.data, "idleTimeoutSeconds") ?? 0;
    if (seconds < 0) {
      const message = `The idle timeout of ${groupTitle(group)} (${seconds} s) is below 0.`;
      yield { paths: [path], message };
    } else if (!isV2) {
      const message = `An idle timeout of its own, as ${groupTitle(group)} has, needs autoscaler v2.`;
      yield { paths: [path, VERSION_PATH], message };
    }
  }
});
