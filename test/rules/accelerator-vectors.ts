import type { Node } from "./find.ts";
import { full, simple } from "./find.ts";
import type { Row } from "./option-vectors.ts";

const WORKER = "config.scaling_groups[0].worker_nodes";
const at = (field: string) => [`request ${WORKER}.${field}`];
const setting = (field: string) => [`settings ray.accelerators.${field}`];

/** One fixed group with a node of its own. */
const worker = (options: Node, bounds: readonly [number, number] = [1, 1], head: Node = {}) =>
  full(head, [[...bounds, { ...options }]], { cpu: 1, memory_gb: 2 });
const accelerators = (entries: object, ray: object = {}) => ({
  ray: { accelerators: entries, ...ray },
});
const card = { a: { resource: "nvidia.com/gpu" } };
const withCard = (more: object) => accelerators({ a: { ...card.a, ...more } });
const counts = (numbers: readonly unknown[]) => withCard({ counts: numbers });
const asking = worker({ accelerator: "a" });
const twoAsking = full({}, [
  [1, 1, { accelerator: "a" }],
  [1, 1, { accelerator: "a" }],
]);
const named = (resource: string, ray_resource?: unknown) =>
  accelerators({ a: { resource, ray_resource } });
const extra = (...names: readonly string[]) =>
  withCard({ extra_resources: Object.fromEntries(names.map((name) => [name, 1])) });

const ACCELERATOR = "cloud.google.com/gke-tpu-accelerator";
const TOPOLOGY = "cloud.google.com/gke-tpu-topology";
const slice = (topology: unknown, more: object = {}) =>
  accelerators({
    a: {
      resource: "google.com/tpu",
      node_selector: { [ACCELERATOR]: "tpu-v6e-slice", [TOPOLOGY]: topology },
      ...more,
    },
  });
const tpus = (accelerator_count: unknown) => worker({ accelerator: "a", accelerator_count });
const hosts = (number: unknown) => ({
  config: {
    head_node: { cpu: 4, memory_gb: 16 },
    scaling_groups: [
      {
        worker_nodes: { cpu: 4, memory_gb: 16, accelerator: "a", accelerator_count: 4 },
        min_workers: 1,
        max_workers: 1,
        hosts: number,
      },
    ],
  },
});

const unknown: readonly Row[] = [
  ["accelerator-unknown", asking, accelerators(card), []],
  ["accelerator-unknown", worker({ accelerator: "b" }), accelerators(card), at("accelerator")],
  ["accelerator-unknown", asking, {}, at("accelerator")],
  ["accelerator-unknown", worker({ accelerator: "constructor" }), {}, at("accelerator")],
  ["accelerator-unknown", worker({ accelerator: "__proto__" }), {}, at("accelerator")],
  ["accelerator-unknown", worker({ accelerator: 7 }), {}, []],
  ["accelerator-unknown", asking, { ray: { accelerators: 7 } }, []],
  ["accelerator-unknown", asking, accelerators({ a: { resource: 7 } }), []],
  [
    "accelerator-unknown",
    simple(2, {}, { accelerator: "b" }),
    accelerators(card),
    ["request config.node_config.accelerator"],
  ],
];

const numbers: readonly Row[] = [
  ["accelerator-count", asking, counts([1, 8]), []],
  ["accelerator-count", asking, counts([8]), at("accelerator")],
  ["accelerator-count", tpus(8), counts([1, 8]), []],
  ["accelerator-count", tpus(4), counts([1, 8]), at("accelerator_count")],
  ["accelerator-count", tpus(4), counts([]), []],
  ["accelerator-count", tpus(4), counts(["8"]), []],
  ["accelerator-count", tpus(4), counts([8, "4"]), []],
  ["accelerator-count", tpus("4"), counts([8]), []],
  ["accelerator-count", tpus(4), accelerators(card), []],
  ["accelerator-count-alone", asking, accelerators(card), []],
  ["accelerator-count-alone", worker({ accelerator_count: 1 }), {}, at("accelerator_count")],
  ["accelerator-count-alone", worker({ accelerator_count: "1" }), {}, []],
  ["accelerator-count-alone", worker({ accelerator: 7, accelerator_count: 1 }), {}, []],
  ["gpus-beside-accelerator", worker({ accelerator: "a", gpu_count: 0 }), accelerators(card), []],
  [
    "gpus-beside-accelerator",
    worker({ accelerator: "a", gpu_count: 1 }),
    accelerators(card),
    at("gpu_count"),
  ],
];

