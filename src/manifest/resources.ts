import type { Path } from "../diagnostics/path.ts";
import type { NodeAccelerator } from "../model/cluster.ts";
import { cpuMillis } from "../quantity/cpu-millis.ts";
import { formatCpu, formatMemory, formatWhole } from "../quantity/format-quantity.ts";
import { memoryMebibytes } from "../quantity/memory-mebibytes.ts";
import { acceleratorResourceOrigins, addAcceleratorResources } from "./accelerator-resources.ts";
import type { Resources } from "./ray-cluster.ts";
import type { Origin, Trace } from "./trace.ts";
import { fromRequest } from "./trace.ts";

interface Wanted {
  /** CPUs. */
  readonly cpu: number;
  /** GiB. */
  readonly memoryGib: number;
  readonly gpuCount?: number;
  readonly accelerator?: NodeAccelerator | undefined;
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
 * if it has one, and the devices of an accelerator under its resource.
 */
export function resources(
  wanted: Wanted,
  gpuKey: string | undefined,
  trace: Trace | undefined,
): Resources {
  const { requestedCpu, requestedMemoryGib } = wanted;
  const cpu = formatCpu(cpuMillis(wanted.cpu));
  const memory = formatMemory(memoryMebibytes(wanted.memoryGib));
  const limits: Record<string, string> =
    wanted.hasCpuLimit === false ? { memory } : { cpu, memory };
  const requests: Record<string, string> = {
    cpu: requestedCpu === undefined ? cpu : formatCpu(cpuMillis(requestedCpu)),
    memory:
      requestedMemoryGib === undefined ? memory : formatMemory(memoryMebibytes(requestedMemoryGib)),
  };
  addFurther(limits, wanted, gpuKey);
  addFurther(requests, wanted, gpuKey);
  if (trace !== undefined) markAmounts(wanted, { limits, requests }, gpuKey, trace);
  return { limits, requests };
}

/** What is requested as it is limited. */
function addFurther(
  amounts: Record<string, string>,
  { ephemeralStorageGib: storage, gpuCount = 0, accelerator }: Wanted,
  gpuKey: string | undefined,
): void {
  if (storage !== undefined) amounts["ephemeral-storage"] = formatMemory(memoryMebibytes(storage));
  if (gpuCount > 0 && gpuKey !== undefined) amounts[gpuKey] = formatWhole(gpuCount);
  if (accelerator !== undefined) addAcceleratorResources(amounts, accelerator);
}

function markAmounts(
  { path, requestedCpu, requestedMemoryGib, accelerator }: Wanted,
  { limits, requests }: Resources,
  gpuKey: string | undefined,
  trace: Trace,
): void {
  const cpu = [...path, "cpu"];
  const memory = [...path, "memory_gb"];
  const further = {
    "ephemeral-storage": fromRequest([...path, "ephemeral_storage_gb"], "GiB."),
    ...(gpuKey === undefined ? {} : { [gpuKey]: gpuOrigin(path) }),
    ...acceleratorResourceOrigins({ accelerator }),
  };
  trace.mark(limits, {
    cpu: fromRequest(cpu, requestedCpu === undefined ? EQUAL_CPU : "CPUs."),
    memory: fromRequest(memory, requestedMemoryGib === undefined ? EQUAL_MEMORY : "GiB."),
    ...further,
  });
  trace.mark(requests, {
    cpu:
      requestedCpu === undefined
        ? fromRequest(cpu, EQUAL_CPU)
        : fromRequest([...path, "requests", "cpu"], "CPUs."),
    memory:
      requestedMemoryGib === undefined
        ? fromRequest(memory, EQUAL_MEMORY)
        : fromRequest([...path, "requests", "memory_gb"], "GiB."),
    ...further,
  });
}

const EQUAL_CPU = "CPUs; requests equal limits.";
const EQUAL_MEMORY = "GiB; requests equal limits.";

function gpuOrigin(path: Path): Origin {
  return {
    inputs: [
      { document: "request", path: [...path, "gpu_count"] },
      { document: "settings", path: ["ray", "gpu_resource_request_key"] },
    ],
    reason: "The GPUs of a node, under the deployment's resource key.",
  };
}
