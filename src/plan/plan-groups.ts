import { waitAmounts } from "../kuberay/pod-additions/added-containers.ts";
import type { KuberayRelease } from "../kuberay/releases.ts";
import { podToleration } from "../manifest/pod-toleration.ts";
import { sortedMap } from "../manifest/sorted-map.ts";
import type { ClusterNode } from "../model/cluster.ts";
import type { Resolved } from "../model/resolved.ts";
import { cpuMillis } from "../quantity/cpu-millis.ts";
import { memoryMebibytes } from "../quantity/memory-mebibytes.ts";
import type { Amounts, Bounds, GroupPlan, RayResources } from "./plan.ts";

type Container = Amounts & { readonly name: string };

/** The head, then the worker groups in order. */
export function planGroups(model: Resolved): readonly GroupPlan[] {
  const { cluster } = model;
  const head = planGroup("head", cluster.head, { minimum: 1, maximum: 1 }, 1, model);
  const workers = cluster.groups.map(({ name, node, minWorkers, maxWorkers, hosts, suspend }) => {
    const pods = suspend ? 0 : hosts;
    const bounds = { minimum: minWorkers * pods, maximum: maxWorkers * pods };
    return planGroup(name, node, bounds, hosts, model);
  });
  return [head, ...workers];
}

function planGroup(
  name: string,
  node: ClusterNode,
  pods: Bounds,
  hosts: number,
  model: Resolved,
): GroupPlan {
  const { placement } = node;
  const { kuberayVersion, release, settings } = model;
  const { gpu_resource_request_key: key } = settings.ray;
  const ray = rayContainer(node, key);
  const containers = node.role === "head" ? [ray, ...autoscalerContainers(model)] : [ray];
  const group: GroupPlan = {
    name,
    role: node.role,
    pods,
    pod: podAmounts(containers, node.role === "worker" ? waitAmounts(kuberayVersion) : undefined),
    ...(key === undefined || ray.gpus === 0 ? {} : { gpu_resource: key }),
    containers,
    ray: rayResources(node),
    shm_bytes: sharedMemoryBytes(node, release),
    node_selector: sortedMap(placement.nodeSelector) ?? {},
    tolerations: placement.tolerations.map(podToleration),
  };
  return hosts === 1 ? group : { ...group, hosts_per_worker: hosts };
}

/** What the Ray container requests of the node. */
function rayContainer(node: ClusterNode, gpuResource: string | undefined): Container {
  const { requestedCpu, requestedMemoryGib, ephemeralStorageGib: storage } = node;
  const container: Container = {
    name: node.role === "head" ? "ray-head" : "ray-worker",
    cpu_millis: cpuMillis(requestedCpu ?? node.cpu),
    memory_bytes: bytesOf(requestedMemoryGib ?? node.memoryGib),
    gpus: gpuResource === undefined ? 0 : node.gpuCount,
  };
  if (storage === undefined) return container;
  return { ...container, ephemeral_storage_bytes: bytesOf(storage) };
}

function rayResources({ cpu, memoryGib, gpuCount, rayCpus, rayResources }: ClusterNode) {
  const result: RayResources = {
    cpus: rayCpus ?? Math.ceil(cpuMillis(cpu) / 1000),
    memory_bytes: bytesOf(memoryGib),
    gpus: gpuCount,
  };
  for (const _ in rayResources) return { ...result, custom: { ...rayResources } };
  return result;
}

function sharedMemoryBytes(node: ClusterNode, release: KuberayRelease): number {
  const { shmGib, memoryGib, requestedMemoryGib } = node;
  if (shmGib !== undefined) return bytesOf(shmGib);
  const counts = release.sharesRequestedMemory ? (requestedMemoryGib ?? memoryGib) : memoryGib;
  return bytesOf(counts);
}

/** What the scheduler counts: the sum of the containers, or the init container where that is more. */
function podAmounts(
  containers: readonly Container[],
  wait: ReturnType<typeof waitAmounts>,
): Amounts {
  let cpu = 0;
  let memory = 0;
  let gpus = 0;
  let storage: number | undefined;
  for (const container of containers) {
    cpu += container.cpu_millis;
    memory += container.memory_bytes;
    gpus += container.gpus;
    const { ephemeral_storage_bytes: own } = container;
    if (own !== undefined) storage = (storage ?? 0) + own;
  }
  const amounts: Amounts = {
    cpu_millis: Math.max(cpu, wait?.cpuMillis ?? 0),
    memory_bytes: Math.max(memory, (wait?.memoryMebibytes ?? 0) * MEBIBYTE),
    gpus,
  };
  return storage === undefined ? amounts : { ...amounts, ephemeral_storage_bytes: storage };
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