const names: readonly Row[] = [
  ...["nvidia.com/gpu", "amd.com/gpu", "nvidia.com/mig-1g.5gb", "gpu.intel.com/xe"].map(
    (resource): Row => ["accelerator-ray-resource", asking, named(resource), []],
  ),
  ...["google.com/tpu", "aws.amazon.com/neuroncore", "habana.ai/gaudi", "huawei.com/Ascend910"].map(
    (resource): Row => ["accelerator-ray-resource", asking, named(resource), []],
  ),
  ["accelerator-ray-resource", asking, named("aws.amazon.com/neuron"), setting("a.resource")],
  [
    "accelerator-ray-resource",
    asking,
    named("aws.amazon.com/neuron", { name: "neuron_cores", per_device: 2 }),
    [],
  ],
  [
    "accelerator-ray-resource",
    asking,
    named("aws.amazon.com/neuron", "neuron_cores"),
    setting("a.ray_resource"),
  ],
  ["accelerator-ray-resource", asking, named("example.com/card"), setting("a.resource")],
  ["accelerator-ray-resource", asking, named("example.com/card", "GPU"), []],
  ["accelerator-ray-resource", asking, named("example.com/card", "CPU"), setting("a.ray_resource")],
  ["accelerator-ray-resource", asking, named("example.com/card", 7), []],
  ["accelerator-ray-resource", worker({}), named("example.com/card"), []],
  ["accelerator-ray-resource", asking, named("google.com/tpu", "GPU"), setting("a.ray_resource")],
  ["accelerator-ray-resource", asking, named("google.com/tpu", "TPU"), []],
  ["accelerator-ray-resource", asking, named("nvidia.com/gpu", "TPU"), setting("a.ray_resource")],
  ["accelerator-ray-resource", asking, named("nvidia.com/gpu", "slices"), []],
  ...["vpc.amazonaws.com/efa", "nvidia.com/gpumem", "gpu.intel.com/i915_monitoring"].map(
    (resource): Row => ["accelerator-ray-resource", asking, named(resource), setting("a.resource")],
  ),

  ...["k8s.amazonaws.com/vgpu", "metax-tech.com/sgpu", "iluvatar.ai/MR-V100-vgpu"].flatMap(
    (resource): readonly Row[] => [
      ["accelerator-shares", asking, named(resource), setting("a.resource")],
      ["accelerator-shares", asking, named(resource, "GPU"), []],
      ["accelerator-shares", twoAsking, named(resource), setting("a.resource")],
      ["accelerator-shares", worker({}), named(resource), []],
      [
        "accelerator-shares",
        worker({ gpu_count: 1 }),
        { ray: { supports_gpus: true, gpu_resource_request_key: resource } },
        ["settings ray.gpu_resource_request_key"],
      ],
    ],
  ),
  ["accelerator-shares", asking, named("nvidia.com/pgpu"), []],
  ["accelerator-shares", asking, named("nvidia.com/gpu"), []],

  ["accelerator-extra-resource", asking, extra("vpc.amazonaws.com/efa", "hugepages-2Mi"), []],
  ["accelerator-extra-resource", asking, extra("nvidia.com/gpumem", "rdma/pool"), []],
  [
    "accelerator-extra-resource",
    asking,
    extra("nvidia.com/gpu", "amd.com/gpu"),
    setting('a.extra_resources["nvidia.com/gpu"]').concat(
      setting('a.extra_resources["amd.com/gpu"]'),
    ),
  ],
  ["accelerator-extra-resource", worker({}), extra("amd.com/gpu"), []],

  [
    "reserved-ray-resource",
    worker({ accelerator: "a", ray_resources: { TPU: 1 } }),
    slice("2x2"),
    at("ray_resources.TPU"),
  ],
  [
    "reserved-ray-resource",
    worker({ accelerator: "a", ray_resources: { HPU: 1 } }),
    slice("2x2"),
    [],
  ],
  [
    "gpu-resource-key-not-gpus",
    worker({ gpu_count: 1 }),
    {
      ray: { supports_gpus: true, gpu_resource_request_key: "gpu.intel.com/i915" },
    },
    [],
  ],
];

