import { startParameterProblem } from "../../api/identifiers/start-parameter.ts";
import { showText } from "../../diagnostics/show.ts";
import type { Law } from "../../kuberay/laws/law.ts";
import { defineLaw } from "../../kuberay/laws/law.ts";
import { groupsOf, groupTitle } from "../../kuberay/views/cluster-spec-view.ts";

/**
 * Start parameter name
 *
 * KubeRay puts two dashes before the name of a start parameter, and ray start ends with an error where it has no such option:
 * its options have lower-case letters, digits and single dashes.
 *
 * See convertParamMap in ray-operator/controllers/ray/common/pod.go, v0.4.0 to v1.7.0, and python/ray/scripts/scripts.py of
 * Ray.
 */
export const startParameterName: Law = defineLaw({
  code: "start-parameter-name",
  severity: "warning",
  *check({ cluster }) {
    if (cluster === undefined) return;
    for (const group of groupsOf(cluster)) {
      for (const name of Object.keys(group.rayStartParams)) {
        if (startParameterProblem(name) === undefined) continue;
        const meant = meantName(name);
        yield {
          path: [...group.path, "rayStartParams", name],
          target: "key",
          message: `ray start has no parameter ${showText(name)}, so the container of ${groupTitle(group)} ends at once.`,
          hint:
            startParameterProblem(meant) === undefined
              ? `Write ${meant}.`
              : "Write the name of an option of ray start without its dashes.",
        };
      }
    }
  },
});

/** `--num_cpus` and `numCPUs` as ray start spells it. */
function meantName(name: string): string {
  return name
    .trim()
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replace(/[_\s]/g, "-")
    .replace(/^-+/, "");
}
