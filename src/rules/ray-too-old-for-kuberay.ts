import { formatVersion, isAtOrAfter } from "../kuberay/version.ts";
import { oldestRayRelease } from "../ray/releases.ts";
import type { Rule } from "./rule.ts";
import { defineRule } from "./rule.ts";

/**
 * Ray too old for KubeRay
 *
 * Ray is new enough for the target KubeRay release.
 *
 * See the KubeRay upgrade guide in Ray's documentation.
 */
export const rayTooOldForKuberay: Rule = defineRule({
  code: "ray-too-old-for-kuberay",
  check({ rayVersion, kuberayVersion, release }) {
    if (rayVersion === undefined || kuberayVersion === undefined || release === undefined)
      return [];
    const { oldestRay } = release;
    if (!isAtOrAfter(rayVersion, oldestRayRelease)) return [];
    if (isAtOrAfter(rayVersion, oldestRay)) return [];
    return [
      {
        document: "request",
        path: ["ray_version"],
        message: `Ray ${formatVersion(rayVersion)} is too old for KubeRay ${formatVersion(kuberayVersion)}, which supports Ray ${formatVersion(oldestRay)} or newer.`,
        hint: `Use an image with Ray ${formatVersion(oldestRay)} or newer.`,
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
