import type { Rule, RuleFinding } from "./rule.ts";
import { defineRule } from "./rule.ts";
import { scalingGroups } from "./subjects.ts";

/**
 * Worker bounds
 *
 * A scaling group's min_workers is at most its max_workers, and what it starts with lies between them. KubeRay before 1.6 silently uses the maximum, later ones
 * refuse the cluster in an event.
 *
 * See ray-operator/controllers/ray/utils/validation.go, v1.6.0
 */
export const workerBounds: Rule = defineRule({
  code: "worker-bounds",
  about: scalingGroups,
  check({ cluster }) {
    if (cluster === undefined || cluster.nodeBounds !== undefined) return [];
    return cluster.groups.flatMap((group): readonly RuleFinding[] => {
      const { bounds, startWorkers, minPath, maxPath, path } = group;
      const { minimum, maximum } = bounds;
      const least = {
        document: "request",
        path: minPath,
        message: `min_workers is ${minimum} here`,
      } as const;
      const most = {
        document: "request",
        path: maxPath,
        message: `max_workers is ${maximum} here`,
      } as const;
      if (minimum > maximum) {
        return [
          {
            document: "request",
            path: minPath,
            message: `min_workers (${minimum}) is greater than max_workers (${maximum}).`,
            hint: `Lower min_workers to ${maximum}, or raise max_workers to ${minimum}.`,
            related: [most],
          },
        ];
      }
      const start = startWorkers ?? Number.NaN;
      if (!(start < minimum || start > maximum)) return [];
      const [bound, word, related] =
        start < minimum
          ? [minimum, "less than min_workers", least]
          : [maximum, "greater than max_workers", most];
      return [
        {
          document: "request",
          path: [...path, "workers"],
          message: `workers (${start}) is ${word} (${bound}).`,
          hint: `Give a number from ${minimum} to ${maximum}, or leave workers out.`,
          related: [related],
        },
      ];
    });
  },
});
