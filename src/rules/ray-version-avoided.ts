import { formatMinor, formatVersion } from "../kuberay/version.ts";
import { canFailProbes, lastBeforeFailingProbes, passesProbesSince } from "../ray/releases.ts";
import type { Rule } from "./rule.ts";
import { defineRule } from "./rule.ts";

/**
 * Ray version avoided
 *
 * With KubeRay 1.1 and 1.2, Ray is not one of 2.11 to 2.37, which fail the probes that these releases inject.
 *
 * See the KubeRay upgrade guide in Ray's documentation.
 */
export const rayVersionAvoided: Rule = defineRule({
  code: "ray-version-avoided",
  check({ rayVersion, kuberayVersion, release }) {
    if (rayVersion === undefined || kuberayVersion === undefined) return [];
    if (release?.probesFailSomeRay !== true) return [];
    if (!canFailProbes(rayVersion)) return [];
    return [
      {
        document: "request",
        path: ["ray_version"],
        message: `Ray ${formatVersion(rayVersion)} can fail the probes that KubeRay ${formatVersion(kuberayVersion)} injects, and then pods restart.`,
        hint: `Use an image with Ray ${formatMinor(passesProbesSince)} or newer, or with Ray ${formatMinor(lastBeforeFailingProbes)} or older.`,
        related: [
          {
            document: "settings",
            path: ["kuberay_version"],
            message: `the target is KubeRay ${formatVersion(kuberayVersion)}`,
          },
        ],
      },
    ];
  },
});
