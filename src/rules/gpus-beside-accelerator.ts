import { count, showText } from "../diagnostics/show.ts";
import { findingsOn } from "./findings-on.ts";
import { distinctNodes, nodeName } from "./nodes.ts";
import type { Rule } from "./rule.ts";
import { defineRule } from "./rule.ts";
import { accelerators } from "./subjects.ts";

/**
 * GPUs beside accelerator
 *
 * A node asks for GPUs by gpu_count or for an accelerator, not for both: its pods are placed by one of them, and Ray counts
 * GPUs of one kind in a container.
 *
 * See _get_num_gpus in Ray's python/ray/autoscaler/_private/kuberay/autoscaling_config.py
 */
export const gpusBesideAccelerator: Rule = defineRule({
  code: "gpus-beside-accelerator",
  about: accelerators,
  check({ cluster }) {
    if (cluster === undefined) return [];
    return findingsOn(distinctNodes(cluster), (node) => {
      const { accelerator, gpuCount, path } = node;
      if (accelerator === undefined || !(gpuCount > 0)) return [];
      const name = showText(accelerator.name);
      return [
        {
          document: "request",
          path: [...path, "gpu_count"],
          message: `${nodeName(cluster, node)} asks both for ${count(gpuCount, "GPU")} (gpu_count) and for the accelerator ${name}.`,
          hint: `Remove gpu_count and set accelerator_count, or remove accelerator.`,
          related: [
            {
              document: "request",
              path: [...path, "accelerator"],
              message: `the accelerator is ${name} here`,
            },
          ],
        },
      ];
    });
  },
});
