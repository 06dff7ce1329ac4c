import { formatPath } from "../diagnostics/path.ts";
import { oldestKuberay } from "../kuberay/releases.ts";
import { requestFields } from "../kuberay/request-fields.ts";
import { formatVersion, isAtOrAfter } from "../kuberay/version.ts";
import { releasedFields } from "./released-fields.ts";
import type { Rule } from "./rule.ts";
import { defineRule } from "./rule.ts";
import { releasedFeatures } from "./subjects.ts";

/**
 * Release required
 *
 * A request asks only for what the target KubeRay release has: a field that it lacks would be dropped or refused.
 *
 * See the table of fields in src/kuberay/request-fields.ts
 */
export const releaseRequired: Rule = defineRule({
  code: "release-required",
  about: releasedFeatures,
  check({ cluster, options, kuberayVersion }) {
    if (cluster === undefined || kuberayVersion === undefined) return [];
    // A release that is not supported is the one mistake.
    if (!isAtOrAfter(kuberayVersion, oldestKuberay)) return [];
    return releasedFields(cluster, options).flatMap(({ name, path }) => {
      const { since } = requestFields[name];
      if (isAtOrAfter(kuberayVersion, since)) return [];
      return [
        {
          document: "request",
          path,
          message: `${formatPath(path)} needs KubeRay ${formatVersion(since)} or newer, but the target is KubeRay ${formatVersion(kuberayVersion)}.`,
          hint: `Remove ${String(path.at(-1))}, or upgrade KubeRay to ${formatVersion(since)} or newer.`,
          related: [
            {
              document: "settings",
              path: ["kuberay_version"],
              message: `the target is KubeRay ${formatVersion(kuberayVersion)}`,
            },
          ],
        },
      ];
    });
  },
});
