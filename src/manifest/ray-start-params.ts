import { firstReleaseThat } from "../kuberay/releases.ts";
import type { ClusterNode } from "../model/cluster.ts";
import type { BuildContext } from "./build-context.ts";
import type { Origin } from "./trace.ts";
import { byRule, fromRequest } from "./trace.ts";

/**
 * The parameters of `ray start`. KubeRay before 1.4 requires the map even where it is empty; values are strings always.
 * `num-gpus` says what Ray cannot tell from the resources: a GPU without a resource key, one under a key that does not
 * end in `gpu` (Ray's autoscaler and KubeRay look for nothing else), and none at all where the deployment has GPUs, so
 * that a node never offers one that it happens to see.
 */
export function rayStartParams(
  { settings, release, trace }: BuildContext,
  node: ClusterNode,
): Readonly<Record<string, string>> {
  const params: Record<string, string> = {};
  if (release.needsBlock) params.block = "true";
  if (node.role === "head" && release.needsDashboardHost) params["dashboard-host"] = "0.0.0.0";
  const { supports_gpus: supported, gpu_resource_request_key: key } = settings.ray;
  const seenByRay = node.gpuCount > 0 && key !== undefined && key.endsWith("gpu");
  if (supported && !seenByRay) params["num-gpus"] = String(node.gpuCount);
  trace?.mark(params, {
    block: byRule(
      `KubeRay before ${firstReleaseThat(({ needsBlock }) => !needsBlock)} does not keep ray start in the foreground by itself.`,
    ),
    "dashboard-host": byRule(
      `Before KubeRay ${firstReleaseThat(({ needsDashboardHost }) => !needsDashboardHost)} the dashboard listens on localhost unless told.`,
    ),
    "num-gpus": fromRequest(
      [...node.path, "gpu_count"],
      "Says what Ray cannot tell from the resources: how many GPUs the node may offer.",
    ),
  });
  return params;
}

/** Where the map itself comes from, full or empty. */
export function startParamsOrigin(): Origin {
  const release = firstReleaseThat(({ requiresStartParams }) => !requiresStartParams);
  return byRule(`KubeRay before ${release} requires the map, even an empty one.`);
}
