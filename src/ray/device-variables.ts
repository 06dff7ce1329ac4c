/** Who sets a variable of devices, and so why a request leaves it alone. */
export interface DeviceVariable {
  /** `devices`: it names the devices that Ray counts; `alone`: Ray stops at it; `plugin`, `webhook`: they set it. */
  readonly setBy: "devices" | "alone" | "plugin" | "webhook";
}

const listed: DeviceVariable = Object.freeze({ setBy: "devices" });
const webhook: DeviceVariable = Object.freeze({ setBy: "webhook" });

/**
 * Variables of the Ray container by which accelerators find their devices or each other. Sources: Ray's accelerator managers
 * (python/ray/_private/accelerators), where a node that counts more devices than its variable names does not start;
 * ai-on-gke/kuberay-tpu-webhook, main.go; and Ray's documentation on GPUs for NVIDIA_VISIBLE_DEVICES.
 */
export const deviceVariables: ReadonlyMap<string, DeviceVariable> = new Map([
  ["CUDA_VISIBLE_DEVICES", listed],
  ["HIP_VISIBLE_DEVICES", listed],
  ["ROCR_VISIBLE_DEVICES", Object.freeze<DeviceVariable>({ setBy: "alone" })],
  ["ONEAPI_DEVICE_SELECTOR", listed],
  ["HABANA_VISIBLE_MODULES", listed],
  ["NEURON_RT_VISIBLE_CORES", listed],
  ["TPU_VISIBLE_CHIPS", listed],
  ["ASCEND_VISIBLE_DEVICES", listed],
  ["ASCEND_RT_VISIBLE_DEVICES", listed],
  ["NVIDIA_VISIBLE_DEVICES", Object.freeze<DeviceVariable>({ setBy: "plugin" })],
  ["TPU_WORKER_ID", webhook],
  ["TPU_WORKER_HOSTNAMES", webhook],
  ["TPU_NAME", webhook],
  ["TPU_DEVICE_PLUGIN_HOST_IP", webhook],
  ["TPU_DEVICE_PLUGIN_ADDR", webhook],
  ["TPU_PROCESS_ADDRESSES", webhook],
  ["TPU_PROCESS_PORT", webhook],
  ["MEGASCALE_SLICE_ID", webhook],
  ["MEGASCALE_COORDINATOR_ADDRESS", webhook],
  ["MEGASCALE_PORT", webhook],
]);
