import { count } from "../diagnostics/show.ts";
import { askingNodes, isAccelerated, nodeName } from "./nodes.ts";
import type { Rule } from "./rule.ts";
import { defineRule } from "./rule.ts";
import { devices } from "./subjects.ts";

/**
 * GPUs unsupported
 *
 * GPUs are asked for only where the deployment says that it has them.
 *
 * See the key ray.supports_gpus of the server's Helm values.
 */
export const gpusUnsupported: Rule = defineRule({
  code: "gpus-unsupported",
  about: devices,
  check({ cluster, settings }) {
    if (cluster === undefined || settings.ray.supports_gpus) return [];
    // GPUs beside an accelerator are refused anyway.
    const nodes = askingNodes(cluster, 1).filter((node) => !isAccelerated(node));
    return nodes.map((node) => ({
      document: "request",
      path: [...node.path, "gpu_count"],
      message: `${nodeName(cluster, node)} asks for ${count(node.gpuCount, "GPU")}, but this deployment has none.`,
      hint: "Set gpu_count to 0, or set ray.supports_gpus to true if the nodes have GPUs.",
      related: [
        {
          document: "settings",
          path: ["ray", "supports_gpus"],
          message: "supports_gpus is not true",
        },
      ],
    }));
  },
});
