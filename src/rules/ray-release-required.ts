import { formatVersion, isAtOrAfter } from "../kuberay/version.ts";
import { rayFieldReleases } from "../ray/field-releases.ts";
import { rayFields } from "./released-fields.ts";
import type { Rule, RuleFinding } from "./rule.ts";
import { defineRule } from "./rule.ts";
import { releasedFeatures } from "./subjects.ts";

/**
 * Ray release required
 *
 * A request asks only for what its Ray can do.
 *
 * See the versions in ray-operator/controllers/ray/utils/validation.go, v1.7.0
 */
export const rayReleaseRequired: Rule = defineRule({
  code: "ray-release-required",
  about: releasedFeatures,
  check({ cluster, options, rayVersion }) {
    if (cluster === undefined) return [];
    return rayFields(cluster, options).flatMap(({ name, path }): RuleFinding[] => {
      const { what, since, needsKnownRay } = rayFieldReleases[name];
      if (rayVersion === undefined && !needsKnownRay) return [];
      if (rayVersion !== undefined && isAtOrAfter(rayVersion, since)) return [];
      const needed = `${what} needs Ray ${formatVersion(since)} or newer`;
      const related = { document: "request", path: ["ray_version"] } as const;
      const field = String(path.at(-1));
      if (rayVersion === undefined) {
        return [
          {
            document: "request",
            path,
            message: `${needed}, and KubeRay reads the version from ray_version, which is missing.`,
            hint: `Add the version of Ray in the image, or remove ${field}.`,
            related: [{ ...related, message: "ray_version is missing here" }],
          },
        ];
      }
      const message = `ray_version is ${formatVersion(rayVersion)} here`;
      return [
        {
          document: "request",
          path,
          message: `${needed}, but ray_version is ${formatVersion(rayVersion)}.`,
          hint: `Use an image with Ray ${since.major}.${since.minor} or newer, or remove ${field}.`,
          related: [{ ...related, message }],
        },
      ];
    });
  },
});
