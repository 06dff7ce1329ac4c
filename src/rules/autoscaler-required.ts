import type { Rule } from "./rule.ts";
import { defineRule } from "./rule.ts";
import { autoscaling } from "./subjects.ts";

/**
 * Autoscaler required
 *
 * Where any group can scale there is an autoscaler_config, for only Ray's autoscaler makes and removes workers.
 *
 * See enableInTreeAutoscaling, ray-operator/controllers/ray/common/pod.go
 */
export const autoscalerRequired: Rule = defineRule({
  code: "autoscaler-required",
  about: autoscaling,
  check({ cluster }) {
    if (cluster === undefined || !cluster.scales || cluster.autoscaler !== undefined) return [];
    const { nodeBounds } = cluster;
    const group = cluster.groups.find(({ minWorkers, maxWorkers }) => maxWorkers > minWorkers);
    const place = group?.maxPath ?? ["config", "autoscaling"];
    const what =
      group === undefined
        ? "autoscaling is true"
        : nodeBounds === undefined
          ? `${group.name} can scale from ${group.minWorkers} to ${group.maxWorkers} workers`
          : `The cluster can scale from ${nodeBounds.nNodes} to ${nodeBounds.maxNodes} nodes`;
    return [
      {
        document: "request",
        path: ["config", "autoscaler_config"],
        message: `${what}, but there is no autoscaler_config.`,
        hint:
          nodeBounds === undefined
            ? "Add autoscaler_config: {cpu: 0.5, memory_gb: 1}, or make min_workers and max_workers equal, or set autoscaling to false."
            : "Add autoscaler_config: {cpu: 0.5, memory_gb: 1}, or remove max_nodes, or set autoscaling to false.",
        related: [{ document: "request", path: place, message: "this makes the cluster scale" }],
      },
    ];
  },
});
