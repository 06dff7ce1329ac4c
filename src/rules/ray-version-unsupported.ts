import { formatMinor, formatVersion, isAtOrAfter } from "../kuberay/version.ts";
import { oldestRayRelease } from "../ray/releases.ts";
import type { Rule } from "./rule.ts";
import { defineRule } from "./rule.ts";

/**
 * Ray version unsupported
 *
 * Ray is 2.0 or newer; older releases have no autoscaler for KubeRay.
 *
 * See the KubeRay upgrade guide in Ray's documentation.
 */
export const rayVersionUnsupported: Rule = defineRule({
  code: "ray-version-unsupported",
  check({ rayVersion }) {
    if (rayVersion === undefined || isAtOrAfter(rayVersion, oldestRayRelease)) return [];
    const oldest = formatMinor(oldestRayRelease);
    return [
      {
        document: "request",
        path: ["ray_version"],
        message: `Ray ${formatVersion(rayVersion)} is not supported. The oldest supported release is Ray ${oldest}.`,
        hint: `Use an image with Ray ${oldest} or newer, and set ray_version to its version.`,
      },
    ];
  },
});
