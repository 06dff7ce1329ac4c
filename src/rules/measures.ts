import type { Path } from "../diagnostics/path.ts";
import { count } from "../diagnostics/show.ts";
import type { ClusterNode } from "../model/cluster.ts";
import type { CountedPod } from "../model/counted-pod.ts";
import type { Amounts } from "../model/pod-amounts.ts";
import { cpuMillis } from "../quantity/cpu-millis.ts";
import { memoryMebibytes } from "../quantity/memory-mebibytes.ts";

/** CPU or memory, as laws compare and name it. */
export interface Measure {
  /** The field of nodes, of the autoscaler, of capacities and of limits. */
  readonly field: "cpu" | "memory_gb";
  /** The resource of Kubernetes. */
  readonly resource: "cpu" | "memory";
  /** Whole units of a pod: thousandths of a CPU, or MiB. */
  readonly of: (amounts: Amounts) => number;
  readonly toUnits: (amount: number) => number;
  /** Whole units as the field has them. */
  readonly toField: (units: number) => number;
  /** `4 CPUs`, `16 GiB`. */
  readonly show: (units: number) => string;
}

export const measures: readonly Measure[] = Object.freeze([
  Object.freeze<Measure>({
    field: "cpu",
    resource: "cpu",
    of: ({ cpu_millis }) => cpu_millis,
    toUnits: cpuMillis,
    toField: (millis) => millis / 1000,
    show: (millis) => (millis === 1000 ? "1 CPU" : `${millis / 1000} CPUs`),
  }),
  Object.freeze<Measure>({
    field: "memory_gb",
    resource: "memory",
    of: ({ memory_bytes }) => memory_bytes / 2 ** 20,
    toUnits: memoryMebibytes,
    toField: (mebibytes) => roundedDown(mebibytes / 1024),
    show: (mebibytes) => `${Math.round((mebibytes / 1024) * 1000) / 1000} GiB`,
  }),
]);

function roundedDown(amount: number): number {
  return Math.floor(amount * 1000) / 1000;
}

/** Where a node says how much of it Kubernetes reserves. */
export function askedAt(
  { requestedCpu, requestedMemoryGib, path }: ClusterNode,
  field: Measure["field"],
): Path {
  const requested = field === "cpu" ? requestedCpu : requestedMemoryGib;
  return requested === undefined ? [...path, field] : [...path, "requests", field];
}

/** Where a pod template asks for the devices of a pod: for its GPUs, else for the first resource that it sets. */
export function devicePlace({ pod, askedAt: placeOf, gpuResource }: CountedPod) {
  const keys = [...(gpuResource === undefined ? [] : [gpuResource])];
  keys.push(...Object.keys(pod.resources ?? {}));
  for (const key of keys) {
    const place = placeOf(key);
    if (place !== undefined) return place;
  }
  return undefined;
}

/** `8 GPUs`, `4 devices`. */
export function showDevices(number: number, areGpus: boolean): string {
  return count(number, areGpus ? "GPU" : "device");
}

/** Where a node says how many devices it asks for. */
export function devicesAt({ accelerator, path }: ClusterNode): Path {
  return accelerator?.countPath ?? [...path, "gpu_count"];
}
