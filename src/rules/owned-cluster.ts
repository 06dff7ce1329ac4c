import type { Rule, RuleFinding } from "./rule.ts";
import { defineRule } from "./rule.ts";
import { clusterOptions } from "./subjects.ts";

/**
 * Owned cluster
 *
 * Where a job or a service makes the cluster, it also decides whether the cluster is there and how it is upgraded: a
 * suspended cluster is waited for endlessly, and one with an upgrade strategy of its own is refused.
 *
 * See ValidateRayClusterUpgradeOptions in ray-operator/controllers/ray/utils/validation.go, v1.6.0, and
 * rayjob_controller.go, v1.1.0
 */
export const ownedCluster: Rule = defineRule({
  code: "owned-cluster",
  about: clusterOptions,
  check({ options: { job, service, suspend, upgrade_strategy: strategy } }) {
    const owner = job != null ? "job" : service != null ? "service" : undefined;
    if (owner === undefined) return [];
    const related = [
      { document: "request", path: [owner], message: `the ${owner} is here` } as const,
    ];
    const findings: RuleFinding[] = [];
    if (strategy != null) {
      findings.push({
        document: "request",
        path: ["upgrade_strategy"],
        message: `upgrade_strategy is only for a cluster without an owner, but here a ${owner} makes the cluster.`,
        hint:
          owner === "service" ? "Use service.upgrade.type." : "Remove it: a job has no upgrades.",
        related,
      });
    }
    if (suspend != null) {
      findings.push({
        document: "request",
        path: ["suspend"],
        message: `suspend is only for a cluster without an owner, but here a ${owner} makes the cluster.`,
        hint: `Use ${owner}.suspend.`,
        related,
      });
    }
    return findings;
  },
});
