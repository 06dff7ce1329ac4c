import { hasUnclearBounds } from "./has-unclear-bounds.ts";
import type { Rule } from "./rule.ts";
import { defineRule } from "./rule.ts";
import { autoscaling } from "./subjects.ts";

/**
 * Autoscaler unused
 *
 * An autoscaler_config stands where something can scale; elsewhere autoscaling stays off.
 *
 * See enableInTreeAutoscaling, ray-operator/controllers/ray/common/pod.go
 */
export const autoscalerUnused: Rule = defineRule({
  code: "autoscaler-unused",
  about: autoscaling,
  check({ cluster }) {
    if (cluster?.autoscaler === undefined || cluster.scales) return [];
    const fixed = cluster.groups.every(({ minWorkers, maxWorkers }) => maxWorkers <= minWorkers);
    if (!fixed || hasUnclearBounds(cluster)) return [];
    const simple = cluster.nodeBounds !== undefined;
    return [
      {
        document: "request",
        path: cluster.autoscaler.path,
        message:
          "Nothing here can scale, so autoscaler_config has no effect and autoscaling stays off.",
        hint: simple
          ? "Remove autoscaler_config, or set max_nodes to more than n_nodes."
          : "Remove autoscaler_config, or raise max_workers of a group above its min_workers.",
      },
    ];
  },
});
