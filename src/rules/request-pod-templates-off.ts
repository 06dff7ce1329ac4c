import { findingsOn } from "./findings-on.ts";
import { distinctNodes, nodeName } from "./nodes.ts";
import type { Rule, RuleFinding } from "./rule.ts";
import { defineRule } from "./rule.ts";

/**
 * Request pod templates off
 *
 * A request brings pod templates only where the settings allow it, since a pod template can ask for the host.
 *
 * See the levels of Kubernetes' Pod Security Standards
 */
export const requestPodTemplatesOff: Rule = defineRule({
  code: "request-pod-templates-off",
  check({ cluster, settings }) {
    if (cluster === undefined || settings.ray.request_pod_templates) return [];
    return findingsOn(distinctNodes(cluster), (node): RuleFinding[] => {
      if (Object.keys(node.podTemplate ?? {}).length === 0) return [];
      const setting = ["ray", "request_pod_templates"];
      return [
        {
          document: "request",
          path: [...node.path, "pod_template"],
          target: "key",
          message: `${nodeName(cluster, node)} brings a pod template, but ray.request_pod_templates of the settings is not true.`,
          hint: "Remove pod_template, or ask the operator of the platform to set ray.request_pod_templates to true.",
          related: [
            { document: "settings", path: setting, message: "Pod templates of requests are off." },
          ],
        },
      ];
    });
  },
});
