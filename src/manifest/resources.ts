import { cpuMillis } from "../quantity/cpu-millis.ts";
import { formatCount, formatCpu, formatMemory } from "../quantity/format-quantity.ts";
import { memoryMebibytes } from "../quantity/memory-mebibytes.ts";
import type { Resources } from "./ray-cluster.ts";

interface Wanted {
  /** CPUs. */
  readonly cpu: number;
  /** GiB. */
  readonly memoryGib: number;
  readonly gpuCount?: number;
}

/** Limits, and requests equal to them, in canonical quantities; GPUs under the deployment's resource key, if it has one. */
export function resources(wanted: Wanted, gpuKey?: string): Resources {
  const cpu = formatCpu(cpuMillis(wanted.cpu));
  const memory = formatMemory(memoryMebibytes(wanted.memoryGib));
  const gpus = wanted.gpuCount ?? 0;
  if (gpus === 0 || gpuKey === undefined) {
    return { limits: { cpu, memory }, requests: { cpu, memory } };
  }
  const gpu = formatCount(gpus);
  return {
    limits: { cpu, memory, [gpuKey]: gpu },
    requests: { cpu, memory, [gpuKey]: gpu },
  };
}
