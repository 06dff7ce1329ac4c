import type { KuberayRelease } from "../kuberay/releases.ts";
import { cpuMillis } from "../quantity/cpu-millis.ts";
import { memoryMebibytes } from "../quantity/memory-mebibytes.ts";
import type { Cluster, ClusterNode } from "./cluster.ts";

/** What is asked of Kubernetes: CPU in thousandths, memory in MiB, devices whole. */
export interface Amounts {
  readonly cpu_millis: number;
  readonly memory_mebibytes: number;
  /**
   * GPUs under the deployment's GPU resource key, without which pods ask for none whatever Ray offers, and devices of
   * accelerators that Ray offers as GPUs.
   */
  readonly gpus: number;
  /** Local disk in MiB, only where any is asked for. */
  readonly ephemeral_storage_mebibytes?: number;
  /**
   * What accelerators ask for by extended resource, their GPUs and what goes beside the devices included; huge pages in
   * pages. Only where there are any.
   */
  readonly resources?: Readonly<Record<string, number>>;
}

/** What one container of a pod asks for. */
export type ContainerAmounts = Amounts & { readonly name: string };

/** What a node's containers request: Ray's first, and beside the head's the autoscaler's. */
export function containerAmounts(
  node: ClusterNode,
  cluster: Cluster,
  gpuResource: string | undefined,
): readonly ContainerAmounts[] {
  const ray = rayContainer(node, gpuResource);
  const { autoscaler, scales } = cluster;
  if (node.role === "worker" || !scales || autoscaler === undefined) return [ray];
  const beside: ContainerAmounts = {
    name: "autoscaler",
    cpu_millis: cpuMillis(autoscaler.cpu),
    memory_mebibytes: memoryMebibytes(autoscaler.memoryGib),
    gpus: 0,
  };
  return [ray, beside];
}

function rayContainer(node: ClusterNode, gpuResource: string | undefined): ContainerAmounts {
  const { requestedCpu, requestedMemoryGib, ephemeralStorageGib: storage, accelerator } = node;
  const ownGpus = gpuResource === undefined ? 0 : node.gpuCount;
  const resources = acceleratorResources(node);
  return {
    name: node.role === "head" ? "ray-head" : "ray-worker",
    cpu_millis: cpuMillis(requestedCpu ?? node.cpu),
    memory_mebibytes: memoryMebibytes(requestedMemoryGib ?? node.memoryGib),
    gpus: accelerator?.ray?.name === "GPU" ? accelerator.count : ownGpus,
    ...(storage === undefined ? {} : { ephemeral_storage_mebibytes: memoryMebibytes(storage) }),
    ...(resources === undefined ? {} : { resources }),
  };
}

function acceleratorResources({
  accelerator,
}: ClusterNode): Readonly<Record<string, number>> | undefined {
  if (accelerator?.resource === undefined) return undefined;
  const { resource, count, extraResources } = accelerator;
  return { [resource]: count, ...extraResources };
}

/** KubeRay's own init container asks for 200m and 256Mi: common/pod.go, v1.0.0. It matters for tiny workers alone. */
const WAIT_CPU_MILLIS = 200;
const WAIT_MEMORY_MEBIBYTES = 256;

/** What the scheduler counts: the sum of the containers, or the init container where that is more. */
export function podAmounts(
  containers: readonly ContainerAmounts[],
  role: ClusterNode["role"],
  release: Pick<KuberayRelease, "injectsWaitContainer">,
): Amounts {
  const waits = role === "worker" && release.injectsWaitContainer;
  const { cpu_millis: cpu, memory_mebibytes: memory, ...rest } = sumAmounts(containers, () => 1);
  return {
    cpu_millis: waits ? Math.max(cpu, WAIT_CPU_MILLIS) : cpu,
    memory_mebibytes: waits ? Math.max(memory, WAIT_MEMORY_MEBIBYTES) : memory,
    ...rest,
  };
}

/** Amounts together, each as many times as it is there. */
export function sumAmounts<Item extends Amounts>(
  items: readonly Item[],
  times: (item: Item) => number,
): Amounts {
  let cpu = 0;
  let memory = 0;
  let gpus = 0;
  let storage: number | undefined;
  let resources: Map<string, number> | undefined;
  for (const item of items) {
    const factor = times(item);
    cpu += factor * item.cpu_millis;
    memory += factor * item.memory_mebibytes;
    gpus += factor * item.gpus;
    const { ephemeral_storage_mebibytes: own } = item;
    if (own !== undefined) storage = (storage ?? 0) + factor * own;
    if (item.resources === undefined) continue;
    resources ??= new Map();
    for (const [name, number] of Object.entries(item.resources)) {
      resources.set(name, (resources.get(name) ?? 0) + factor * number);
    }
  }
  return {
    cpu_millis: cpu,
    memory_mebibytes: memory,
    gpus,
    ...(storage === undefined ? {} : { ephemeral_storage_mebibytes: storage }),
    ...(resources === undefined ? {} : { resources: Object.fromEntries(resources) }),
  };
}
