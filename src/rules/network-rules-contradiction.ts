import type { Rule, RuleFinding } from "./rule.ts";
import { defineRule } from "./rule.ts";
import { clusterOptions } from "./subjects.ts";

/**
 * Network rules contradiction
 *
 * A network policy has ingress rules where its mode restricts ingress, and egress rules where it restricts egress: KubeRay
 * refuses the cluster otherwise.
 *
 * See validateNetworkPolicy in ray-operator/controllers/ray/utils/validation.go, v1.7.0
 */
export const networkRulesContradiction: Rule = defineRule({
  code: "network-rules-contradiction",
  about: clusterOptions,
  check({ options }) {
    const policy = options.network_policy;
    if (policy == null) return [];
    const unrestricted = policy.mode == null ? undefined : UNRESTRICTED[policy.mode];
    if (unrestricted === undefined) return [];
    const field = `${unrestricted}_rules` as const;
    return (["head", "worker"] as const).flatMap((role): RuleFinding[] => {
      if ((policy[role]?.[field] ?? []).length === 0) return [];
      return [
        {
          document: "request",
          path: ["network_policy", role, field],
          message: `The mode ${policy.mode} does not restrict ${unrestricted}, so there is nothing for ${field} to allow.`,
          hint: `Remove ${field}, or set mode to DenyAll.`,
          related: [
            {
              document: "request",
              path: ["network_policy", "mode"],
              message: `the mode is ${policy.mode} here`,
            },
          ],
        },
      ];
    });
  },
});

/** What a mode does not restrict. */
const UNRESTRICTED: Readonly<Record<string, "ingress" | "egress">> = Object.freeze({
  DenyAllIngress: "egress",
  DenyAllEgress: "ingress",
});
