import { formatVersion, isAtLeast } from "../kuberay/version.ts";
import { rayFieldReleases } from "../ray/field-releases.ts";
import { rayFields } from "./released-fields.ts";
import type { Rule } from "./rule.ts";
import { defineRule } from "./rule.ts";

/**
 * Ray release required
 *
 * A request asks only for what its Ray can do.
 *
 * See the versions in ray-operator/controllers/ray/utils/validation.go, v1.7.0
 */
export const rayReleaseRequired: Rule = defineRule({
  code: "ray-release-required",
  check({ cluster, options, rayVersion }) {
    if (cluster === undefined || rayVersion === undefined) return [];
    return rayFields(cluster, options).flatMap(({ name, path }) => {
      const { what, since } = rayFieldReleases[name];
      if (isAtLeast(rayVersion, since.major, since.minor, since.patch)) return [];
      return [
        {
          document: "request",
          path,
          message: `${what} needs Ray ${formatVersion(since)} or newer; ray_version is ${formatVersion(rayVersion)}.`,
          hint: `Use an image with Ray ${since.major}.${since.minor} or newer, or remove ${String(path.at(-1))}.`,
          related: [
            {
              document: "request",
              path: ["ray_version"],
              message: `the Ray of the image is ${formatVersion(rayVersion)}`,
            },
          ],
        },
      ];
    });
  },
});
