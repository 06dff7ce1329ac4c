import { ownField, ownInteger } from "../../diagnostics/own-field.ts";
import { groupTitle } from "../views/cluster-spec-view.ts";
import { environmentSaysV2, fieldSaysV2, versionPath } from "./autoscaler-version.ts";
import type { Law } from "./law.ts";
import { defineLaw } from "./law.ts";

/**
 * Idle timeout
 *
 * No idle timeout is negative, and a group has one of its own only under autoscaler v2.
 *
 * See validateWorkerGroupIdleTimeout in ray-operator/controllers/ray/utils/validation.go, v1.6.0.
 */
export const idleTimeout: Law = defineLaw({
  code: "idle-timeout",
  since: "1.6",
  *check({ cluster }) {
    if (cluster === undefined) return;
    const option = ownInteger(cluster.autoscalerOptions, "idleTimeoutSeconds") ?? 0;
    if (option < 0) {
      yield {
        path: [...cluster.path, "autoscalerOptions", "idleTimeoutSeconds"],
        message: `The idle timeout (${option} s) is below 0.`,
        hint: "Write 0 or more.",
      };
    }
    const isV2 = fieldSaysV2(cluster) || environmentSaysV2(cluster);
    for (const group of cluster.workers) {
      if (ownField(group.data, "idleTimeoutSeconds") === undefined) continue;
      const path = [...group.path, "idleTimeoutSeconds"];
      const seconds = ownInteger(group.data, "idleTimeoutSeconds") ?? 0;
      if (seconds < 0) {
        const message = `The idle timeout of ${groupTitle(group)} (${seconds} s) is below 0.`;
        yield { path, message, hint: "Write 0 or more." };
      } else if (!isV2) {
        yield {
          path,
          message: `The idle timeout of ${groupTitle(group)} needs autoscaler v2.`,
          hint: "Write autoscalerOptions.version: v2, or autoscalerOptions.idleTimeoutSeconds for all groups.",
          related: [{ path: versionPath(cluster), message: "the version is set here" }],
        };
      }
    }
  },
});
