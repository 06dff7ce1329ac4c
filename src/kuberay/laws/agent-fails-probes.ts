import { ownField } from "../../diagnostics/own-field.ts";
import { kuberayRelease } from "../releases.ts";
import { AGENT_PORT, PROBED_AGENT_PORT, unaskedAgentPort } from "../unasked-agent-port.ts";
import { groupsOf, groupTitle } from "../views/cluster-spec-view.ts";
import type { Law } from "./law.ts";
import { defineLaw } from "./law.ts";

/**
 * Agent fails probes
 *
 * From 1.1 to 1.5 KubeRay's probes ask Ray's dashboard agent at port 52365, also where rayStartParams give it another port.
 * What ray.io/overwrite-container-cmd starts nobody knows.
 *
 * See initLivenessAndReadinessProbe in ray-operator/controllers/ray/common/pod.go, v1.1.1.
 */
export const agentFailsProbes: Law = defineLaw({
  code: "agent-fails-probes",
  severity: "warning",
  since: "1.1",
  until: "1.6",
  *check({ cluster, annotations }, { kuberay }) {
    const release = kuberayRelease(kuberay);
    if (cluster === undefined || release === undefined) return;
    if (ownField(annotations, "ray.io/overwrite-container-cmd") === "true") return;
    for (const group of groupsOf(cluster)) {
      const [first] = group.containers;
      const port = unaskedAgentPort(group.rayStartParams, first?.data, release);
      if (first === undefined || port === undefined) continue;
      yield {
        path: [...group.path, "rayStartParams", AGENT_PORT],
        message: `The dashboard agent listens on port ${port}, and the probes of this release ask port ${PROBED_AGENT_PORT}.`,
        consequence: `The pods of ${groupTitle(group)} are never ready.`,
        hint: `Remove ${AGENT_PORT}, or give the container both probes of its own.`,
      };
    }
  },
});
