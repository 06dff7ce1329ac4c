import type { Rule, RuleFinding } from "./rule.ts";
import { defineRule } from "./rule.ts";
import { clusterOptions } from "./subjects.ts";

/**
 * Auth contradiction
 *
 * auth.kubernetes_tokens goes with the mode token and without a Secret: KubeRay refuses the cluster otherwise. A Secret goes
 * with the mode token: otherwise nothing reads it, and everybody may connect.
 *
 * See ValidateRayClusterSpec in ray-operator/controllers/ray/utils/validation.go, v1.6.0
 */
export const authContradiction: Rule = defineRule({
  code: "auth-contradiction",
  about: clusterOptions,
  check({ options }) {
    const { auth } = options;
    if (auth == null) return [];
    const { kubernetes_tokens: takesTokens, mode, secret } = auth;
    const findings: RuleFinding[] = [];
    const related = [
      {
        document: "request" as const,
        path: ["auth", "mode"],
        message: mode == null ? "mode is missing here" : `mode is ${mode} here`,
      },
    ];
    if (takesTokens === true && mode !== "token") {
      findings.push({
        document: "request",
        path: ["auth", "kubernetes_tokens"],
        message: "kubernetes_tokens needs the mode token.",
        hint: "Add mode: token, or remove kubernetes_tokens.",
        related,
      });
    }
    if (takesTokens !== true && secret != null && mode !== "token") {
      findings.push({
        document: "request",
        path: ["auth", "secret"],
        message: "Without the mode token nothing reads the Secret, and everybody may connect.",
        hint: "Add mode: token, or remove secret.",
        related,
      });
    }
    if (takesTokens === true && secret != null) {
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
