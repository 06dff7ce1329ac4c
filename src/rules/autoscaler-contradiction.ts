import { takesAutoscalerV2 } from "../ray/takes-autoscaler-v2.ts";
import type { Rule, RuleFinding } from "./rule.ts";
import { defineRule } from "./rule.ts";

/**
 * Autoscaler contradiction
 *
 * A group's idle_timeout_seconds and priority need version 2 of the autoscaler, and no group is suspended where the cluster
 * scales: KubeRay refuses the cluster otherwise.
 *
 * See ValidateRayClusterSpec in ray-operator/controllers/ray/utils/validation.go, v1.7.0
 */
export const autoscalerContradiction: Rule = defineRule({
  code: "autoscaler-contradiction",
  check({ cluster, rayVersion, release }) {
    if (cluster === undefined) return [];
    const usesV2 = takesAutoscalerV2(cluster.autoscaler?.version, rayVersion, release);
    return cluster.groups.flatMap((group): RuleFinding[] => {
      const findings: RuleFinding[] = [];
      const add = (field: string, message: string, hint: string) =>
        findings.push({ document: "request", path: [...group.path, field], message, hint });
      if (group.suspend && cluster.scales) {
        const message = `${group.name} is suspended, but the cluster scales; KubeRay refuses both together.`;
        add("suspend", message, "Remove suspend, or make min_workers and max_workers equal.");
      }
      if (!usesV2 && group.idleTimeoutSeconds !== undefined) {
        const message = `idle_timeout_seconds of ${group.name} needs version 2 of the autoscaler.`;
        add("idle_timeout_seconds", message, "Set autoscaler_config.version to v2, or remove it.");
      }
      if (!usesV2 && group.priority !== 0) {
        const message = `priority of ${group.name} needs version 2 of the autoscaler.`;
        add("priority", message, "Set autoscaler_config.version to v2, or remove it.");
      }
      return findings;
    });
  },
});
