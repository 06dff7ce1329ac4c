import { expect, test } from "vitest";
import { deviceVariableProblem } from "../../src/ray/device-variables.ts";

const named = "names devices, and Ray does not start where it counts more of them than are named.";
const plugin = "may hide the devices that the pod asks for: the device plug-in sets it.";
const webhook =
  "is set by GKE's webhook for TPUs, pod by pod; one value for all pods takes its place.";

test.each([
  ["CUDA_VISIBLE_DEVICES", named],
  ["HIP_VISIBLE_DEVICES", named],
  ["ONEAPI_DEVICE_SELECTOR", named],
  ["HABANA_VISIBLE_MODULES", named],
  ["NEURON_RT_VISIBLE_CORES", named],
  ["TPU_VISIBLE_CHIPS", named],
  ["ASCEND_VISIBLE_DEVICES", named],
  ["ASCEND_RT_VISIBLE_DEVICES", named],
  ["NVIDIA_VISIBLE_DEVICES", plugin],
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
])("of %s it is said that it %s", (name, problem) => {
  const [hasDevices, hasTpus] = [problem !== webhook, problem === webhook];
  expect(deviceVariableProblem(name, { hasDevices, hasTpus })).toBe(
    `The variable ${name} ${problem}`,
  );
  expect(
    deviceVariableProblem(name, { hasDevices: !hasDevices, hasTpus: !hasTpus }),
  ).toBeUndefined();
});

test("ROCR_VISIBLE_DEVICES stops Ray in every pod, and other variables are none of devices", () => {
  const none = { hasDevices: false, hasTpus: false };
  expect(deviceVariableProblem("ROCR_VISIBLE_DEVICES", none)).toBe(
    "Ray stops at the variable ROCR_VISIBLE_DEVICES; it reads HIP_VISIBLE_DEVICES, which it sets for its workers itself.",
  );
  expect(deviceVariableProblem("PATH", { hasDevices: true, hasTpus: true })).toBeUndefined();
});
