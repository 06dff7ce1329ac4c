import type { Rule } from "./rule.ts";
import { defineRule } from "./rule.ts";

/**
 * Worker bounds
 *
 * A scaling group's min_workers is at most its max_workers. KubeRay before 1.6 silently uses the maximum, later ones
 * refuse the cluster in an event.
 *
 * See ray-operator/controllers/ray/utils/validation.go, v1.6.0
 */
export const workerBounds: Rule = defineRule({
  code: "worker-bounds",
  check({ cluster }) {
    if (cluster === undefined || cluster.nodeBounds !== undefined) return [];
    return cluster.groups
      .filter(({ minWorkers, maxWorkers }) => minWorkers > maxWorkers)
      .map(({ minWorkers, maxWorkers, minPath, maxPath }) => ({
        document: "request",
        path: minPath,
        message: `min_workers (${minWorkers}) is greater than max_workers (${maxWorkers}).`,
        hint: `Lower min_workers to ${maxWorkers}, or raise max_workers to ${minWorkers}.`,
        related: [
          { document: "request", path: maxPath, message: `max_workers is ${maxWorkers} here` },
        ],
      }));
  },
});