const slices: readonly Row[] = [
  ["tpu-selector-missing", tpus(4), slice("2x2"), []],
  ["tpu-selector-missing", tpus(4), slice("2by2"), setting(`a.node_selector["${TOPOLOGY}"]`)],
  ["tpu-selector-missing", tpus(4), slice("0x2"), setting(`a.node_selector["${TOPOLOGY}"]`)],
  [
    "tpu-selector-missing",
    tpus(4),
    accelerators({ a: { resource: "google.com/tpu" } }),
    setting("a.node_selector"),
  ],
  [
    "tpu-selector-missing",
    tpus(4),
    accelerators(
      { a: { resource: "google.com/tpu", node_selector: { [TOPOLOGY]: "2x2" } } },
      { non_gpu_node_selector: { [ACCELERATOR]: "tpu-v6e-slice" } },
    ),
    [],
  ],
  ["tpu-selector-missing", asking, accelerators(card), []],

  ["accelerator-hosts", tpus(4), slice("2x2"), []],
  ["accelerator-hosts", tpus(4), slice("2x2x2", { hosts: 2 }), []],
  ["accelerator-hosts", tpus(4), slice("2x2x2"), setting("a.hosts")],
  ["accelerator-hosts", tpus(4), slice("2x2x2", { hosts: 3 }), setting("a.hosts")],
  ["accelerator-hosts", tpus(8), slice("2x4"), []],
  ["accelerator-hosts", tpus(8), slice("2x2"), at("accelerator_count")],
  ["accelerator-hosts", tpus(3), slice("2x2"), at("accelerator_count")],
  ["accelerator-hosts", hosts(4), slice("4x4"), []],
  ["accelerator-hosts", hosts(2), slice("4x4"), ["request config.scaling_groups[0].hosts"]],
  ["accelerator-hosts", hosts(2), slice("4by4"), []],
  ["accelerator-hosts", hosts("2"), slice("4x4"), []],
  ["accelerator-hosts", hosts(2), withCard({ hosts: 4 }), []],
  [
    "accelerator-hosts",
    full({ accelerator: "a" }, []),
    withCard({ hosts: 2 }),
    ["request config.head_node.accelerator"],
  ],
  ["accelerator-hosts", full({ accelerator: "a" }, []), withCard({ hosts: 1 }), []],
  [
    "accelerator-hosts",
    simple(2, {}, { accelerator: "a", accelerator_count: 4 }),
    slice("4x4", { hosts: 4 }),
    ["request config.node_config.accelerator"],
  ],

  [
    "tpu-on-head",
    full({ accelerator: "a", accelerator_count: 4 }, []),
    slice("2x2"),
    ["request config.head_node.accelerator"],
  ],
  ["tpu-on-head", full({ accelerator: "a", accelerator_count: 4 }, []), slice("4x4"), []],
  ["tpu-on-head", tpus(4), slice("2x2"), []],
  ["tpu-on-head", full({ accelerator: "a" }, []), accelerators(card), []],
  [
    "tpu-on-head",
    simple(1, {}, { accelerator: "a", accelerator_count: 4 }),
    slice("2x2"),
    ["request config.node_config.accelerator"],
  ],
  [
    "release-required",
    tpus(4),
    { ...slice("4x4", { hosts: 4 }), kuberay_version: "1.0.0" },
    at("accelerator"),
  ],
  ["release-required", tpus(4), { ...slice("4x4", { hosts: 4 }), kuberay_version: "1.1.0" }, []],
];

