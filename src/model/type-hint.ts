import type { Path } from "../diagnostics/path.ts";

/** What to write in place of a value of the wrong type, by the place where it stands. */
export function typeHint(expected: string, path: Path, value: unknown): string {
  switch (expected) {
    case "string":
      return textHint(path.at(-1), value);
    case "boolean":
      return typeof value === "string"
        ? "Write true or false, without quotes."
        : "Write true or false.";
    case "array":
      return 'Write a list: each entry on a line of its own, after "- ".';
    case "object":
    case "record":
      return objectHint(path);
    case "null":
      return "Write null, or leave it out; the node's cpu is then the limit.";
    default:
      return numberHint(path.at(-1), value);
  }
}

function textHint(key: Path[number] | undefined, value: unknown): string {
  if (typeof value === "number" && (key === "ray_version" || key === "kuberay_version")) {
    return 'Put the version in quotes, such as "2.10": without them it is a number, which drops the last zero.';
  }
  if (typeof value === "number" || typeof value === "boolean") {
    return "Put the value in quotes, so that YAML keeps it as a string.";
  }
  const example = typeof key === "string" ? TEXT_EXAMPLES[key] : undefined;
  return example === undefined ? "Write one string." : `Write one string, such as ${example}.`;
}

const TEXT_EXAMPLES: Readonly<Record<string, string>> = Object.freeze({
  name: "train",
  namespace: "ml",
  image: "registry.example.com/train:1.2",
  ray_version: '"2.52.0"',
  kuberay_version: '"1.4.2"',
  gpu_resource_request_key: "nvidia.com/gpu",
});

/** By the last key of the path; an entry of a list goes by the list's. */
function objectHint(path: Path): string {
  if (path.length === 0) return "Write an object: keys, each with a value.";
  const key = path.findLast((step) => typeof step === "string");
  const example = typeof key === "string" ? OBJECT_EXAMPLES[key] : undefined;
  return `Write an object, such as ${example ?? "{team: vision}"}.`;
}

const NODE = "{cpu: 4, memory_gb: 16}";
const TOLERATION = "{key: nvidia.com/gpu, operator: Exists}";

const OBJECT_EXAMPLES: Readonly<Record<string, string>> = Object.freeze({
  config: `{n_nodes: 4, node_config: ${NODE}}`,
  head_node: NODE,
  node_config: NODE,
  worker_nodes: NODE,
  scaling_groups: `{worker_nodes: ${NODE}, min_workers: 1, max_workers: 4}`,
  autoscaler_config: "{cpu: 0.5, memory_gb: 1}",
  gpu_tolerations: TOLERATION,
  non_gpu_tolerations: TOLERATION,
  image_pull_secrets: "{name: registry}",
  service_account: "{name: default}",
  worker: "{service_account: {name: default}}",
  ray: "{supports_gpus: true}",
  rbac: "{manage_ray: true}",
  env: "{HF_HOME: /models}",
  volumes: "{mount_path: /data, claim: NAME}",
  empty_dir: "{size_gb: 10}",
  requests: "{cpu: 2}",
  limits: "{cpu: null}",
  ray_resources: "{high_memory: 1}",
  ray_start_params: '{object-store-memory: "1000000000"}',
  ray_labels: "{tier: spot}",
  head_service: "{type: LoadBalancer}",
  gcs_fault_tolerance: '{redis_address: "redis:6379"}',
  storage: "{size_gb: 10}",
  auth: "{mode: token}",
  job: "{entrypoint: python train.py}",
  submitter: "{cpu: 1, retries: 3}",
  runtime_env: "{pip: [torch]}, or its YAML as a string",
  cluster_selector: "{ray.io/cluster: NAME}",
  entrypoint_resources: "{high_memory: 1}",
  service: "{serve_config: {applications: []}}",
  serve_config: "{applications: []}, or its YAML as a string",
  upgrade: "{type: NewCluster}",
  cluster_template: "{spec: {headGroupSpec: {enableIngress: true}}}",
  job_template: "{submitterPodTemplate: {spec: {nodeSelector: {pool: jobs}}}}",
  service_template: "{serveService: {spec: {type: LoadBalancer}}}",
  network_policy: "{mode: DenyAll}",
  tls: "{enabled: true}",
});

function numberHint(key: Path[number] | undefined, value: unknown): string {
  if (typeof value === "string" && value.trim() !== "" && Number(value) > 0) {
    return Number.isFinite(Number(value)) ? `Write ${Number(value)}, without quotes.` : WHOLE;
  }
  if (typeof key === "string" && key.endsWith("_gb"))
    return "Write a number of GiB without a unit, such as 32.";
  if (key === "cpu") return "Write a number of CPUs without a unit, such as 0.5.";
  if (key === "entrypoint_cpus" || key === "entrypoint_gpus") return "Write a number, such as 0.5.";
  return WHOLE;
}

const WHOLE = "Write a whole number, such as 1.";
