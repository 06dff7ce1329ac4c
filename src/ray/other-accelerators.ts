/**
 * Extended resources that count something other than GPUs: Ray offers these devices under a name of their own, or not at
 * all. Sources: Ray's accelerator managers (python/ray/_private/accelerators) and the vendors' device plugins.
 */
const otherAccelerators: readonly (readonly [pattern: RegExp, devices: string])[] = Object.freeze([
  [/^google\.com\/tpu$/, "TPUs"],
  [/^aws\.amazon\.com\/neuron(?:core|device)?$/, "Neuron devices"],
  [/^habana\.ai\/gaudi$/, "Gaudi accelerators"],
  [/^huawei\.com\/Ascend/, "Ascend NPUs"],
  [/^(?:vpc\.amazonaws\.com\/efa|rdma\/.+)$/, "network interfaces"],
  [/^(?:nvidia|amd)\.com\/(?:gpumem(?:-percentage)?|gpucores)$/, "shares of a GPU"],
  [/^aliyun\.com\/gpu-mem$/, "shares of a GPU"],
]);

/** What a resource key counts that is known not to be GPUs, in the plural; undefined for every other key. */
export function devicesOfResource(key: string): string | undefined {
  return otherAccelerators.find(([pattern]) => pattern.test(key))?.[1];
}
