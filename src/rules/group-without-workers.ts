import type { Rule } from "./rule.ts";
import { defineRule } from "./rule.ts";
import { scalingGroups } from "./subjects.ts";

/**
 * Group without workers
 *
 * Every scaling group can have a worker: max_workers is more than 0.
 *
 * See the replica bounds in ray-operator/controllers/ray/utils/util.go
 */
export const groupWithoutWorkers: Rule = defineRule({
  code: "group-without-workers",
  about: scalingGroups,
  check({ cluster }) {
    if (cluster === undefined || cluster.nodeBounds !== undefined) return [];
    return cluster.groups
      .filter(({ maxWorkers, bounds }) => maxWorkers === 0 && bounds.minimum <= bounds.maximum)
      .map(({ name, maxPath }) => ({
        document: "request",
        path: maxPath,
        message: `${name} can never have a worker: max_workers is 0.`,
        hint: "Raise max_workers, or remove the group.",
      }));
  },
});
