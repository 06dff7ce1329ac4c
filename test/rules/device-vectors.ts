import type { Node } from "./find.ts";
import { full, simple } from "./find.ts";
import type { Row } from "./option-vectors.ts";

const WORKER = "config.scaling_groups[0].worker_nodes";
const worker = (options: Node, most = 1) =>
  full({}, [[1, most, options]], { cpu: 1, memory_gb: 2 });
const at = (field: string) => [`request ${WORKER}.${field}`];
const entries = (accelerators: object) => ({ ray: { accelerators } });

const gpu = entries({ a: { resource: "nvidia.com/gpu" } });
const amd = entries({ a: { resource: "amd.com/gpu" } });
const chips = entries({ a: { resource: "google.com/tpu" } });
const asking = (env: object) => worker({ accelerator: "a", env });
const keyed = { ray: { supports_gpus: true, gpu_resource_request_key: "nvidia.com/gpu" } };
const fraction = { "gpu-fraction": "0.5" };
const kai = entries({ a: { ray_resource: "GPU", annotations: fraction } });

const variables: readonly Row[] = [
  ["device-variable", asking({ CUDA_HOME: "/usr" }), gpu, []],
  ["device-variable", asking({ CUDA_VISIBLE_DEVICES: "0" }), gpu, at("env.CUDA_VISIBLE_DEVICES")],
  ["device-variable", worker({ env: { CUDA_VISIBLE_DEVICES: "" } }), {}, []],
  [
    "device-variable",
    worker({ gpu_count: 1, env: { CUDA_VISIBLE_DEVICES: "0" } }),
    keyed,
    at("env.CUDA_VISIBLE_DEVICES"),
  ],
  ["device-variable", asking({ HIP_VISIBLE_DEVICES: "0" }), amd, at("env.HIP_VISIBLE_DEVICES")],
  [
    "device-variable",
    worker({ env: { ROCR_VISIBLE_DEVICES: "0" } }),
    {},
    at("env.ROCR_VISIBLE_DEVICES"),
  ],
  [
    "device-variable",
    asking({ NVIDIA_VISIBLE_DEVICES: "void" }),
    gpu,
    at("env.NVIDIA_VISIBLE_DEVICES"),
  ],
  ["device-variable", worker({ env: { NVIDIA_VISIBLE_DEVICES: "void" } }), {}, []],
  ["device-variable", asking({ TPU_WORKER_ID: "0" }), chips, at("env.TPU_WORKER_ID")],
  ["device-variable", asking({ MEGASCALE_NUM_SLICES: "2" }), chips, []],
  ["device-variable", asking({ MEGASCALE_PORT: "8081" }), chips, at("env.MEGASCALE_PORT")],
  [
    "device-variable",
    { ...asking({}), env: { TPU_NAME: "a", ASCEND_RT_VISIBLE_DEVICES: "0" } },
    chips,
    ["request env.ASCEND_RT_VISIBLE_DEVICES", "request env.TPU_NAME"],
  ],
  // Said once, though every node has it.
  [
    "device-variable",
    { ...worker({}), env: { ROCR_VISIBLE_DEVICES: "0" } },
    {},
    ["request env.ROCR_VISIBLE_DEVICES"],
  ],
  ["device-variable", asking({ constructor: "a" }), gpu, []],
];

const fractions: readonly Row[] = [
  ["fraction-beside-devices", worker({ annotations: fraction }), {}, []],
  [
    "fraction-beside-devices",
    worker({ gpu_count: 1, annotations: fraction }),
    keyed,
    at('annotations["gpu-fraction"]'),
  ],
  [
    "fraction-beside-devices",
    worker({ gpu_count: 1, annotations: { "gpu-memory": "4000" } }),
    { ray: { supports_gpus: true } },
    [],
  ],
  [
    "fraction-beside-devices",
    worker({ accelerator: "a" }),
    entries({ a: { resource: "nvidia.com/gpu", annotations: fraction } }),
    ['settings ray.accelerators.a.annotations["gpu-fraction"]'],
  ],
  ["fraction-beside-devices", worker({ accelerator: "a" }), kai, []],
  [
    "fraction-beside-devices",
    simple(2, {}, { gpu_count: 1 }),
    { ray: { ...keyed.ray, gpu_annotations: fraction } },
    ['settings ray.gpu_annotations["gpu-fraction"]'],
  ],
];

const untold: readonly Row[] = [
  ["devices-untold", worker({ annotations: fraction }, 2), {}, at('annotations["gpu-fraction"]')],
  ["devices-untold", worker({ annotations: fraction }), {}, []],
  ["devices-untold", worker({ annotations: fraction, ray_resources: { slice: 1 } }, 2), {}, []],
  ["devices-untold", worker({ accelerator: "a" }, 2), kai, []],
  [
    "devices-untold",
    worker({ gpu_count: 1, annotations: fraction }, 2),
    { ray: { supports_gpus: true } },
    [],
  ],
];

const unnamed: readonly Row[] = [
  ["accelerator-ray-resource", worker({ accelerator: "a" }), kai, []],
  [
    "accelerator-ray-resource",
    worker({ accelerator: "a" }),
    entries({ a: { annotations: fraction } }),
    ["settings ray.accelerators.a.ray_resource"],
  ],
  [
    "accelerator-ray-resource",
    worker({ accelerator: "a" }),
    entries({ a: { ray_resource: "CPU" } }),
    ["settings ray.accelerators.a.ray_resource"],
  ],
  ["accelerator-ray-resource", worker({ accelerator: "a" }), entries({ a: { resource: 7 } }), []],
  ["accelerator-ray-resource", worker({ accelerator: "b" }), entries({}), []],
];

/** The laws of devices that no resource counts, and of the variables that name devices. */
export const deviceVectors: readonly Row[] = [...variables, ...fractions, ...untold, ...unnamed];
