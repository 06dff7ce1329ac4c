import { expect, test } from "vitest";
import { kuberayRelease } from "../../src/kuberay/releases.ts";
import { parseVersion } from "../../src/kuberay/version.ts";
import type { AskedDevices } from "../../src/ray/accelerator-parameters.ts";
import { acceleratorParameters } from "../../src/ray/accelerator-parameters.ts";
import { resourceKind } from "../../src/ray/accelerators.ts";
import { derivedResources } from "../../src/ray/derived-resources.ts";
import { derivesCpus } from "../../src/ray/derives-cpus.ts";

const gpus = { devices: "GPUs", rayName: "GPU" };
const shares = { devices: "shares of GPUs", rayName: "GPU", isShare: true };
const companions = (devices: string) => ({ devices, isCompanion: true });

test.each<readonly [key: string, kind: object | undefined]>([
  [
    "google.com/tpu",
    { devices: "TPUs", rayName: "TPU", isDerivedByKuberay: true, isSeenByAutoscaler: true },
  ],
  [
    "aws.amazon.com/neuroncore",
    { devices: "Neuron cores", rayName: "neuron_cores", isDerivedByKuberay: true },
  ],
  [
    "aws.amazon.com/neuron",
    { devices: "Neuron devices", rayName: "neuron_cores", differsByMachine: true },
  ],
  [
    "aws.amazon.com/neurondevice",
    { devices: "Neuron devices", rayName: "neuron_cores", differsByMachine: true },
  ],
  ["habana.ai/gaudi", { devices: "Gaudi accelerators", rayName: "HPU" }],
  ["huawei.com/Ascend910", { devices: "Ascend NPUs", rayName: "NPU" }],
  ["huawei.com/Ascend310P-memory", companions("shares of an NPU")],
  ["huawei.com/Ascend310P-core", companions("shares of an NPU")],
  ["vpc.amazonaws.com/efa", companions("network interfaces")],
  ["rdma/ib", companions("network interfaces")],
  ["nvidia.com/gpumem", companions("shares of a GPU")],
  ["nvidia.com/gpucores", companions("shares of a GPU")],
  ["aliyun.com/gpu-mem", companions("shares of a GPU")],
  ["gpu.intel.com/i915_monitoring", companions("views of all GPUs of a node")],
  ["nvidia.com/gpu.shared", { devices: "parts of a GPU", rayName: "GPU" }],
  ["nvidia.com/mig-1g.5gb", { devices: "parts of a GPU", rayName: "GPU" }],
  ["gpu.intel.com/i915", gpus],
  ["gpu.intel.com/xe", gpus],
  ["aliyun.com/vgpu", { ...shares, isSeenByAutoscaler: true }],
  ["volcano.sh/vgpu-number", shares],
  ["nvidia.com/gpu", { ...gpus, isSeenByAutoscaler: true }],
  ["example.com/card", undefined],
])("%s counts %j", (key, kind) => {
  expect(resourceKind(key)).toEqual(kind);
});

function kuberay(text: string) {
  const kuberayVersion = parseVersion(text);
  const release = kuberayVersion && kuberayRelease(kuberayVersion);
  if (kuberayVersion === undefined || release === undefined) throw new Error(text);
  return { kuberayVersion, release };
}

function told(asked: Partial<AskedDevices>, version: string, scales: boolean): object {
  const devices = { resource: undefined, count: 2, rayName: "GPU", rayAmount: 2, ...asked };
  return acceleratorParameters(devices, { ...kuberay(version), cluster: { scales } });
}

const tpu = { resource: "google.com/tpu", rayName: "TPU" };
const cores = { resource: "aws.amazon.com/neuroncore", rayName: "neuron_cores" };

test.each<readonly [Partial<AskedDevices>, string, boolean, object]>([
  [{}, "1.7.0", false, { gpus: 2 }],
  [{ rayName: "TPU" }, "1.7.0", false, { resources: { TPU: 2 } }],
  [{ resource: "nvidia.com/gpu" }, "1.7.0", true, {}],
  [{ resource: "nvidia.com/gpu", rayAmount: 4 }, "1.7.0", false, { gpus: 4 }],
  [{ resource: "nvidia.com/mig-1g.5gb" }, "1.7.0", false, {}],
  [{ resource: "nvidia.com/mig-1g.5gb" }, "1.7.0", true, { gpus: 2 }],
  [{ resource: "nvidia.com/mig-1g.5gb" }, "1.3.2", false, { gpus: 2 }],
  [tpu, "1.7.0", false, {}],
  [tpu, "1.7.0", true, {}],
  [tpu, "1.2.2", false, { resources: { TPU: 2 } }],
  [{ ...tpu, rayAmount: 4 }, "1.7.0", false, { resources: { TPU: 4 } }],
  [{ ...tpu, rayName: "card" }, "1.7.0", false, { resources: { card: 2 } }],
  [cores, "1.7.0", false, {}],
  [cores, "1.7.0", true, { resources: { neuron_cores: 2 } }],
  [
    { resource: "example.com/gpu", rayName: "card" },
    "1.7.0",
    false,
    { gpus: 0, resources: { card: 2 } },
  ],
])(
  "of %j under KubeRay %s, where the cluster scales: %s, Ray is told %j",
  (asked, version, scales, parameters) => {
    expect(told(asked, version, scales)).toEqual(parameters);
  },
);

test("a request says by other fields what Ray counts by itself", () => {
  expect(Object.fromEntries(derivedResources)).toEqual({
    CPU: "ray_cpus",
    GPU: "gpu_count",
    memory: "memory_gb",
    object_store_memory: "the start parameter object-store-memory",
  });
});

test.each<readonly [version: string, ray: string | undefined, scales: boolean, finds: boolean]>([
  ["1.2.2", "2.52.0", false, false],
  ["1.3.0", "2.0.0", false, true],
  ["1.3.0", "2.40.9", true, false],
  ["1.3.0", "2.41.0", true, true],
  ["1.3.0", undefined, true, false],
])("KubeRay %s with Ray %s, scaling: %s, finds requested CPUs: %s", (version, ray, ...rest) => {
  const [scales, finds] = rest;
  const { release } = kuberay(version);
  const rayVersion = ray === undefined ? undefined : parseVersion(ray);
  expect(derivesCpus({ release, rayVersion, cluster: { scales } })).toBe(finds);
});
