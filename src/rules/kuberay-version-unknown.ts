import { newestKuberay } from "../kuberay/releases.ts";
import { formatMinor, formatVersion, isLaterMinor } from "../kuberay/version.ts";
import type { Rule } from "./rule.ts";
import { defineRule } from "./rule.ts";

/**
 * KubeRay version unknown
 *
 * KubeRay is a release that the compiler knows; for newer ones it emits what suits the newest known.
 *
 * See the table of releases in src/kuberay/releases.ts
 */
export const kuberayVersionUnknown: Rule = defineRule({
  code: "kuberay-version-unknown",
  check({ kuberayVersion }) {
    if (kuberayVersion === undefined) return [];
    if (!isLaterMinor(kuberayVersion, newestKuberay)) return [];
    return [
      {
        document: "settings",
        path: ["kuberay_version"],
        message: `KubeRay ${formatVersion(kuberayVersion)} is newer than any release that the compiler knows; the manifest is for KubeRay ${formatMinor(newestKuberay)}.`,
        hint: "Upgrade the compiler, or read what this KubeRay release changed.",
      },
    ];
  },
});
