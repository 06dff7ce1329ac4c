import type { Rule } from "./rule.ts";
import { defineRule } from "./rule.ts";

/**
 * Ray management off
 *
 * The server may manage RayClusters: rbac.manage_ray is true.
 *
 * See the key rbac.manage_ray of the server's Helm values.
 */
export const rayManagementOff: Rule = defineRule({
  code: "ray-management-off",
  check({ settings }) {
    if (settings.rbac.manage_ray) return [];
    return [
      {
        document: "settings",
        path: ["rbac", "manage_ray"],
        message: "The server may not create or delete RayClusters: rbac.manage_ray is false.",
        hint: "Set rbac.manage_ray to true if the server should run this cluster.",
      },
    ];
  },
});
