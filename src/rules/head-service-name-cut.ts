import { cutsHeadService, headServiceName } from "../kuberay/service-name.ts";
import { formatVersion } from "../kuberay/version.ts";
import type { Rule } from "./rule.ts";
import { defineRule } from "./rule.ts";

/**
 * Head service name cut
 *
 * The head Service is called `<name>-head-svc`. KubeRay up to 1.3 keeps the last 50 characters of that only.
 *
 * See CheckName in ray-operator/controllers/ray/utils/util.go, v1.3.2
 */
export const headServiceNameCut: Rule = defineRule({
  code: "head-service-name-cut",
  check({ name, kuberayVersion, release }) {
    if (release === undefined || kuberayVersion === undefined || name === "") return [];
    if (!cutsHeadService(name, release)) return [];
    const made = headServiceName(name, release);
    return [
      {
        document: "request",
        path: ["name"],
        message: `KubeRay ${formatVersion(kuberayVersion)} cuts the head Service's name to ${made}.`,
        hint: "Use a name of at most 41 characters, or take the address that raycluster plan prints.",
      },
    ];
  },
});
