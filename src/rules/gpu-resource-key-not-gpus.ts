import { showText } from "../diagnostics/show.ts";
import { devicesOfResource } from "../ray/other-accelerators.ts";
import { askingNodes } from "./nodes.ts";
import type { Rule } from "./rule.ts";
import { defineRule } from "./rule.ts";

/**
 * GPU resource key not GPUs
 *
 * Where a node asks for GPUs, the GPU resource key counts GPUs: Ray would offer as many GPUs as the pod has other devices.
 *
 * See Ray's accelerator managers, python/ray/_private/accelerators
 */
export const gpuResourceKeyNotGpus: Rule = defineRule({
  code: "gpu-resource-key-not-gpus",
  check({ cluster, settings }) {
    const { supports_gpus: supported, gpu_resource_request_key: key } = settings.ray;
    if (cluster === undefined || !supported || key === undefined) return [];
    const devices = devicesOfResource(key);
    const [node] = askingNodes(cluster, 1);
    if (devices === undefined || node === undefined) return [];
    return [
      {
        document: "settings",
        path: ["ray", "gpu_resource_request_key"],
        message: `${showText(key)} counts ${devices}, but Ray would offer them as GPUs.`,
        hint: "Use a resource that counts GPUs, such as nvidia.com/gpu.",
        related: [
          {
            document: "request",
            path: [...node.path, "gpu_count"],
            message: "GPUs are asked for here",
          },
        ],
      },
    ];
  },
});
