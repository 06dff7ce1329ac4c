import { ownText } from "../../diagnostics/own-field.ts";
import { showText } from "../../diagnostics/show.ts";
import type { Law } from "../../kuberay/laws/law.ts";
import { defineLaw } from "../../kuberay/laws/law.ts";
import { groupsOf, groupTitle } from "../../kuberay/views/cluster-spec-view.ts";

/**
 * Start parameter count
 *
 * ray start and Ray's autoscaler read num-cpus and num-gpus with Python's int(): a fraction or an amount such as 500m ends
 * both.
 *
 * See python/ray/scripts/scripts.py and python/ray/autoscaler/_private/kuberay/autoscaling_config.py of Ray.
 */
export const startParameterCount: Law = defineLaw({
  code: "start-parameter-count",
  severity: "warning",
  *check({ cluster }) {
    if (cluster === undefined) return;
    for (const group of groupsOf(cluster)) {
      for (const name of ["num-cpus", "num-gpus"]) {
        const value = ownText(group.rayStartParams, name);
        // The shell of the container may make a number of a variable.
        if (value === undefined || value.includes("$") || INTEGER.test(value)) continue;
        yield {
          path: [...group.path, "rayStartParams", name],
          message: `The start parameter ${name} of ${groupTitle(group)} is ${showText(value)}, which is no whole number: ray start stops at it.`,
          hint: 'Write a whole number in quotes, such as "1".',
        };
      }
    }
  },
});

/** What Python's int() reads; the shell takes spaces and quotes away first. */
const INTEGER = /^[\s"']*[+-]?[0-9]+(?:_[0-9]+)*[\s"']*$/;
