import { expect, test } from "vitest";
import { compileOrThrow } from "../../src/compile-or-throw.ts";
import type { AutoscalerConfig } from "../../src/model/request/cluster-config.ts";
import type { RayNodeConfig } from "../../src/model/request/node-config.ts";

function plan(kuberayVersion: string, worker: RayNodeConfig, autoscaler?: AutoscalerConfig) {
  const request = {
    name: "train",
    image: "ray:1",
    ray_version: "2.46.0",
    config: {
      head_node: { cpu: 2, memory_gb: 4 },
      scaling_groups: [{ worker_nodes: worker, min_workers: 2, max_workers: autoscaler ? 5 : 2 }],
      ...(autoscaler === undefined ? {} : { autoscaler_config: autoscaler }),
    },
  };
  return compileOrThrow(request, {}, { kuberayVersion }).plan;
}

test.each([
  ["0.6.0", 100, 128],
  ["1.0.0", 200, 256],
  ["1.7.0", 200, 256],
])("with KubeRay %s a tiny worker asks for %d millis and %d MiB", (kuberay, cpu, memory) => {
  const [, worker] = plan(kuberay, { cpu: 0.1, memory_gb: 0.125 }).groups;
  expect(worker?.pod).toEqual({ cpu_millis: cpu, memory_bytes: memory * 2 ** 20, gpus: 0 });
  expect(worker?.ray).toEqual({ cpus: 1, memory_bytes: 128 * 2 ** 20, gpus: 0 });
  expect(worker?.shm_bytes).toBe(128 * 2 ** 20);
});

test("the autoscaler's container counts in the head's pod, and in the totals", () => {
  const { groups, totals, pods } = plan(
    "1.7.0",
    { cpu: 4, memory_gb: 8 },
    { cpu: 0.5, memory_gb: 1 },
  );
  expect(groups[0]?.pod).toEqual({ cpu_millis: 2500, memory_bytes: 5 * 2 ** 30, gpus: 0 });
  expect(groups[0]?.containers.map(({ name }) => name)).toEqual(["ray-head", "autoscaler"]);
  expect(pods).toEqual({ minimum: 3, maximum: 6 });
  expect(totals.minimum.cpu_millis).toBe(2500 + 2 * 4000);
  expect(totals.maximum.memory_bytes).toBe(45 * 2 ** 30);
});

const gpuRequest = {
  name: "train",
  namespace: "ml",
  image: "ray:1",
  ray_version: "2.46.0",
  config: { n_nodes: 3, node_config: { cpu: 4.5, memory_gb: 16, gpu_count: 1 } },
};

test("without a resource key Ray offers GPUs that no pod asks Kubernetes for", () => {
  const { groups, totals, ray_totals } = compileOrThrow(gpuRequest, {
    ray: { supports_gpus: true },
  }).plan;
  expect(groups.map(({ pod }) => pod.gpus)).toEqual([0, 0]);
  expect(groups.flatMap(({ containers }) => containers.map(({ gpus }) => gpus))).toEqual([0, 0]);
  expect(groups.map(({ ray }) => ray.gpus)).toEqual([1, 1]);
  expect(groups.some((group) => Object.hasOwn(group, "gpu_resource"))).toBe(false);
  expect(totals.maximum.gpus).toBe(0);
  expect(ray_totals.minimum).toEqual({ cpus: 15, memory_bytes: 48 * 2 ** 30, gpus: 3 });
});

test("with a resource key pods ask for what Ray offers, under that key", () => {
  const { groups, totals, ray_totals } = compileOrThrow(gpuRequest, {
    ray: { supports_gpus: true, gpu_resource_request_key: "amd.com/gpu" },
  }).plan;
  expect(groups.map(({ pod, gpu_resource }) => [pod.gpus, gpu_resource])).toEqual([
    [1, "amd.com/gpu"],
    [1, "amd.com/gpu"],
  ]);
  expect([totals.maximum.gpus, ray_totals.maximum.gpus]).toEqual([3, 3]);
});

test("the driver's address is fully qualified where a namespace is known", () => {
  const { ray_init, addresses = { client: "", dashboard: "" } } = compileOrThrow(gpuRequest, {
    ray: { supports_gpus: true },
  }).plan;
  expect(ray_init.address).toBe("ray://train-head-svc.ml.svc.cluster.local:10001");
  expect(addresses.client).toBe("ray://train-head-svc:10001");
  expect(plan("1.7.0", { cpu: 4, memory_gb: 8 }).ray_init.address).toBe(
    "ray://train-head-svc:10001",
  );
});

test.each([
  ["1.2.2", { requests: { memory_gb: 4 } }, 4],
  ["1.3.0", { requests: { memory_gb: 4 } }, 8],
  ["1.2.2", { requests: { memory_gb: 4 }, shm_gb: 2 }, 2],
])("with KubeRay %s %j has %d GiB of shared memory", (kuberay, options, gib) => {
  const [, worker] = plan(kuberay, { cpu: 4, memory_gb: 8, ...options }).groups;
  expect(worker?.shm_bytes).toBe(gib * 2 ** 30);
});

test("a pod asks for its requests, and Ray offers its limits or what it is told", () => {
  const options = { requests: { cpu: 1.5, memory_gb: 4 }, ephemeral_storage_gb: 10 };
  const [, worker] = plan("1.7.0", { cpu: 4, memory_gb: 8, ...options }).groups;
  expect(worker?.pod).toEqual({
    cpu_millis: 1500,
    memory_bytes: 4 * 2 ** 30,
    gpus: 0,
    ephemeral_storage_bytes: 10 * 2 ** 30,
  });
  expect(worker?.ray).toEqual({ cpus: 4, memory_bytes: 8 * 2 ** 30, gpus: 0 });
  const told = { ray_cpus: 0, ray_resources: { high_memory: 2 } };
  const { groups, ray_totals } = plan("1.7.0", { cpu: 4, memory_gb: 8, ...told });
  expect(groups[1]?.ray).toMatchObject({ cpus: 0, custom: { high_memory: 2 } });
  expect(ray_totals.minimum.custom).toEqual({ high_memory: 4 });
});

