import { dns1123LabelProblem } from "../../../api/identifiers/dns-label.ts";
import { ownField } from "../../../diagnostics/own-field.ts";
import { groupTitle } from "../group-title.ts";
import { refusalRule } from "./refusal-rule.ts";

/**
 * Network policy groups
 *
 * Where there is a network policy, the name of every worker group is a DNS-1123 label.
 *
 * See ray-operator/controllers/ray/utils/validation.go, v1.7.0.
 */
export const networkPolicyGroups = refusalRule(
  "network-policy-groups",
  [1, 7],
  function* (cluster) {
    if (ownField(cluster.spec, "networkPolicy") === undefined) return;
    for (const group of cluster.workers) {
      const problem = dns1123LabelProblem(group.name);
      if (problem === undefined) continue;
      yield {
        paths: [group.path, ["spec", "networkPolicy"]],
        message: `A network policy cannot name ${groupTitle(group)}: ${problem}`,
      };
    }
  },
);
