import { expect, test } from "vitest";
import { compile } from "../../src/compile.ts";

const node = { cpu: 4, memory_gb: 16 };
const request = {
  name: "train",
  namespace: "ml",
  image: "rayproject/ray:2.52.0",
  ray_version: "2.52.0",
  labels: { "ray.io/scheduler-name": "volcano", "kueue.x-k8s.io/queue-name": "a" },
  annotations: { "ray.io/overwrite-container-cmd": "true" },
  env: { TEAM: "vision" },
  volumes: [{ mount_path: "/data", claim: "data" }],
  auth: { mode: "token" },
  gcs_fault_tolerance: { redis_address: "redis:6379" },
  network_policy: { mode: "DenyAll" },
  head_service: { name: "head" },
  upgrade_strategy: "None",
  managed_by: "ray.io/kuberay-operator",
  suspend: false,
  activation_timeout_seconds: 60,
  config: {
    head_node: node,
    scaling_groups: [
      {
        name: "a",
        worker_nodes: { ...node, accelerator: "card", accelerator_count: 1, image: "a:1" },
        min_workers: 1,
        max_workers: 2,
        idle_timeout_seconds: 60,
      },
    ],
    autoscaler_config: { cpu: 1, memory_gb: 1 },
  },
};
const settings = {
  kuberay_version: "1.7.0",
  ray: {
    enabled: true,
    request_pod_templates: false,
    supports_gpus: true,
    gpu_resource_request_key: "nvidia.com/gpu",
    node_capacity: { cpu: 64, memory_gb: 256, gpu_count: 8 },
    limits: { nodes: 10, cpu: 100, memory_gb: 1000, gpus: 8 },
    accelerators: { card: { resource: "example.com/card", ray_resource: "card" } },
    gpu_tolerations: [{ key: "gpu", operator: "Exists" }],
    non_gpu_node_selector: { pool: "cpu" },
    pod_template: { metadata: { annotations: { a: "b" } } },
  },
  worker: { service_account: { name: "ray" }, image_pull_secrets: [{ name: "pull" }] },
};

test("the whole is sound but for warnings", () => {
  const sound: object = request;
  const found = compile(sound, settings).diagnostics;
  expect(found.filter(({ severity }) => severity === "error")).toEqual([]);
});

const owners = {
  none: {},
  job: { job: { entrypoint: "a", shutdown_after_finish: true } },
  service: { service: { serve_config: { applications: [] } } },
};

/** The same with one member gone, or of a wrong type. */
function spoilt(whole: object): readonly (readonly [key: string, changed: object])[] {
  return Object.keys(whole).flatMap((key) => [
    [`${key} gone`, { ...whole, [key]: undefined }] as const,
    [`${key} wrong`, { ...whole, [key]: [7] }] as const,
  ]);
}

const groupsOf = (config: object) => ({ config: { ...request.config, ...config } });

test.each(Object.entries(owners))("laws judge what is left of a request with %s", (_, owner) => {
  const whole: object = { ...request, ...owner };
  const requests = [
    ...spoilt(whole),
    ...spoilt(request.config).map(([key, config]) => [key, { ...whole, config }] as const),
    ["groups", { ...whole, ...groupsOf({ scaling_groups: [7] }) }] as const,
  ];
  for (const [key, given] of requests) {
    const { ok, diagnostics } = compile(given, settings);
    expect(ok || diagnostics.length > 0, key).toBe(true);
  }
  const others = [
    ...spoilt(settings),
    ...spoilt(settings.ray).map(([key, ray]) => [key, { ...settings, ray }] as const),
    ["KubeRay", { ...settings, kuberay_version: "newest" }] as const,
  ];
  for (const [key, given] of others) {
    const { ok, diagnostics } = compile(whole, given);
    expect(ok || diagnostics.length > 0, key).toBe(true);
  }
});
