import { expect, test } from "vitest";
import { clusterSpec } from "./cluster-manifest.ts";

/** What Ray is told of a head's GPUs: by a parameter, or by the resource alone. */
test.each([
  [false, undefined, 0, undefined],
  [true, undefined, 0, "0"],
  [true, undefined, 1, "1"],
  [true, "nvidia.com/gpu", 0, "0"],
  [true, "nvidia.com/gpu", 2, undefined],
  [true, "amd.com/gpu", 2, undefined],
  [true, "nvidia.com/gpu.shared", 2, "2"],
  [true, "nvidia.com/mig-1g.5gb", 2, "2"],
  [true, "gpu.intel.com/i915", 1, "1"],
  [true, "example.com/GPU", 1, "1"],
])(
  "supports_gpus %j, key %j and %j GPUs give num-gpus %j",
  (supports_gpus, key, gpu_count, param) => {
    const request = {
      name: "train",
      image: "ray:1",
      ray_version: "2.52.0",
      config: { head_node: { cpu: 4, memory_gb: 16, gpu_count } },
    };
    const settings = { ray: { supports_gpus, gpu_resource_request_key: key } };
    const { headGroupSpec } = clusterSpec(request, settings);
    expect(headGroupSpec.rayStartParams["num-gpus"]).toBe(param);
  },
);

/** What Ray is told of a head's CPUs: only what it would not find by itself. */
test.each([
  ["1.7.0", { cpu: 4 }, undefined],
  ["1.7.0", { cpu: 4, ray_cpus: 4 }, undefined],
  ["1.7.0", { cpu: 4, ray_cpus: 0 }, "0"],
  ["1.7.0", { cpu: 3.5, ray_cpus: 4 }, undefined],
  ["1.7.0", { cpu: 2.0000001, ray_cpus: 2 }, undefined],
  ["1.7.0", { cpu: 4, requests: { cpu: 1 } }, undefined],
  ["1.7.0", { cpu: 4, limits: { cpu: null } }, undefined],
  ["1.3.0", { cpu: 4, limits: { cpu: null } }, undefined],
  ["1.2.2", { cpu: 4, limits: { cpu: null } }, "4"],
  ["1.2.2", { cpu: 4 }, undefined],
  ["1.7.0", { cpu: 4, limits: { cpu: null }, requests: { cpu: 2 } }, "4"],
  ["1.7.0", { cpu: 4, limits: { cpu: null }, requests: { cpu: 3.5 } }, undefined],
  ["1.7.0", { cpu: 4, limits: { cpu: null }, requests: { cpu: 2 }, ray_cpus: 2 }, undefined],
  ["1.7.0", { cpu: 3.5, limits: { cpu: null } }, undefined],
])("KubeRay %s and %j give num-cpus %j", (kuberay_version, options, param) => {
  expect(headParams(options, { kuberay_version })["num-cpus"]).toBe(param);
});

/** Ray's autoscaler reads requests from 2.41 on. */
test.each([
  ["2.40.0", "4"],
  ["2.41.0", undefined],
  [null, "4"],
])("a cluster that scales under Ray %s is told of num-cpus %s", (ray_version, param) => {
  const node = { cpu: 4, memory_gb: 16, limits: { cpu: null } };
  const autoscaler_config = { cpu: 1, memory_gb: 1 };
  const config = { n_nodes: 1, max_nodes: 2, node_config: node, autoscaler_config };
  const spec = clusterSpec({ name: "train", image: "ray:1", ray_version, config });
  expect(spec.headGroupSpec.rayStartParams["num-cpus"]).toBe(param);
});

/** What a GPU under another name, or one of another kind, makes Ray offer. */
test.each([
  ["nvidia.com/gpu", undefined, {}],
  ["nvidia.com/gpu", { name: "GPU", per_device: 2 }, { "num-gpus": "4" }],
  ["nvidia.com/gpu", "slices", { "num-gpus": "0", resources: `'{"slices": 2}'` }],
  ["nvidia.com/mig-1g.5gb", "slices", { "num-gpus": "0", resources: `'{"slices": 2}'` }],
  ["nvidia.com/gpu.shared", "slices", { resources: `'{"slices": 2}'` }],
  ["google.com/tpu", { name: "TPU", per_device: 2 }, { resources: `'{"TPU": 4}'` }],
  ["example.com/card", "GPU", { "num-gpus": "2" }],
])("an accelerator of %s that Ray calls %j gives %j", (resource, ray_resource, params) => {
  const node_selector = {
    "cloud.google.com/gke-tpu-accelerator": "tpu-v6e-slice",
    "cloud.google.com/gke-tpu-topology": "1x2",
  };
  const accelerators = { a: { resource, ray_resource, node_selector } };
  const settings = { ray: { supports_gpus: true, accelerators } };
  expect(headParams({ accelerator: "a", accelerator_count: 2 }, settings)).toEqual(params);
});

test("custom resources are quoted so that JSON, a shell and a slice from 1 to -1 read them", () => {
  const { resources = "" } = headParams({ ray_resources: { b: 2, "a/c": 1 } }, {});
  expect(resources).toBe(`'{"a/c": 1, "b": 2}'`);
  expect(JSON.parse(resources.slice(1, -1))).toEqual({ "a/c": 1, b: 2 });
});

test("the user's parameters stand over ours", () => {
  const params = headParams(
    { ray_start_params: { "dashboard-host": "::" } },
    { kuberay_version: "0.6.0" },
  );
  expect(params).toEqual({ "dashboard-host": "::" });
});

test.each([
  ["1.4.2", "a=b,c=d", undefined],
  ["1.5.0", undefined, { a: "b", c: "d" }],
])("KubeRay %s is told of a group's labels as %j or %j", (kuberay_version, param, labels) => {
  const request = {
    name: "train",
    image: "ray:1",
    ray_version: "2.52.0",
    config: {
      head_node: { cpu: 4, memory_gb: 16 },
      scaling_groups: [
        {
          worker_nodes: { cpu: 4, memory_gb: 16 },
          min_workers: 1,
          max_workers: 1,
          ray_labels: { c: "d", a: "b" },
        },
      ],
    },
  };
  const [group] = clusterSpec(request, { kuberay_version }).workerGroupSpecs ?? [];
  expect([group?.rayStartParams.labels, group?.labels]).toEqual([param, labels]);
});

function headParams(options: object, settings: object): Readonly<Record<string, string>> {
  const head_node = { cpu: 4, memory_gb: 16, ...options };
  const request = { name: "train", image: "ray:1", ray_version: "2.52.0", config: { head_node } };
  return clusterSpec(request, settings).headGroupSpec.rayStartParams;
}
