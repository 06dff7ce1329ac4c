import { formatPath } from "../diagnostics/path.ts";
import { reservedVariables } from "../kuberay/reserved-variables.ts";
import { distinctNodes } from "./nodes.ts";
import type { Rule, RuleFinding } from "./rule.ts";
import { defineRule } from "./rule.ts";
import { variables } from "./subjects.ts";

/**
 * Reserved variable
 *
 * A variable that KubeRay sets itself, or that a field of the request stands for, is not set in env.
 *
 * See ray-operator/controllers/ray/common/pod.go and utils/validation.go, v1.7.0
 */
export const reservedVariable: Rule = defineRule({
  code: "reserved-variable",
  about: variables,
  check({ cluster }) {
    if (cluster === undefined) return [];
    const variables = distinctNodes(cluster).flatMap(({ environment }) => environment);
    const own = cluster.autoscaler?.environment ?? [];
    if (variables.length + own.length === 0) return [];
    const distinct = new Map(
      [...variables, ...own].map((entry) => [formatPath(entry.path), entry]),
    );
    return [...distinct.values()].flatMap(({ name, path }): RuleFinding[] => {
      const instead = reservedVariables.get(name);
      if (instead === undefined) return [];
      return [
        {
          document: "request",
          path,
          target: "key",
          message: `The variable ${name} is reserved: KubeRay sets it.`,
          hint: instead === "" ? `Remove ${name}.` : `Remove ${name}, and use ${instead}.`,
        },
      ];
    });
  },
});