const capacity = (offers: object, key = "node_capacity") => ({ ray: { [key]: offers } });
const scaled = (head: Node) => full(head, [[0, 1, {}]], { cpu: 0.5, memory_gb: 1 });
const gpus = { supports_gpus: true, gpu_resource_request_key: "nvidia.com/gpu" };

const fits: readonly Row[] = [
  ["pod-fits-no-node", worker({ cpu: 4 }), capacity({ cpu: 4 }), []],
  ["pod-fits-no-node", worker({ cpu: 4.001 }), capacity({ cpu: 4 }), at("cpu")],
  ["pod-fits-no-node", worker({ memory_gb: 16 }), capacity({ memory_gb: 16 }), []],
  ["pod-fits-no-node", worker({ memory_gb: 17 }), capacity({ memory_gb: 16 }), at("memory_gb")],
  ["pod-fits-no-node", worker({ memory_gb: "17" }), capacity({ memory_gb: 16 }), []],
  ["pod-fits-no-node", worker({ cpu: 8, requests: { cpu: 4 } }), capacity({ cpu: 4 }), []],
  [
    "pod-fits-no-node",
    worker({ cpu: 8, requests: { cpu: 5 } }),
    capacity({ cpu: 4 }),
    at("requests.cpu"),
  ],
  ["pod-fits-no-node", scaled({ cpu: 3.5 }), capacity({ cpu: 4 }), []],
  [
    "pod-fits-no-node",
    scaled({ cpu: 3.6 }),
    capacity({ cpu: 4 }),
    ["request config.head_node.cpu"],
  ],
  ["pod-fits-no-node", full({ cpu: 4 }, []), capacity({ cpu: 4 }), []],
  [
    "pod-fits-no-node",
    simple(2, {}, { cpu: 8 }),
    capacity({ cpu: 4 }),
    ["request config.node_config.cpu"],
  ],
  // KubeRay's init container asks for 200m from 1.0 on.
  [
    "pod-fits-no-node",
    full({ cpu: 0.1 }, [[1, 1, { cpu: 0.1 }]]),
    { ...capacity({ cpu: 0.1 }), kuberay_version: "1.0.0" },
    at("cpu"),
  ],
  [
    "pod-fits-no-node",
    full({ cpu: 0.1 }, [[1, 1, { cpu: 0.1 }]]),
    { ...capacity({ cpu: 0.1 }), kuberay_version: "0.6.0" },
    [],
  ],
  ["pod-fits-no-node", worker({ cpu: 8 }), capacity({ cpu: 4 }, "gpu_node_capacity"), []],
  [
    "pod-fits-no-node",
    worker({ cpu: 8 }),
    capacity({ cpu: 4 }, "non_gpu_node_capacity"),
    at("cpu"),
  ],
  [
    "pod-fits-no-node",
    worker({ cpu: 8 }),
    { ray: { node_capacity: { cpu: 4 }, non_gpu_node_capacity: { cpu: 8 } } },
    [],
  ],
  [
    "pod-fits-no-node",
    worker({ gpu_count: 4 }),
    { ray: { ...gpus, gpu_node_capacity: { gpu_count: 4 } } },
    [],
  ],
  [
    "pod-fits-no-node",
    worker({ gpu_count: 5 }),
    { ray: { ...gpus, gpu_node_capacity: { gpu_count: 4 } } },
    at("gpu_count"),
  ],
  [
    "pod-fits-no-node",
    tpus(5),
    accelerators(card, { gpu_node_capacity: { gpu_count: 4 } }),
    at("accelerator_count"),
  ],
  [
    "pod-fits-no-node",
    tpus(5),
    accelerators(
      { a: { ...card.a, node_capacity: { gpu_count: 8 } } },
      { gpu_node_capacity: { gpu_count: 4 } },
    ),
    [],
  ],
  [
    "pod-fits-no-node",
    tpus(9),
    withCard({ node_capacity: { gpu_count: 8 } }),
    at("accelerator_count"),
  ],
  // GPUs of other machines say nothing of TPUs.
  [
    "pod-fits-no-node",
    tpus(4),
    { ray: { ...slice("2x2").ray, node_capacity: { gpu_count: 1 } } },
    [],
  ],
];

