import { ownList, ownText } from "../diagnostics/own-field.ts";
import type { KuberayRelease } from "../kuberay/kuberay-release.ts";
import { podToleration } from "../manifest/pod-toleration.ts";
import { sortedMap } from "../manifest/sorted-map.ts";
import type { ClusterNode } from "../model/cluster.ts";
import { countPod } from "../model/count-pod.ts";
import { bytesOf } from "../model/pod-amounts.ts";
import type { Resolved } from "../model/resolved.ts";
import { wholeCpus } from "../quantity/cpu-millis.ts";
import { mergedOffer, mergedSharedMemory } from "./merged-offer.ts";
import { mergedPlacement } from "./merged-placement.ts";
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
  const { countedPods, release, settings } = model;
  const { containers, pod } = countPod(node, model);
  const merged = countedPods?.get(node);
  const gpuResource =
    merged === undefined
      ? (accelerator?.resource ?? settings.ray.gpu_resource_request_key)
      : merged.gpuResource;
  const image =
    merged === undefined ? node.image : ownText(ownList(merged.podSpec, "containers")[0], "image");
  const runtimeClass =
    merged === undefined
      ? accelerator?.settings?.runtime_class
      : ownText(merged.podSpec, "runtimeClassName");
  const ray = rayResources(node);
  const shm = sharedMemoryBytes(node, release);
  return {
    name,
    role: node.role,
    pods,
    ...(hosts === 1 ? {} : { hosts_per_worker: hosts }),
    ...(image === undefined || image === model.image ? {} : { image }),
    ...(runtimeClass == null ? {} : { runtime_class: runtimeClass }),
    ...(accelerator === undefined ? {} : { accelerator: accelerator.name }),
    pod,
    ...(gpuResource === undefined || pod.gpus === 0 ? {} : { gpu_resource: gpuResource }),
    containers,
    ray: merged === undefined ? ray : mergedOffer(merged, ray, model),
    shm_bytes: merged === undefined ? shm : mergedSharedMemory(merged, shm, model),
    ...(merged === undefined
      ? {
          node_selector: sortedMap(placement.nodeSelector) ?? {},
          tolerations: placement.tolerations.map(podToleration),
        }
      : mergedPlacement(merged.podSpec)),
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
