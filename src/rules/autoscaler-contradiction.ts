import { formatVersion } from "../kuberay/version.ts";
import type { WorkerGroup } from "../model/cluster.ts";
import type { Salvaged } from "../model/resolved.ts";
import { takesAutoscalerV2 } from "../ray/takes-autoscaler-v2.ts";
import { hasUnclearBounds } from "./has-unclear-bounds.ts";
import type { Rule, RuleFinding } from "./rule.ts";
import { defineRule } from "./rule.ts";
import { scalingGroups } from "./subjects.ts";

/**
 * Autoscaler contradiction
 *
 * A group's idle_timeout_seconds and priority need version 2 of the autoscaler, and no group is suspended where the cluster
 * scales: KubeRay refuses the cluster otherwise, or nothing reads the field.
 *
 * See ValidateRayClusterSpec in ray-operator/controllers/ray/utils/validation.go, v1.7.0
 */
export const autoscalerContradiction: Rule = defineRule({
  code: "autoscaler-contradiction",
  about: scalingGroups,
  check(model) {
    const { cluster } = model;
    if (cluster === undefined || !cluster.groups.some(asksForMore)) return [];
    const obstacle = obstacleToV2(model);
    return cluster.groups.flatMap((group): RuleFinding[] => {
      const findings: RuleFinding[] = [];
      if (group.suspend && cluster.scales) {
        findings.push({
          document: "request",
          path: [...group.path, "suspend"],
          message: `${group.name} is suspended in a cluster that scales; KubeRay refuses that combination.`,
          hint: "Remove suspend, or make min_workers and max_workers of every group equal.",
        });
      }
      if (obstacle === undefined) return findings;
      const fields = [
        ...(group.idleTimeoutSeconds === undefined ? [] : ["idle_timeout_seconds"]),
        // Ray that knows priorities runs version 2 by default, and ray-release-required speaks of Ray that does not.
        ...(group.priority === 0 || obstacle.isOldRay === true ? [] : ["priority"]),
      ];
      for (const field of fields) {
        findings.push({
          document: "request",
          path: [...group.path, field],
          message: `${field} of ${group.name} needs version 2 of the autoscaler, but ${obstacle.reason}.`,
          hint: `${obstacle.cure}, or remove ${field}.`,
          ...(obstacle.related === undefined ? {} : { related: [obstacle.related] }),
        });
      }
      return findings;
    });
  },
});

function asksForMore({ suspend, idleTimeoutSeconds, priority }: WorkerGroup): boolean {
  return suspend || idleTimeoutSeconds !== undefined || priority !== 0;
}

interface Obstacle {
  /** Follows "but". */
  readonly reason: string;
  /** A sentence that goes on. */
  readonly cure: string;
  readonly related?: NonNullable<RuleFinding["related"]>[number];
  /** Whether it is the default of a Ray that is old or not named. */
  readonly isOldRay?: true;
}

const ASK = "Set version of autoscaler_config to v2";

/** Why version 2 does not run; undefined where it does. */
function obstacleToV2({ cluster, rayVersion, release }: Salvaged): Obstacle | undefined {
  if (cluster === undefined) return undefined;
  if (!cluster.scales) {
    if (hasUnclearBounds(cluster)) return undefined;
    return { reason: "no group can scale", cure: "Raise max_workers of a group" };
  }
  // What needs version 2 came with later releases of KubeRay than it did, and release-required names them.
  if (release?.autoscalerV2 === "none") return undefined;
  const wanted = cluster.autoscaler?.version;
  if (takesAutoscalerV2(wanted, rayVersion, release)) return undefined;
  if (wanted === "v1") {
    const path = ["config", "autoscaler_config", "version"];
    const related = { document: "request", path, message: "version is v1 here" } as const;
    return { reason: "autoscaler_config asks for version 1", cure: ASK, related };
  }
  const related = {
    document: "request",
    path: ["ray_version"],
    message: "the Ray of the image decides",
  } as const;
  const reason =
    rayVersion === undefined
      ? "without ray_version it is unknown which version runs"
      : `Ray ${formatVersion(rayVersion)} uses version 1 by default`;
  return { reason, cure: ASK, related, isOldRay: true };
}
