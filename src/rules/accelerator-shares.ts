import { showText } from "../diagnostics/show.ts";
import { resourceKind } from "../ray/accelerators.ts";
import { askingNodes, distinctAccelerators } from "./nodes.ts";
import type { Rule, RuleFinding } from "./rule.ts";
import { defineRule } from "./rule.ts";
import { devices } from "./subjects.ts";

/**
 * Accelerator shares
 *
 * What Ray offers as GPUs is whole ones: a resource such as k8s.amazonaws.com/vgpu counts shares of GPUs, and KubeRay and
 * Ray's autoscaler take it for GPUs, since its name ends in gpu.
 *
 * See ray-operator/controllers/ray/utils/resources.go, v1.7.0
 */
export const acceleratorShares: Rule = defineRule({
  code: "accelerator-shares",
  about: devices,
  check({ cluster, settings }) {
    if (cluster === undefined) return [];
    const { supports_gpus: supported, gpu_resource_request_key: key } = settings.ray;
    const findings: RuleFinding[] = [];
    const sharedKey = supported && countsShares(key) ? key : undefined;
    const node = sharedKey === undefined ? undefined : askingNodes(cluster, 1)[0];
    if (sharedKey !== undefined && node !== undefined) {
      findings.push({
        document: "settings",
        path: ["ray", "gpu_resource_request_key"],
        message: `${showText(sharedKey)} counts shares of GPUs, but Ray would offer each as a whole GPU.`,
        hint: `If you want that, define an accelerator: ray.accelerators: {gpu-share: {resource: ${sharedKey}, ray_resource: GPU}}.`,
        related: [
          {
            document: "request",
            path: [...node.path, "gpu_count"],
            message: "GPUs are requested here",
          },
        ],
      });
    }
    for (const { accelerator, path } of distinctAccelerators(cluster)) {
      const { resource, settings: own, settingsPath } = accelerator;
      if (!countsShares(resource) || own?.ray_resource != null) continue;
      findings.push({
        document: "settings",
        path: [...settingsPath, "resource"],
        message: `${showText(resource)} counts shares of GPUs, but Ray would offer each as a whole GPU.`,
        hint: "Add ray_resource: GPU if you want that, or another name for the shares.",
        related: [
          {
            document: "request",
            path: [...path, "accelerator"],
            message: "it is requested here",
          },
        ],
      });
    }
    return findings;
  },
});

function countsShares(resource: string | undefined): resource is string {
  return resource !== undefined && resourceKind(resource)?.isShare === true;
}
