import type { Path } from "../diagnostics/path.ts";
import { cpuMillis } from "../quantity/cpu-millis.ts";
import { formatCpu, formatMemory, formatWhole } from "../quantity/format-quantity.ts";
import { memoryMebibytes } from "../quantity/memory-mebibytes.ts";
import type { Resources } from "./ray-cluster.ts";
import type { Origin, Trace } from "./trace.ts";
import { fromRequest } from "./trace.ts";

interface Wanted {
  /** CPUs. */
  readonly cpu: number;
  /** GiB. */
  readonly memoryGib: number;
  readonly gpuCount?: number;
  /** Where the user asked for it. */
  readonly path: Path;
}

/** Limits, and requests equal to them, in canonical quantities; GPUs under the deployment's resource key, if it has one. */
export function resources(
  wanted: Wanted,
  gpuKey: string | undefined,
  trace: Trace | undefined,
): Resources {
  const result = quantities(wanted, gpuKey);
  if (trace !== undefined) {
    const gpu = gpuKey === undefined ? {} : { [gpuKey]: gpuOrigin(wanted.path) };
    for (const amounts of [result.limits, result.requests]) {
      trace.mark(amounts, {
        cpu: fromRequest([...wanted.path, "cpu"], "CPUs; requests equal limits."),
        memory: fromRequest([...wanted.path, "memory_gb"], "GiB; requests equal limits."),
        ...gpu,
      });
    }
  }
  return result;
}

function gpuOrigin(path: Path): Origin {
  return {
    inputs: [
      { document: "request", path: [...path, "gpu_count"] },
      { document: "settings", path: ["ray", "gpu_resource_request_key"] },
    ],
    reason: "The GPUs of a node, under the deployment's resource key.",
  };
}

function quantities(wanted: Wanted, gpuKey: string | undefined): Resources {
  const cpu = formatCpu(cpuMillis(wanted.cpu));
  const memory = formatMemory(memoryMebibytes(wanted.memoryGib));
  const gpus = wanted.gpuCount ?? 0;
  if (gpus === 0 || gpuKey === undefined) {
    return { limits: { cpu, memory }, requests: { cpu, memory } };
  }
  const gpu = formatWhole(gpus);
  return {
    limits: { cpu, memory, [gpuKey]: gpu },
    requests: { cpu, memory, [gpuKey]: gpu },
  };
}
