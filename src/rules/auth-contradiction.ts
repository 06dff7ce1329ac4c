import type { Rule, RuleFinding } from "./rule.ts";
import { defineRule } from "./rule.ts";
import { clusterOptions } from "./subjects.ts";

/**
 * Auth contradiction
 *
 * auth.kubernetes_tokens goes with the mode token and without a Secret: KubeRay refuses the cluster otherwise.
 *
 * See ValidateRayClusterSpec in ray-operator/controllers/ray/utils/validation.go, v1.6.0
 */
export const authContradiction: Rule = defineRule({
  code: "auth-contradiction",
  about: clusterOptions,
  check({ options }) {
    const { auth } = options;
    if (auth?.kubernetes_tokens !== true) return [];
    const findings: RuleFinding[] = [];
    if (auth.mode !== "token") {
      findings.push({
        document: "request",
        path: ["auth", "kubernetes_tokens"],
        message: "kubernetes_tokens needs the mode token.",
        hint: "Add mode: token, or remove kubernetes_tokens.",
        related: [
          {
            document: "request",
            path: ["auth", "mode"],
            message: auth.mode == null ? "mode is missing here" : `mode is ${auth.mode} here`,
          },
        ],
      });
    }
    if (auth.secret != null) {
      findings.push({
        document: "request",
        path: ["auth", "secret"],
        message: "KubeRay accepts either Kubernetes' tokens or the token of a Secret, not both.",
        hint: "Remove secret, or remove kubernetes_tokens.",
      });
    }
    return findings;
  },
});
