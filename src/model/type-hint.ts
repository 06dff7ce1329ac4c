import type { Path } from "../diagnostics/path.ts";
import {
  QUOTED_KUBERAY_VERSION,
  QUOTED_RAY_VERSION,
  QUOTED_VALUE,
} from "../diagnostics/quotes-hint.ts";

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
    return key === "ray_version" ? QUOTED_RAY_VERSION : QUOTED_KUBERAY_VERSION;
  }
  if (typeof value === "number" || typeof value === "boolean") {
    return QUOTED_VALUE;
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

/** By the last keys of the path; an entry of a list goes by the list's. */
function objectHint(path: Path): string {
  const keys = path.filter((step) => typeof step === "string");
  const [key = "", owner = ""] = keys.toReversed();
  const example =
    ownExample(OWNED_EXAMPLES, `${owner}.${key}`) ??
    ownExample(OWNED_EXAMPLES, `${owner}.*`) ??
    ownExample(OBJECT_EXAMPLES, key) ??
    KINDS.find(([ending]) => key.endsWith(ending))?.[1];
  return example === undefined
    ? "Write an object: keys, each with a value."
    : `Write an object, such as ${example}.`;
}

function ownExample(examples: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(examples, key) ? examples[key] : undefined;
}

const NODE = "{cpu: 4, memory_gb: 16}";
const TOLERATION = "{key: nvidia.com/gpu, operator: Exists}";

/** Objects whose names mean something else in another place; `*` is any name. */
const OWNED_EXAMPLES: Readonly<Record<string, string>> = Object.freeze({
  "ray.limits": "{nodes: 32, gpus: 16}",
  "ray.accelerators": "{l4: {resource: nvidia.com/gpu}}",
  "accelerators.*": "{resource: nvidia.com/gpu}",
  "network_policy.head": "{ingress_rules: []}",
  "network_policy.worker": "{ingress_rules: []}",
});

/** By how a name ends. */
const KINDS: readonly (readonly [ending: string, example: string])[] = Object.freeze([
  ["labels", "{team: vision}"],
  ["annotations", "{team: vision}"],
  ["metadata", "{team: vision}"],
  ["node_selector", "{pool: large}"],
  ["node_capacity", "{cpu: 15, memory_gb: 60}"],
  ["pod_template", "{spec: {priorityClassName: batch}}"],
  ["tolerations", TOLERATION],
]);

const OBJECT_EXAMPLES: Readonly<Record<string, string>> = Object.freeze({
  config: `{n_nodes: 4, node_config: ${NODE}}`,
  head_node: NODE,
  node_config: NODE,
  worker_nodes: NODE,
  scaling_groups: `{worker_nodes: ${NODE}, min_workers: 1, max_workers: 4}`,
  autoscaler_config: "{cpu: 0.5, memory_gb: 1}",
  image_pull_secrets: "{name: registry}",
  service_account: "{name: default}",
  worker: "{service_account: {name: default}}",
  ray: "{supports_gpus: true}",
  rbac: "{manage_ray: true}",
  conventions: "{log_volume: false}",
  extra_resources: "{hugepages-2Mi: 1024}",
  ray_resource: "{name: neuron_cores, per_device: 2}, or the name as a string",
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
  if (typeof key === "string" && /_seconds(?:_|$)|Seconds$/.test(key))
    return "Write a whole number of seconds without a unit, such as 900.";
  if (key === "cpu") return "Write a number of CPUs without a unit, such as 0.5.";
  if (key === "entrypoint_cpus" || key === "entrypoint_gpus") return "Write a number, such as 0.5.";
  return WHOLE;
}

const WHOLE = "Write a whole number, such as 1.";
