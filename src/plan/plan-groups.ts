import type { KuberayRelease } from "../kuberay/releases.ts";
import { podToleration } from "../manifest/pod-toleration.ts";
import { sortedMap } from "../manifest/sorted-map.ts";
import type { ClusterNode } from "../model/cluster.ts";
import { bytesOf, containerAmounts, podAmounts } from "../model/pod-amounts.ts";
import type { Resolved } from "../model/resolved.ts";
import { wholeCpus } from "../quantity/cpu-millis.ts";
import type { Bounds, GroupPlan } from "./plan.ts";

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
  const { accelerator, placement } = node;
  const { kuberayVersion, release, settings } = model;
  const { gpu_resource_request_key: key } = settings.ray;
  const containers = containerAmounts(node, model.cluster, key);
  const pod = podAmounts(containers, node.role, kuberayVersion);
  const gpuResource = accelerator?.resource ?? key;
  return {
    name,
    role: node.role,
    pods,
    ...(hosts === 1 ? {} : { hosts_per_worker: hosts }),
    ...(accelerator === undefined ? {} : { accelerator: accelerator.name }),
    pod,
    ...(gpuResource === undefined || pod.gpus === 0 ? {} : { gpu_resource: gpuResource }),
    containers,
    ray: rayResources(node),
    shm_bytes: sharedMemoryBytes(node, release),
    node_selector: sortedMap(placement.nodeSelector) ?? {},
    tolerations: placement.tolerations.map(podToleration),
  };
}

function rayResources(node: ClusterNode): GroupPlan["ray"] {
  const { cpu, memoryGib, gpuCount, accelerator, rayCpus } = node;
  const offer = accelerator?.ray;
  const hasGpus = offer?.name === "GPU";
  const named = offer === undefined || hasGpus ? {} : { [offer.name]: offer.amount };
  const all = { ...node.rayResources, ...named };
  const custom = Object.keys(all).length === 0 ? {} : { custom: all };
  return {
    cpus: rayCpus ?? wholeCpus(cpu),
    memory_bytes: bytesOf(memoryGib),
    gpus: hasGpus ? offer.amount : gpuCount,
    ...custom,
  };
}

function sharedMemoryBytes(node: ClusterNode, release: KuberayRelease): number {
  const { shmGib, memoryGib, requestedMemoryGib } = node;
  if (shmGib !== undefined) return bytesOf(shmGib);
  const counts = release.sharesRequestedMemory ? (requestedMemoryGib ?? memoryGib) : memoryGib;
  return bytesOf(counts);
}
