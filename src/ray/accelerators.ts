/** The names under which Ray itself offers accelerators. */
export type RayAccelerator = "GPU" | "TPU" | "HPU" | "NPU" | "neuron_cores";

/** What an extended resource counts. */
export interface ResourceKind {
  /** In the plural. */
  readonly devices: string;
  /** What Ray calls the devices; undefined where Ray knows nothing of them. */
  readonly rayName?: RayAccelerator;
  /** KubeRay tells Ray of it by itself, in releases that look for accelerators other than GPUs. */
  readonly isDerivedByKuberay?: true;
  /** Ray's autoscaler finds it in the limits. */
  readonly isSeenByAutoscaler?: true;
  /** One device counts for a number of Ray's resource that depends on the machine. */
  readonly differsByMachine?: true;
  /** It is counted in parts of a device, of which Ray would offer each as a whole one. */
  readonly isShare?: true;
  /** It stands beside a resource of devices, such as nvidia.com/gpu. */
  readonly isCompanion?: true;
}

/**
 * Extended resources by what they count; the first that matches holds. A key that ends in `gpu` and is not among them
 * counts GPUs. Sources: Ray's accelerator managers (python/ray/_private/accelerators), its
 * autoscaler/_private/kuberay/autoscaling_config.py, KubeRay's common/pod.go and the vendors' device plugins.
 */
const resourceKinds: readonly (readonly [pattern: RegExp, kind: ResourceKind])[] = Object.freeze([
  kind(/^google\.com\/tpu$/, {
    devices: "TPUs",
    rayName: "TPU",
    isDerivedByKuberay: true,
    isSeenByAutoscaler: true,
  }),
  kind(/^aws\.amazon\.com\/neuroncore$/, {
    devices: "Neuron cores",
    rayName: "neuron_cores",
    isDerivedByKuberay: true,
  }),
  kind(/^aws\.amazon\.com\/neuron(?:device)?$/, {
    devices: "Neuron devices",
    rayName: "neuron_cores",
    differsByMachine: true,
  }),
  kind(/^habana\.ai\/gaudi$/, { devices: "Gaudi accelerators", rayName: "HPU" }),
  kind(/^huawei\.com\/Ascend.*-(?:memory|core)$/, {
    devices: "shares of an NPU",
    isCompanion: true,
  }),
  kind(/^huawei\.com\/Ascend/, { devices: "Ascend NPUs", rayName: "NPU" }),
  kind(/^(?:vpc\.amazonaws\.com\/efa|rdma\/.+)$/, {
    devices: "network interfaces",
    isCompanion: true,
  }),
  kind(/^(?:nvidia|amd)\.com\/(?:gpumem(?:-percentage)?|gpucores|priority)$/, {
    devices: "shares of a GPU",
    isCompanion: true,
  }),
  kind(/^aliyun\.com\/gpu-mem$/, { devices: "shares of a GPU", isCompanion: true }),
  kind(/^gpu\.intel\.com\/.+_monitoring$/, {
    devices: "views of all GPUs of a node",
    isCompanion: true,
  }),
  kind(/^nvidia\.com\/(?:gpu\.shared|mig-.+)$/, { devices: "parts of a GPU", rayName: "GPU" }),
  kind(/^gpu\.intel\.com\/(?:i915|xe)$/, { devices: "GPUs", rayName: "GPU" }),
  kind(/[-/][vs]gpu$/, {
    devices: "shares of GPUs",
    rayName: "GPU",
    isSeenByAutoscaler: true,
    isShare: true,
  }),
  kind(/^volcano\.sh\/vgpu-number$/, { devices: "shares of GPUs", rayName: "GPU", isShare: true }),
  kind(/gpu$/, { devices: "GPUs", rayName: "GPU", isSeenByAutoscaler: true }),
]);

function kind(pattern: RegExp, known: ResourceKind): readonly [RegExp, ResourceKind] {
  return Object.freeze([pattern, Object.freeze(known)] as const);
}

/** What an extended resource counts; undefined where nobody but its vendor knows. */
export function resourceKind(key: string): ResourceKind | undefined {
  return resourceKinds.find(([pattern]) => pattern.test(key))?.[1];
}