const limits = (most: object, ray: object = {}) => ({ ray: { limits: most, ...ray } });
const most = ["request config.scaling_groups[0].max_workers"];
const four = (node: Node = {}) => full({ cpu: 1 }, [[0, 4, node]], { cpu: 1, memory_gb: 2 });
const suspended = {
  config: {
    head_node: { cpu: 1, memory_gb: 16 },
    scaling_groups: [
      { worker_nodes: { cpu: 1, memory_gb: 16 }, min_workers: 0, max_workers: 4, suspend: true },
    ],
    autoscaler_config: { cpu: 1, memory_gb: 2, version: "v2" },
  },
};

const over: readonly Row[] = [
  ["cluster-over-limits", four(), limits({ nodes: 5 }), []],
  ["cluster-over-limits", four(), limits({ nodes: 4 }), most],
  ["cluster-over-limits", suspended, limits({ nodes: 1 }), []],
  ["cluster-over-limits", four({ cpu: 4 }), limits({ cpu: 18 }), []],
  ["cluster-over-limits", four({ cpu: 4 }), limits({ cpu: 17.9 }), most],
  ["cluster-over-limits", four({ cpu: 4, requests: { cpu: 1 } }), limits({ cpu: 6 }), []],
  ["cluster-over-limits", four({ memory_gb: 4 }), limits({ memory_gb: 34 }), []],
  [
    "cluster-over-limits",
    four({ memory_gb: 2 }),
    limits({ memory_gb: 25 }),
    ["request config.head_node.memory_gb"],
  ],
  ["cluster-over-limits", four({ memory_gb: "2" }), limits({ memory_gb: 25 }), []],
  ["cluster-over-limits", four({ gpu_count: 2 }), limits({ gpus: 8 }, gpus), []],
  ["cluster-over-limits", four({ gpu_count: 2 }), limits({ gpus: 7 }, gpus), most],
  [
    "cluster-over-limits",
    four({ accelerator: "a", accelerator_count: 4 }),
    { ray: { ...slice("2x2").ray, limits: { gpus: 15 } } },
    most,
  ],
  ["cluster-over-limits", hosts(4), { ray: { ...slice("4x4").ray, limits: { nodes: 5 } } }, []],
  ["cluster-over-limits", hosts(4), { ray: { ...slice("4x4").ray, limits: { nodes: 4 } } }, most],
  ["cluster-over-limits", simple(4), limits({ nodes: 4 }), []],
  ["cluster-over-limits", simple(5), limits({ nodes: 4 }), ["request config.n_nodes"]],
  [
    "cluster-over-limits",
    simple(1, { max_nodes: 5, autoscaler_config: { cpu: 1, memory_gb: 2 } }),
    limits({ nodes: 4 }),
    ["request config.max_nodes"],
  ],
];

/** The laws of accelerators, of what nodes offer, and of what one cluster may come to. */
export const acceleratorVectors: readonly Row[] = [
  ...unknown,
  ...numbers,
  ...names,
  ...slices,
  ...fits,
  ...over,
];
