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

/** Everything that the newest KubeRay can be asked for, as far as it goes together. */
export const richRequest: unknown = Object.freeze({
  name: "rich",
  image: "train:1",
  ray_version: "2.56.0",
  env: {
    HF_HOME: "/models",
    TOKEN: { secret: "hugging-face", key: "token", optional: true },
    LEVEL: { config_map: "serve", key: "log.level" },
    POD_IP: { field: "status.podIP" },
    TEAM: { field: "metadata.labels['example.com/team']" },
  },
  volumes: [
    { mount_path: "/models", claim: "models", read_only: true, sub_path: "llama/7b" },
    { mount_path: "/etc/serve", config_map: "serve" },
  ],
  head_service: { type: "NodePort", labels: { a: "b" }, annotations: { c: "d" } },
  gcs_fault_tolerance: {
    redis_address: "redis:6379",
    redis_username: "ray",
    redis_password: { secret: "redis", key: "password" },
    external_storage_namespace: "rich",
  },
  auth: { mode: "token", kubernetes_tokens: false, secret: "token" },
  upgrade_strategy: "Recreate",
  suspend: false,
  managed_by: "ray.io/kuberay-operator",
  network_policy: {
    mode: "DenyAll",
    head: { ingress_rules: [{ from: [{ podSelector: {} }], ports: [{ port: 8080 }] }] },
    worker: { egress_rules: [{ to: [{ ipBlock: { cidr: "10.0.0.0/8" } }] }] },
  },
  tls: { enabled: true },
  labels: { "ray.io/priority-class-name": "high" },
  annotations: { "ray.io/enable-serve-service": "true" },
  config: {
    head_node: {
      cpu: 4,
      memory_gb: 16,
      requests: { cpu: 2, memory_gb: 8 },
      limits: { cpu: null },
      ephemeral_storage_gb: 10,
      shm_gb: 2,
      ray_cpus: 0,
    },
    scaling_groups: [
      {
        name: "spot",
        worker_nodes: {
          cpu: 8,
          memory_gb: 32,
          image: "train:2",
          image_pull_policy: "Always",
          env: { HF_HOME: "/tmp" },
          volumes: [
            { mount_path: "/keys", secret: "keys" },
            { mount_path: "/scratch", empty_dir: { size_gb: 1, in_memory: true } },
          ],
          ray_resources: { high_memory: 1 },
          ray_start_params: { "object-store-memory": "1000" },
          labels: { tier: "spot" },
          annotations: { note: "a" },
        },
        min_workers: 0,
        max_workers: 2,
        hosts: 2,
        idle_timeout_seconds: 60,
        priority: -1,
        ray_labels: { "ray.io/market-type": "spot" },
        suspend: false,
      },
    ],
    autoscaler_config: {
      cpu: 1,
      memory_gb: 2,
      version: "v2",
      idle_timeout_seconds: 0,
      upscaling_mode: "Default",
      image: "train:3",
      env: { A: "b" },
    },
  },
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
    conventions: { log_volume: false, log_to_stderr: null },
    request_pod_templates: false,
    node_capacity: { cpu: 64, memory_gb: 256, gpu_count: 8 },
    limits: { nodes: 100, cpu: 6400, memory_gb: 25600, gpus: 800 },
  },
  worker: {
    service_account: { name: "ray.worker", create: true },
    image_pull_secrets: [{ name: "registry-credentials" }],
    replicas: 3,
  },
  rbac: { manage_ray: true, create: true },
  database: { url: "postgres://db/server" },
});
