import { expect, test } from "vitest";
import { compileOrThrow } from "../../src/compile-or-throw.ts";
import type { AutoscalerConfig, RayNodeConfig } from "../../src/model/request.ts";

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
  const { ray_init, addresses } = compileOrThrow(gpuRequest, { ray: { supports_gpus: true } }).plan;
  expect(ray_init.address).toBe("ray://train-head-svc.ml.svc.cluster.local:10001");
  expect(addresses.client).toBe("ray://train-head-svc:10001");
  expect(plan("1.7.0", { cpu: 4, memory_gb: 8 }).ray_init.address).toBe(
    "ray://train-head-svc:10001",
  );
});
