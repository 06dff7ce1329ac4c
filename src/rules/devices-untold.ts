import { claimOf, fractionOf } from "./claimed-devices.ts";
import { distinctNodes, nodeName } from "./nodes.ts";
import type { Rule, RuleFinding } from "./rule.ts";
import { defineRule } from "./rule.ts";

/**
 * Devices untold
 *
 * Where the cluster scales, Ray is told of devices that no resource counts: those of a resource claim, and parts of a GPU by
 * an annotation. Ray's autoscaler reads the manifest, which has no number of them.
 *
 * See kuberay#3527 and Ray's kuberay/autoscaling_config.py
 */
export const devicesUntold: Rule = defineRule({
  code: "devices-untold",
  check(model) {
    const { cluster } = model;
    if (cluster === undefined || !cluster.scales) return [];
    return distinctNodes(cluster).flatMap((node): RuleFinding[] => {
      const place = claimOf(node, model) ?? fractionOf(node, model)?.place;
      const isTold =
        node.gpuCount > 0 ||
        node.accelerator?.ray !== undefined ||
        Object.keys(node.rayResources).length > 0;
      if (place === undefined || isTold) return [];
      return [
        {
          ...place,
          message: `${nodeName(cluster, node)} gets devices here that no resource counts, and nothing tells Ray's autoscaler of them: it never adds a node for work that asks for a device.`,
          hint: "Name an accelerator with ray_resource in the settings, without resource, and ask for it.",
        },
      ];
    });
  },
});
