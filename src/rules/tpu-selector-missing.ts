import { showText } from "../diagnostics/show.ts";
import {
  TPU_ACCELERATOR_LABEL,
  TPU_RESOURCE,
  TPU_TOPOLOGY_LABEL,
  tpuTopologyProblem,
} from "../ray/tpu-topology.ts";
import { findingsOn } from "./findings-on.ts";
import { distinctAccelerators, selectedLabel, selectorPlace } from "./nodes.ts";
import type { Rule, RuleFinding } from "./rule.ts";
import { defineRule } from "./rule.ts";
import { accelerators } from "./subjects.ts";

/**
 * TPU selector missing
 *
 * Pods with TPUs select their nodes by accelerator and by topology: GKE's webhook refuses pods without them, and Ray's
 * autoscaler does not know the slice.
 *
 * See ai-on-gke/kuberay-tpu-webhook, main.go, and Ray's kuberay/autoscaling_config.py
 */
export const tpuSelectorMissing: Rule = defineRule({
  code: "tpu-selector-missing",
  about: accelerators,
  check({ cluster, countedPods }) {
    if (cluster === undefined) return [];
    return findingsOn(distinctAccelerators(cluster), (node): RuleFinding[] => {
      const { accelerator, path } = node;
      const { name, resource, settingsPath } = accelerator;
      if (resource !== TPU_RESOURCE) return [];
      const related = [
        {
          document: "request",
          path: [...path, "accelerator"],
          message: "it is requested here",
        } as const,
      ];
      const selectorPath = [...settingsPath, "node_selector"];
      const missing = [TPU_ACCELERATOR_LABEL, TPU_TOPOLOGY_LABEL].filter(
        (label) => selectedLabel(node, label, countedPods) === undefined,
      );
      if (missing.length > 0) {
        return [
          {
            document: "settings",
            path: selectorPath,
            message: `${showText(name)} counts TPUs, but the accelerator does not select nodes by ${missing.join(" and ")}.`,
            hint: `Add both, such as ${TPU_ACCELERATOR_LABEL}: tpu-v6e-slice and ${TPU_TOPOLOGY_LABEL}: 2x4.`,
            related,
          },
        ];
      }
      const topology = selectedLabel(node, TPU_TOPOLOGY_LABEL, countedPods) ?? "";
      const problem = tpuTopologyProblem(topology);
      if (problem === undefined) return [];
      return [
        {
          ...selectorPlace(node, TPU_TOPOLOGY_LABEL, countedPods),
          message: `${showText(topology)} is not a TPU topology. ${problem}`,
          hint: "Write the topology of the node pool, such as 2x4.",
          related,
        },
      ];
    });
  },
});
