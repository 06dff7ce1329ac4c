import { waitAmounts } from "../kuberay/pod-additions/added-containers.ts";
import type { Version } from "../kuberay/version.ts";
import { cpuMillis } from "../quantity/cpu-millis.ts";
import { memoryMebibytes } from "../quantity/memory-mebibytes.ts";
import type { Cluster, ClusterNode } from "./cluster.ts";

/** What is asked of Kubernetes: CPU in thousandths, memory in MiB, devices whole. */
export interface Amounts {
  readonly cpu_millis: number;
  readonly memory_bytes: number;
  /**
   * GPUs under the deployment's GPU resource key, without which pods ask for none whatever Ray offers, and devices of
   * accelerators that Ray offers as GPUs.
   */
  readonly gpus: number;
  /** Local disk in MiB, only where any is asked for. */
  readonly ephemeral_storage_bytes?: number;
  /**
   * What accelerators ask for by extended resource, their GPUs and what goes beside the devices included; huge pages in
   * pages. Only if there are any.
   */
  readonly resources?: Readonly<Record<string, number>>;
}

/** Amounts that are being made. */
type OwnAmounts = { -readonly [Key in keyof Amounts]: Amounts[Key] };

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
    memory_bytes: bytesOf(autoscaler.memoryGib),
    gpus: 0,
  };
  return [ray, beside];
}

function rayContainer(node: ClusterNode, gpuResource: string | undefined): ContainerAmounts {
  const { requestedCpu, requestedMemoryGib, ephemeralStorageGib: storage, accelerator } = node;
  const ownGpus = gpuResource === undefined ? 0 : node.gpuCount;
  const counted = accelerator?.resource === undefined ? 0 : accelerator.count;
  const resources = acceleratorResources(node);
  const container: OwnAmounts & { name: string } = {
    name: node.role === "head" ? "ray-head" : "ray-worker",
    cpu_millis: cpuMillis(requestedCpu ?? node.cpu),
    memory_bytes: bytesOf(requestedMemoryGib ?? node.memoryGib),
    gpus: accelerator?.ray?.name === "GPU" ? counted : ownGpus,
  };
  if (storage !== undefined) container.ephemeral_storage_bytes = bytesOf(storage);
  if (resources !== undefined) container.resources = resources;
  return container;
}

function acceleratorResources({
  accelerator,
}: ClusterNode): Readonly<Record<string, number>> | undefined {
  if (accelerator === undefined) return undefined;
  const { resource, count, extraResources } = accelerator;
  if (resource !== undefined) return { [resource]: count, ...extraResources };
  return Object.keys(extraResources).length === 0 ? undefined : { ...extraResources };
}

/** What the scheduler counts: the sum of the containers, or the init container where that is more. */
export function podAmounts(
  containers: readonly ContainerAmounts[],
  role: ClusterNode["role"],
  kuberayVersion: Version | undefined,
): Amounts {
  const wait =
    role === "worker" && kuberayVersion !== undefined ? waitAmounts(kuberayVersion) : undefined;
  const sum = sumAmounts(containers, itself, once);
  if (wait === undefined) return sum;
  sum.cpu_millis = Math.max(sum.cpu_millis, wait.cpuMillis);
  sum.memory_bytes = Math.max(sum.memory_bytes, wait.memoryMebibytes * MEBIBYTE);
  return sum;
}

function itself(amounts: Amounts): Amounts {
  return amounts;
}

function once(): number {
  return 1;
}

const MEBIBYTE = 2 ** 20;

/** GiB as the manifest asks for them: whole mebibytes, in bytes. */
export function bytesOf(memoryGib: number): number {
  return memoryMebibytes(memoryGib) * MEBIBYTE;
}

/** Amounts together, each as many times as it is there: a fresh object. */
export function sumAmounts<Item>(
  items: readonly Item[],
  of: (item: Item) => Amounts,
  times: (item: Item) => number,
): OwnAmounts {
  const sum: OwnAmounts = { cpu_millis: 0, memory_bytes: 0, gpus: 0 };
  let resources: Map<string, number> | undefined;
  for (const item of items) {
    const factor = times(item);
    const amounts = of(item);
    sum.cpu_millis += factor * amounts.cpu_millis;
    sum.memory_bytes += factor * amounts.memory_bytes;
    sum.gpus += factor * amounts.gpus;
    const { ephemeral_storage_bytes: storage, resources: own } = amounts;
    if (storage !== undefined) {
      sum.ephemeral_storage_bytes = (sum.ephemeral_storage_bytes ?? 0) + factor * storage;
    }
    if (own === undefined) continue;
    resources ??= new Map();
    for (const [name, number] of Object.entries(own)) {
      resources.set(name, (resources.get(name) ?? 0) + factor * number);
    }
  }
  if (resources !== undefined) sum.resources = Object.fromEntries(resources);
  return sum;
}
