/** Sound documents in which every field is set. */
export const simpleRequest: unknown = Object.freeze({
  $schema: "./raycluster-request.schema.json",
  name: "train-resnet",
  namespace: "ml",
  image: "registry.example.com:5000/team/train:1.2",
  ray_version: "2.52.0",
  config: {
    n_nodes: 4,
    node_config: { cpu: 16, memory_gb: 32, gpu_count: 1 },
    max_nodes: 8,
    autoscaler_config: { cpu: 0.5, memory_gb: 1 },
  },
  forward_logs: true,
  activation_timeout_seconds: 900,
  labels: { team: "vision", "example.com/cost-center": "1234" },
  annotations: { "example.com/note": "two\nlines", "Example.com/other": "" },
});

export const fullRequest: unknown = Object.freeze({
  name: "train",
  image: "train@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
  ray_version: "v2.9.3-py310",
  config: {
    head_node: { cpu: 4, memory_gb: 16, gpu_count: null },
    scaling_groups: [
      {
        worker_nodes: { cpu: 1.5, memory_gb: 0.5, gpu_count: 2 },
        min_workers: 0,
        max_workers: 2147483647,
      },
      { worker_nodes: { cpu: 0.001, memory_gb: 8 }, min_workers: 1, max_workers: 1 },
    ],
    autoscaler_config: { cpu: 1, memory_gb: 2 },
  },
  forward_logs: null,
});

export const settings: unknown = Object.freeze({
  kuberay_version: "1.4.2",
  ray: {
    enabled: true,
    supports_gpus: true,
    gpu_node_selector: { "node.kubernetes.io/instance-type": "g4dn.xlarge" },
    non_gpu_node_selector: {},
    gpu_tolerations: [
      {
        key: "nvidia.com/gpu",
        operator: "Equal",
        value: "true",
        effect: "NoExecute",
        tolerationSeconds: 30,
      },
      { operator: "Exists", value: "", effect: "" },
    ],
    non_gpu_tolerations: [{ key: "dedicated", value: "ray", effect: null }],
    gpu_labels: { tier: "gpu" },
    non_gpu_labels: { tier: "" },
    gpu_annotations: { "example.com/a": "b" },
    non_gpu_annotations: null,
    gpu_resource_request_key: "nvidia.com/gpu",
    busybox_image: "busybox:1.28",
  },
  worker: {
    service_account: { name: "ray.worker", create: true },
    image_pull_secrets: [{ name: "registry-credentials" }],
    replicas: 3,
  },
  rbac: { manage_ray: true, create: true },
  database: { url: "postgres://db/server" },
});
