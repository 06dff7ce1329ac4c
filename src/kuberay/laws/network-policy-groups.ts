import { dns1123LabelProblem } from "../../api/identifiers/dns-label.ts";
import { ownField } from "../../diagnostics/own-field.ts";
import { groupTitle } from "../views/cluster-spec-view.ts";
import type { Law } from "./law.ts";
import { defineLaw, gateOf } from "./law.ts";

const GATE = "RayClusterNetworkPolicy";

/**
 * Network policy groups
 *
 * In a cluster with a network policy, the name of every worker group is a DNS-1123 label.
 *
 * See validateNetworkPolicy in ray-operator/controllers/ray/utils/validation.go, v1.7.0.
 */
export const networkPolicyGroups: Law = defineLaw({
  code: "network-policy-groups",
  since: "1.7",
  gate: GATE,
  *check({ cluster }, target) {
    if (cluster === undefined) return;
    if (ownField(cluster.spec, "networkPolicy") === undefined) return;
    const gate = gateOf(target, GATE);
    if (gate.isKnown && !gate.isOn) return;
    for (const group of cluster.workers) {
      const problem = dns1123LabelProblem(group.name);
      if (problem === undefined) continue;
      yield {
        path: [...group.path, "groupName"],
        message: `A network policy cannot name ${groupTitle(group)}: ${problem}`,
        hint: "Use lower-case letters, digits and dashes.",
        related: [{ path: [...cluster.path, "networkPolicy"], message: "the policy is here" }],
      };
    }
  },
});
