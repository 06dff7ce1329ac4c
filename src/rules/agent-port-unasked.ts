import { ownList } from "../diagnostics/own-field.ts";
import { AGENT_PORT, PROBED_AGENT_PORT, unaskedAgentPort } from "../kuberay/unasked-agent-port.ts";
import { formatVersion } from "../kuberay/version.ts";
import { distinctPods, firstOfPlaces } from "./nodes.ts";
import type { Rule, RuleFinding } from "./rule.ts";
import { defineRule } from "./rule.ts";
import { rayParameters } from "./subjects.ts";

/**
 * Agent port unasked
 *
 * Where the probes of the target release ask Ray's dashboard agent at a fixed port, no start parameter gives it another one,
 * unless a pod template brings both probes.
 *
 * See initLivenessAndReadinessProbe in ray-operator/controllers/ray/common/pod.go, v1.1.1
 */
export const agentPortUnasked: Rule = defineRule({
  code: "agent-port-unasked",
  about: rayParameters,
  check({ cluster, kuberayVersion, release, countedPods, annotations }) {
    if (cluster === undefined || kuberayVersion === undefined || release === undefined) return [];
    if (annotations?.["ray.io/overwrite-container-cmd"] === "true") return [];
    const findings = distinctPods(cluster, countedPods).flatMap((node): RuleFinding[] => {
      const [ray] = ownList(countedPods?.get(node)?.podSpec, "containers");
      const port = unaskedAgentPort(node.rayStartParams, ray, release);
      if (port === undefined) return [];
      return [
        {
          document: "request",
          path: [...node.path, "ray_start_params", AGENT_PORT],
          message: `The dashboard agent listens on port ${port}, and the probes of KubeRay ${formatVersion(kuberayVersion)} ask port ${PROBED_AGENT_PORT}: the pods are never ready.`,
          hint: `Remove ${AGENT_PORT}; only a pod template with both probes of its own can move that port.`,
        },
      ];
    });
    return firstOfPlaces(findings);
  },
});
