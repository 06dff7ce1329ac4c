import type { TextMap } from "../diagnostics/plain-data.ts";
import { hasMembers } from "../diagnostics/plain-data.ts";
import { firstReleaseThat } from "../kuberay/releases.ts";
import type { ClusterNode } from "../model/cluster.ts";
import { wholeCpus } from "../quantity/cpu-millis.ts";
import { acceleratorParameters } from "../ray/accelerator-parameters.ts";
import { derivesCpus } from "../ray/derives-cpus.ts";
import { labelsParameter } from "../ray/labels-parameter.ts";
import { resourcesParameter } from "../ray/resources-parameter.ts";
import { acceleratorParameterOrigin } from "./accelerator-resources.ts";
import type { BuildContext } from "./build-context.ts";
import { takesRedisPassword } from "./legacy-fault-tolerance.ts";
import { sortedMap } from "./sorted-map.ts";
import type { Origin } from "./trace.ts";
import { byRule, fromRequest } from "./trace.ts";

/**
 * The parameters of `ray start`: what Ray cannot tell from the resources, then the user's own. KubeRay before 1.4 requires
 * the map even where it is empty; values are strings always.
 * `num-gpus` is there for a GPU without a resource key, for one under a key that does not end in `gpu` (Ray's autoscaler
 * and KubeRay look for nothing else), and for none at all where the deployment has GPUs, so that a node never offers one
 * that it happens to see. Of an accelerator Ray is told what it would not find.
 */
export function rayStartParams(
  context: BuildContext,
  node: ClusterNode,
  rayLabels: TextMap = {},
): TextMap {
  const { release, trace } = context;
  const params: Record<string, string> = {};
  const isHead = node.role === "head";
  if (release.needsBlock) params.block = "true";
  if (isHead && release.needsDashboardHost) params["dashboard-host"] = "0.0.0.0";
  const cpus = cpusToSay(context, node);
  if (cpus !== undefined) params["num-cpus"] = String(cpus);
  const { gpus, resources } = devicesToSay(context, node);
  if (gpus !== undefined) params["num-gpus"] = String(gpus);
  if (hasMembers(resources)) params.resources = resourcesParameter(resources);
  const labels = release.rayLabelsAreField ? undefined : sortedMap(rayLabels);
  if (labels !== undefined) params.labels = labelsParameter(labels);
  if (isHead && takesRedisPassword(context)) params["redis-password"] = "$REDIS_PASSWORD";
  trace?.mark(params, ownOrigins(node));
  return withUsers(params, node, context);
}

function withUsers(
  params: Record<string, string>,
  { rayStartParams: users, path }: ClusterNode,
  { trace }: BuildContext,
): TextMap {
  if (!hasMembers(users)) return params;
  const names = Object.keys(users).sort();
  for (const name of names) params[name] = users[name] ?? "";
  trace?.mark(
    params,
    Object.fromEntries(
      names.map((name) => [name, fromRequest([...path, "ray_start_params", name])]),
    ),
  );
  return params;
}

/** The GPUs and the custom resources that Ray must be told. */
function devicesToSay(
  context: BuildContext,
  node: ClusterNode,
): { readonly gpus: number | undefined; readonly resources: Readonly<Record<string, number>> } {
  const { accelerator, gpuCount, rayResources } = node;
  if (accelerator?.ray !== undefined) {
    const { resource, count, ray } = accelerator;
    const asked = { resource, count, rayName: ray.name, rayAmount: ray.amount };
    const { gpus, resources } = acceleratorParameters(asked, context);
    return { gpus, resources: { ...rayResources, ...resources } };
  }
  const { supports_gpus: supported, gpu_resource_request_key: key } = context.settings.ray;
  const seenByRay = gpuCount > 0 && key !== undefined && key.endsWith("gpu");
  return { gpus: supported && !seenByRay ? gpuCount : undefined, resources: rayResources };
}

/** The CPUs that Ray must be told; undefined where it finds the same number by itself. */
function cpusToSay(context: BuildContext, node: ClusterNode): number | undefined {
  const { cpu, hasCpuLimit, rayCpus, requestedCpu = cpu } = node;
  if (hasCpuLimit) {
    return rayCpus === undefined || rayCpus === wholeCpus(cpu) ? undefined : rayCpus;
  }
  const wanted = rayCpus ?? wholeCpus(cpu);
  return derivesCpus(context) && wanted === wholeCpus(requestedCpu) ? undefined : wanted;
}

function ownOrigins(node: ClusterNode): Readonly<Record<string, Origin>> {
  const { path, rayCpus, rayResources, accelerator } = node;
  const told = accelerator === undefined ? undefined : acceleratorParameterOrigin(accelerator);
  const ownResources = { document: "request", path: [...path, "ray_resources"] } as const;
  return {
    block: byRule(
      `KubeRay before ${firstReleaseThat(({ needsBlock }) => !needsBlock)} does not keep ray start in the foreground itself.`,
    ),
    "dashboard-host": byRule(
      `Before KubeRay ${firstReleaseThat(({ needsDashboardHost }) => !needsDashboardHost)} the dashboard listens on localhost by default.`,
    ),
    "num-cpus": fromRequest(
      [...path, rayCpus === undefined ? "cpu" : "ray_cpus"],
      "Sets what Ray cannot derive from the resources: how many CPUs the node offers.",
    ),
    "num-gpus":
      told ??
      fromRequest(
        [...path, "gpu_count"],
        "Sets what Ray cannot derive from the resources: how many GPUs the node may offer.",
      ),
    resources: {
      inputs: [
        ...(Object.keys(rayResources).length > 0 ? [ownResources] : []),
        ...(told?.inputs ?? []),
      ],
      reason: "This quoting is the one that KubeRay, Ray's autoscaler and a shell all read.",
    },
    labels: byRule(
      `KubeRay before ${firstReleaseThat(({ rayLabelsAreField }) => rayLabelsAreField)} reads labels of Ray's nodes from a start parameter.`,
    ),
    "redis-password": fromRequest(["gcs_fault_tolerance", "redis_password"]),
  };
}

/** Where the map itself comes from, full or empty. */
export function startParamsOrigin(): Origin {
  const release = firstReleaseThat(({ requiresStartParams }) => !requiresStartParams);
  return byRule(`KubeRay before ${release} requires the map, even if it is empty.`);
}
