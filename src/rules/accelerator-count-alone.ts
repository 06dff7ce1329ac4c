import { distinctNodes, nodeName } from "./nodes.ts";
import type { Rule } from "./rule.ts";
import { defineRule } from "./rule.ts";
import { accelerators } from "./subjects.ts";

/**
 * Accelerator count alone
 *
 * accelerator_count stands beside an accelerator: it says how many devices of it a node asks for.
 *
 * See the fields accelerator and accelerator_count of a node.
 */
export const acceleratorCountAlone: Rule = defineRule({
  code: "accelerator-count-alone",
  about: accelerators,
  check({ cluster, settings }) {
    if (cluster === undefined) return [];
    const [first] = Object.keys(settings.ray.accelerators);
    return distinctNodes(cluster)
      .filter((node) => node.acceleratorCount !== undefined && node.accelerator === undefined)
      .map((node) => ({
        document: "request",
        path: [...node.path, "accelerator_count"],
        message: `${nodeName(cluster, node)} asks for ${node.acceleratorCount} devices, but does not name an accelerator.`,
        hint:
          first === undefined
            ? "Remove accelerator_count; for GPUs use gpu_count."
            : "Add accelerator with a name from ray.accelerators, or remove accelerator_count.",
        related: [
          {
            document: "request",
            path: [...node.path, "accelerator"],
            message: "no accelerator is named here",
          },
        ],
      }));
  },
});
