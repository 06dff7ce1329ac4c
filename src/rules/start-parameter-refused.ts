import { refusedParameters } from "../kuberay/refused-parameters.ts";
import { findingsOn } from "./findings-on.ts";
import { distinctNodes } from "./nodes.ts";
import type { Rule, RuleFinding } from "./rule.ts";
import { defineRule } from "./rule.ts";
import { rayParameters } from "./subjects.ts";

/**
 * Start parameter refused
 *
 * ray_start_params holds no parameter that KubeRay refuses or sets itself, or that would undo what the manifest lives by.
 *
 * See ray-operator/controllers/ray/common/pod.go and utils/validation.go, v1.7.0
 */
export const startParameterRefused: Rule = defineRule({
  code: "start-parameter-refused",
  about: rayParameters,
  check({ cluster }) {
    if (cluster === undefined) return [];
    return findingsOn(distinctNodes(cluster), ({ rayStartParams, path }) =>
      findingsOn(Object.keys(rayStartParams), (name): readonly RuleFinding[] => {
        const refusal = refusedParameters.get(name);
        if (refusal === undefined) return [];
        return [
          {
            document: "request",
            path: [...path, "ray_start_params", name],
            target: "key",
            message: `The start parameter ${name} ${refusal.reason}.`,
            hint: refusal.instead === undefined ? `Remove ${name}.` : `Use ${refusal.instead}.`,
          },
        ];
      }),
    );
  },
});
