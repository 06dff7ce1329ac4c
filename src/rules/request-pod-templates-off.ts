import { findingsOn } from "./findings-on.ts";
import { distinctNodes, nodeName } from "./nodes.ts";
import type { Rule, RuleFinding } from "./rule.ts";
import { defineRule } from "./rule.ts";
import { requestTemplates } from "./subjects.ts";

/**
 * Request pod templates off
 *
 * A request brings templates of pods or of the cluster only where the settings allow it, since a pod template can ask for
 * the host.
 *
 * See the levels of Kubernetes' Pod Security Standards
 */
export const requestPodTemplatesOff: Rule = defineRule({
  code: "request-pod-templates-off",
  about: requestTemplates,
  check({ cluster, options, settings }) {
    if (settings.ray.request_pod_templates) return [];
    const ofCluster = OBJECT_TEMPLATES.flatMap(([field, what]): readonly RuleFinding[] => {
      if (Object.keys(options[field] ?? {}).length === 0) return [];
      return [
        {
          document: "request",
          path: [field],
          target: "key",
          message: `The request brings a ${what}, but ray.request_pod_templates of the settings is not true.`,
          hint: `Remove ${field}, or ask your platform team to set ray.request_pod_templates to true.`,
          related: [RELATED],
        },
      ];
    });
    if (cluster === undefined) return ofCluster;
    const ofNodes = findingsOn(distinctNodes(cluster), (node): RuleFinding[] => {
      if (Object.keys(node.podTemplate ?? {}).length === 0) return [];
      return [
        {
          document: "request",
          path: [...node.path, "pod_template"],
          target: "key",
          message: `${nodeName(cluster, node)} has a pod template, but ray.request_pod_templates in the settings is not true.`,
          hint: "Remove pod_template, or ask your platform team to set ray.request_pod_templates to true.",
          related: [RELATED],
        },
      ];
    });
    return [...ofCluster, ...ofNodes];
  },
});

const OBJECT_TEMPLATES = Object.freeze([
  ["cluster_template", "cluster template"],
  ["job_template", "job template"],
  ["service_template", "service template"],
] as const);

const RELATED = Object.freeze({
  document: "settings",
  path: ["ray", "request_pod_templates"],
  message: "Pod templates in requests are off.",
} as const);
