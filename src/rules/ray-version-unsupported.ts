import { formatVersion, isAtLeast } from "../kuberay/version.ts";
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
    if (rayVersion === undefined || isAtLeast(rayVersion, 2, 0)) return [];
    return [
      {
        document: "request",
        path: ["ray_version"],
        message: `Ray ${formatVersion(rayVersion)} is not supported; Ray 2.0 or newer is.`,
        hint: "Use an image with Ray 2.0 or newer, and give its version.",
      },
    ];
  },
});
