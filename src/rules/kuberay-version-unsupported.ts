import { oldestKuberay } from "../kuberay/releases.ts";
import { formatVersion, isAtOrAfter } from "../kuberay/version.ts";
import type { Rule } from "./rule.ts";
import { defineRule } from "./rule.ts";

/**
 * KubeRay version unsupported
 *
 * KubeRay is 0.4.0 or newer.
 *
 * See ray-operator/apis/ray/v1alpha1, v0.4.0
 */
export const kuberayVersionUnsupported: Rule = defineRule({
  code: "kuberay-version-unsupported",
  check({ kuberayVersion }) {
    if (kuberayVersion === undefined || isAtOrAfter(kuberayVersion, oldestKuberay)) return [];
    return [
      {
        document: "settings",
        path: ["kuberay_version"],
        message: `KubeRay ${formatVersion(kuberayVersion)} is not supported. The oldest supported release is KubeRay ${formatVersion(oldestKuberay)}.`,
        hint: "Upgrade the KubeRay operator, and set kuberay_version to its version.",
      },
    ];
  },
});
