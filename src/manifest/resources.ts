import type { Path } from "../diagnostics/path.ts";
import { cpuMillis } from "../quantity/cpu-millis.ts";
import { formatCount, formatCpu, formatMemory } from "../quantity/format-quantity.ts";
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
  /** CPUs and GiB, where less than the limits is set aside. */
  readonly requestedCpu?: number | undefined;
  readonly requestedMemoryGib?: number | undefined;
  readonly hasCpuLimit?: boolean;
  readonly ephemeralStorageGib?: number | undefined;
  /** Where the user asked for it. */
  readonly path: Path;
}

/**
 * Limits and requests in canonical quantities, equal unless the user says less; GPUs under the deployment's resource key,
 * if it has one.
 */
export function resources(
  wanted: Wanted,
  gpuKey: string | undefined,
  trace: Trace | undefined,
): Resources {
  const limits = amounts(wanted, gpuKey);
  const requests = { ...limits };
  if (wanted.requestedCpu !== undefined) requests.cpu = formatCpu(cpuMillis(wanted.requestedCpu));
  if (wanted.requestedMemoryGib !== undefined) {
    requests.memory = formatMemory(memoryMebibytes(wanted.requestedMemoryGib));
  }
  if (wanted.hasCpuLimit === false) Reflect.deleteProperty(limits, "cpu");
  if (trace !== undefined) markAmounts(wanted, { limits, requests }, gpuKey, trace);
  return { limits, requests };
}

function amounts(wanted: Wanted, gpuKey: string | undefined): Record<string, string> {
  const { ephemeralStorageGib: storage, gpuCount = 0 } = wanted;
  const result: Record<string, string> = {
    cpu: formatCpu(cpuMillis(wanted.cpu)),
    memory: formatMemory(memoryMebibytes(wanted.memoryGib)),
  };
  if (storage !== undefined) result["ephemeral-storage"] = formatMemory(memoryMebibytes(storage));
  if (gpuCount > 0 && gpuKey !== undefined) result[gpuKey] = formatCount(gpuCount);
  return result;
}

function markAmounts(
  { path, requestedCpu, requestedMemoryGib }: Wanted,
  { limits, requests }: Resources,
  gpuKey: string | undefined,
  trace: Trace,
): void {
  const gpu = gpuKey === undefined ? {} : { [gpuKey]: gpuOrigin(path) };
  const common = {
    cpu: fromRequest([...path, "cpu"], "CPUs; requests equal limits."),
    memory: fromRequest([...path, "memory_gb"], "GiB; requests equal limits."),
    "ephemeral-storage": fromRequest([...path, "ephemeral_storage_gb"], "GiB."),
    ...gpu,
  };
  trace.mark(limits, common);
  const requestPath = [...path, "requests"];
  trace.mark(requests, {
    ...common,
    ...(requestedCpu === undefined ? {} : { cpu: fromRequest([...requestPath, "cpu"], "CPUs.") }),
    ...(requestedMemoryGib === undefined
      ? {}
      : { memory: fromRequest([...requestPath, "memory_gb"], "GiB.") }),
  });
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
