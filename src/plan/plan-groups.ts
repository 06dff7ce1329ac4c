import { waitAmounts } from "../kuberay/pod-additions/added-containers.ts";
import { podToleration } from "../manifest/pod-toleration.ts";
import { sortedMap } from "../manifest/sorted-map.ts";
import type { ClusterNode } from "../model/cluster.ts";
import type { Resolved } from "../model/resolved.ts";
import { cpuMillis } from "../quantity/cpu-millis.ts";
import { memoryMebibytes } from "../quantity/memory-mebibytes.ts";
import type { Amounts, Bounds, GroupPlan } from "./plan.ts";

type Container = Amounts & { readonly name: string };

/** The head, then the worker groups in order. */
export function planGroups(model: Resolved): readonly GroupPlan[] {
  const { cluster } = model;
  const head = planGroup("head", cluster.head, { minimum: 1, maximum: 1 }, model);
  const workers = cluster.groups.map(({ name, node, minWorkers, maxWorkers }) =>
    planGroup(name, node, { minimum: minWorkers, maximum: maxWorkers }, model),
  );
  return [head, ...workers];
}

function planGroup(name: string, node: ClusterNode, pods: Bounds, model: Resolved): GroupPlan {
  const { placement } = node;
  const { kuberayVersion, settings } = model;
  const { gpu_resource_request_key: key } = settings.ray;
  const ray: Container = {
    name: node.role === "head" ? "ray-head" : "ray-worker",
    cpu_millis: cpuMillis(node.cpu),
    memory_bytes: bytesOf(node.memoryGib),
    gpus: key === undefined ? 0 : node.gpuCount,
  };
  const containers = node.role === "head" ? [ray, ...autoscalerContainers(model)] : [ray];
  return {
    name,
    role: node.role,
    pods,
    pod: podAmounts(containers, node.role === "worker" ? waitAmounts(kuberayVersion) : undefined),
    ...(key === undefined || ray.gpus === 0 ? {} : { gpu_resource: key }),
    containers,
    ray: {
      cpus: Math.ceil(ray.cpu_millis / 1000),
      memory_bytes: ray.memory_bytes,
      gpus: node.gpuCount,
    },
    shm_bytes: ray.memory_bytes,
    node_selector: sortedMap(placement.nodeSelector) ?? {},
    tolerations: placement.tolerations.map(podToleration),
  };
}

/** What the scheduler counts: the sum of the containers, or the init container where that is more. */
function podAmounts(
  containers: readonly Container[],
  wait: ReturnType<typeof waitAmounts>,
): Amounts {
  let cpu = 0;
  let memory = 0;
  let gpus = 0;
  for (const container of containers) {
    cpu += container.cpu_millis;
    memory += container.memory_bytes;
    gpus += container.gpus;
  }
  return {
    cpu_millis: Math.max(cpu, wait?.cpuMillis ?? 0),
    memory_bytes: Math.max(memory, (wait?.memoryMebibytes ?? 0) * MEBIBYTE),
    gpus,
  };
}

const MEBIBYTE = 2 ** 20;

/** As much as the manifest asks for: whole mebibytes. */
function bytesOf(memoryGib: number): number {
  return memoryMebibytes(memoryGib) * MEBIBYTE;
}

function autoscalerContainers({ cluster }: Resolved): readonly Container[] {
  const { autoscaler, scales } = cluster;
  if (!scales || autoscaler === undefined) return [];
  return [
    {
      name: "autoscaler",
      cpu_millis: cpuMillis(autoscaler.cpu),
      memory_bytes: bytesOf(autoscaler.memoryGib),
      gpus: 0,
    },
  ];
}
