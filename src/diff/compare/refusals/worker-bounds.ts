import type { DiffPath } from "../diff-path.ts";
import { groupTitle } from "../group-title.ts";
import { replicaBounds } from "../replica-bounds.ts";
import { refusalRule } from "./refusal-rule.ts";

/**
 * Worker bounds
 *
 * In every worker group 0 <= minReplicas <= maxReplicas.
 *
 * See ray-operator/controllers/ray/utils/validation.go, v1.6.0.
 */
export const workerBounds = refusalRule("worker-bounds", [1, 6], function* ({ workers }) {
  for (const group of workers) {
    const { minimum, maximum } = replicaBounds(group);
    const paths: readonly [DiffPath, DiffPath] = [
      [...group.path, "minReplicas"],
      [...group.path, "maxReplicas"],
    ];
    if (minimum < 0 || maximum < 0) {
      const negative = minimum < 0 ? `minReplicas (${minimum})` : `maxReplicas (${maximum})`;
      yield { paths, message: `In ${groupTitle(group)} ${negative} is below 0.` };
    } else if (minimum > maximum) {
      yield {
        paths,
        message: `In ${groupTitle(group)} minReplicas (${minimum}) is greater than maxReplicas (${maximum}).`,
      };
    }
  }
});
