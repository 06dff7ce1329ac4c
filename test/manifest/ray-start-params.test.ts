import { expect, test } from "vitest";
import { compileOrThrow } from "../../src/compile-or-throw.ts";

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
    const { headGroupSpec } = compileOrThrow(request, settings).manifest.spec;
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
  const { spec } = compileOrThrow({ name: "train", image: "ray:1", ray_version, config }).manifest;
  expect(spec.headGroupSpec.rayStartParams["num-cpus"]).toBe(param);
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
  const [group] = compileOrThrow(request, { kuberay_version }).manifest.spec.workerGroupSpecs ?? [];
  expect([group?.rayStartParams.labels, group?.labels]).toEqual([param, labels]);
});

function headParams(options: object, settings: object): Readonly<Record<string, string>> {
  const head_node = { cpu: 4, memory_gb: 16, ...options };
  const request = { name: "train", image: "ray:1", ray_version: "2.52.0", config: { head_node } };
  return compileOrThrow(request, settings).manifest.spec.headGroupSpec.rayStartParams;
}
