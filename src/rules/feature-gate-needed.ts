import { formatPath } from "../diagnostics/path.ts";
import { requestFields } from "../kuberay/request-fields.ts";
import { isAtOrAfter } from "../kuberay/version.ts";
import { releasedFields } from "./released-fields.ts";
import type { Rule } from "./rule.ts";
import { defineRule } from "./rule.ts";
import { releasedFeatures } from "./subjects.ts";

/**
 * Feature gate needed
 *
 * A field that KubeRay refuses unless a feature gate is on works only where the platform's operator has switched the gate on.
 *
 * See ray-operator/pkg/features/features.go, v1.7.0
 */
export const featureGateNeeded: Rule = defineRule({
  code: "feature-gate-needed",
  about: releasedFeatures,
  check({ cluster, options, kuberayVersion }) {
    if (cluster === undefined || kuberayVersion === undefined) return [];
    return releasedFields(cluster, options).flatMap(({ name, path }) => {
      const { since, gate } = requestFields[name];
      if (gate === undefined) return [];
      if (!isAtOrAfter(kuberayVersion, since)) return [];
      return [
        {
          document: "request",
          path,
          message: `KubeRay refuses ${formatPath(path)} unless its feature gate ${gate} is on, which it is not by default.`,
          hint: `Ask your platform team whether KubeRay runs with ${gate}=true.`,
        },
      ];
    });
  },
});
