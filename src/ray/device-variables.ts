/** The devices of the pod that has a variable. */
export interface PodDevices {
  readonly hasDevices: boolean;
  readonly hasTpus: boolean;
}

/** What is wrong with setting a variable in Ray's container, as a sentence; undefined where nothing is. */
export function deviceVariableProblem(
  name: string,
  { hasDevices, hasTpus }: PodDevices,
): string | undefined {
  switch (deviceVariables.get(name)?.setBy) {
    case "devices":
      return hasDevices
        ? `The variable ${name} names devices, and Ray does not start where it counts more of them than are named.`
        : undefined;
    case "alone":
      return `Ray stops at the variable ${name}; it reads HIP_VISIBLE_DEVICES, which it sets for its workers itself.`;
    case "plugin":
      return hasDevices
        ? `The variable ${name} may hide the devices that the pod asks for: the device plug-in sets it.`
        : undefined;
    case "webhook":
      return hasTpus
        ? `The variable ${name} is set by GKE's webhook for TPUs, pod by pod; one value for all pods takes its place.`
        : undefined;
    case undefined:
      return undefined;
  }
}

/** Who sets a variable of devices, and so why a user leaves it alone. */
interface DeviceVariable {
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
const deviceVariables: ReadonlyMap<string, DeviceVariable> = new Map([
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
