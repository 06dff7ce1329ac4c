import type { Rule } from "./rule.ts";
import { defineRule } from "./rule.ts";

/**
 * Ray version missing
 *
 * A request states the version of Ray in its image. Without it the compiler cannot pin the autoscaler's version, and
 * KubeRay cannot choose the probes that the version has.
 *
 * See the readers of spec.rayVersion in ray-operator/controllers/ray, v1.6.0
 */
export const rayVersionMissing: Rule = defineRule({
  code: "ray-version-missing",
  check({ cluster, rayVersion }) {
    if (cluster === undefined || rayVersion !== undefined) return [];
    return [
      {
        document: "request",
        path: ["ray_version"],
        message:
          cluster.scales && cluster.autoscaler?.version == null
            ? "ray_version is missing, so Ray chooses the autoscaler's version, and KubeRay cannot choose the right probes."
            : "ray_version is missing, so KubeRay cannot choose the right probes.",
        hint: 'Add the version of Ray in the image, such as ray_version: "2.52.0".',
      },
    ];
  },
});
