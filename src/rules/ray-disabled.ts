import type { Rule } from "./rule.ts";
import { defineRule } from "./rule.ts";

/**
 * Ray disabled
 *
 * Nothing is compiled for a deployment that has Ray switched off.
 *
 * See the key ray.enabled of the server's Helm values.
 */
export const rayDisabled: Rule = defineRule({
  code: "ray-disabled",
  check({ settings }) {
    if (settings.ray.enabled) return [];
    return [
      {
        document: "settings",
        path: ["ray", "enabled"],
        message: "Ray is disabled in this deployment: ray.enabled is false.",
        hint: "Set ray.enabled to true, or ask your platform team to do so.",
      },
    ];
  },
});
