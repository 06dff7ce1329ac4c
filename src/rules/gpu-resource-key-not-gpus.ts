import { showText } from "../diagnostics/show.ts";
import type { ResourceKind } from "../ray/accelerators.ts";
import { resourceKind } from "../ray/accelerators.ts";
import { askingNodes } from "./nodes.ts";
import type { Rule } from "./rule.ts";
import { defineRule } from "./rule.ts";
import { devices } from "./subjects.ts";

/**
 * GPU resource key not GPUs
 *
 * Where a node asks for GPUs, the GPU resource key counts GPUs: Ray would offer as many GPUs as the pod has other devices.
 *
 * See Ray's accelerator managers, python/ray/_private/accelerators
 */
export const gpuResourceKeyNotGpus: Rule = defineRule({
  code: "gpu-resource-key-not-gpus",
  about: devices,
  check({ cluster, settings }) {
    const { supports_gpus: supported, gpu_resource_request_key: key } = settings.ray;
    if (cluster === undefined || !supported || key === undefined) return [];
    const kind = resourceKind(key);
    const [node] = askingNodes(cluster, 1);
    if (kind === undefined || kind.rayName === "GPU" || node === undefined) return [];
    return [
      {
        document: "settings",
        path: ["ray", "gpu_resource_request_key"],
        message: `${showText(key)} counts ${kind.devices}, but Ray would offer them as GPUs.`,
        hint: hint(key, kind),
        related: [
          {
            document: "request",
            path: [...node.path, "gpu_count"],
            message: "GPUs are requested here",
          },
        ],
      },
    ];
  },
});

/** The entry of the accelerators that is meant, to copy. */
function hint(key: string, { rayName, isCompanion, differsByMachine }: ResourceKind): string {
  if (isCompanion === true) {
    return `Use a resource that counts GPUs, such as nvidia.com/gpu, and put ${key} under extra_resources of an accelerator.`;
  }
  const name = (rayName ?? "device").replace(/_cores$/, "").toLowerCase();
  const ray = differsByMachine === true ? `, ray_resource: {name: ${rayName}, per_device: 2}` : "";
  return `Use ray.accelerators: {${name}: {resource: ${key}${ray}}}, and in the request accelerator: ${name} instead of gpu_count.`;
}
