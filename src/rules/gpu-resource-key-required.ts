import { askingNodes, nodeName } from "./nodes.ts";
import type { Rule } from "./rule.ts";
import { defineRule } from "./rule.ts";
import { devices } from "./subjects.ts";

/**
 * GPU resource key required
 *
 * More than one GPU a node needs a resource key: without one Kubernetes allots no GPU, and a pod gets whatever its
 * node exposes.
 *
 * See the key ray.gpu_resource_request_key of the server's Helm values.
 */
export const gpuResourceKeyRequired: Rule = defineRule({
  code: "gpu-resource-key-required",
  about: devices,
  check({ cluster, settings }) {
    const { supports_gpus: supported, gpu_resource_request_key: key } = settings.ray;
    if (cluster === undefined || !supported || key !== undefined) return [];
    return askingNodes(cluster, 2).map((node) => ({
      document: "request",
      path: [...node.path, "gpu_count"],
      message: `${nodeName(cluster, node)} asks for ${node.gpuCount} GPUs, but this deployment can give each node only one GPU.`,
      hint: "Set gpu_count to 1, or set ray.gpu_resource_request_key, such as nvidia.com/gpu.",
      related: [
        {
          document: "settings",
          path: ["ray", "gpu_resource_request_key"],
          message: "no GPU resource key is set",
        },
      ],
    }));
  },
});