test.each([
  [{ hosts: 4 }, { minimum: 4, maximum: 8 }, { minimum: 5, maximum: 9 }],
  [
    { suspend: true, max_workers: 1 },
    { minimum: 0, maximum: 0 },
    { minimum: 1, maximum: 1 },
  ],
])("a group with %j has %j pods, and the cluster %j", (options, ofGroup, all) => {
  const request = {
    name: "train",
    image: "ray:1",
    ray_version: "2.52.0",
    config: {
      head_node: { cpu: 2, memory_gb: 4 },
      scaling_groups: [
        { worker_nodes: { cpu: 2, memory_gb: 4 }, min_workers: 1, max_workers: 2, ...options },
      ],
      ...("suspend" in options ? {} : { autoscaler_config: { cpu: 1, memory_gb: 1 } }),
    },
  };
  const { groups, pods } = compileOrThrow(request).plan;
  expect(groups[1]?.pods).toEqual(ofGroup);
  expect(pods).toEqual(all);
});

test("what variables, volumes and options refer to must exist, each object once", () => {
  const source = { secret: "a", key: "k" };
  const request: object = {
    name: "train",
    image: "ray:1",
    ray_version: "2.52.0",
    env: { A: source, B: source, C: { config_map: "b", key: "k", optional: true } },
    volumes: [
      { mount_path: "/a", secret: "a" },
      { mount_path: "/b", config_map: "c" },
      { mount_path: "/c", claim: "d" },
    ],
    auth: { mode: "token", secret: "e" },
    gcs_fault_tolerance: { redis_address: "f:1", redis_password: { secret: "g", key: "k" } },
    config: { n_nodes: 2, node_config: { cpu: 2, memory_gb: 4 } },
  };
  const { prerequisites } = compileOrThrow(request).plan;
  expect(prerequisites.slice(2).map(({ kind, name }) => `${kind} ${name}`)).toEqual([
    "Secret a",
    "ConfigMap c",
    "PersistentVolumeClaim d",
    "Secret e",
    "Secret g",
  ]);
});

const tpus = {
  ray: {
    accelerators: {
      v6e: {
        resource: "google.com/tpu",
        hosts: 4,
        extra_resources: { "example.com/nic": 2 },
        node_selector: {
          "cloud.google.com/gke-tpu-accelerator": "tpu-v6e-slice",
          "cloud.google.com/gke-tpu-topology": "4x4",
        },
        tolerations: [{ key: "google.com/tpu", operator: "Exists" }],
        runtime_class: "gvisor",
      },
      inf2: {
        resource: "aws.amazon.com/neuron",
        ray_resource: { name: "neuron_cores", per_device: 2 },
      },
      card: { resource: "example.com/card", ray_resource: { name: "GPU", per_device: 4 } },
    },
    non_gpu_node_selector: { pool: "cpu" },
    gpu_node_selector: { pool: "gpu" },
  },
};

function accelerated(accelerator: string, accelerator_count: number) {
  const head_node = { cpu: 2, memory_gb: 4 };
  const worker_nodes = { cpu: 2, memory_gb: 4, accelerator, accelerator_count };
  const scaling_groups = [{ worker_nodes, min_workers: 1, max_workers: 1 }];
  const config = { head_node, scaling_groups };
  const request = { name: "train", image: "ray:1", ray_version: "2.52.0", config };
  return compileOrThrow(request, tpus).plan;
}

test("the plan counts an accelerator by its resource, and what Ray offers by Ray's name", () => {
  const { groups, pods, totals, ray_totals, prerequisites } = accelerated("v6e", 4);
  expect(groups[1]).toMatchObject({
    accelerator: "v6e",
    hosts_per_worker: 4,
    pod: { gpus: 0, resources: { "google.com/tpu": 4, "example.com/nic": 2 } },
    ray: { gpus: 0, custom: { TPU: 4 } },
    node_selector: { pool: "cpu", "cloud.google.com/gke-tpu-topology": "4x4" },
    tolerations: [{ key: "google.com/tpu", operator: "Exists" }],
  });
  expect(groups[0]?.accelerator).toBeUndefined();
  expect(pods).toEqual({ minimum: 5, maximum: 5 });
  expect(totals.maximum.resources).toEqual({ "google.com/tpu": 16, "example.com/nic": 8 });
  expect(ray_totals.maximum.custom).toEqual({ TPU: 16 });
  expect(prerequisites.map(({ kind, name }) => [kind, name])).toContainEqual([
    "RuntimeClass",
    "gvisor",
  ]);
});

test.each([
  ["inf2", 0, undefined, { gpus: 0, custom: { neuron_cores: 4 } }, "cpu"],
  ["card", 2, "example.com/card", { gpus: 8 }, "gpu"],
])("two devices of %s are %d GPUs for Kubernetes", (name, gpus, resource, ray, pool) => {
  const [, group] = accelerated(name, 2).groups;
  expect([group?.pod.gpus, group?.gpu_resource]).toEqual([gpus, resource]);
  expect(group?.ray).toEqual({ cpus: 2, memory_bytes: 4 * 2 ** 30, ...ray });
  expect(group?.node_selector).toEqual(expect.objectContaining({ pool }));
});
