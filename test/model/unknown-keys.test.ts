import { expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import type { DocumentName } from "../../src/diagnostics/diagnostic.ts";
import { formatPath } from "../../src/diagnostics/path.ts";
import { fieldsOf } from "../../src/model/unknown-keys/fields-of.ts";
import { foldKey } from "../../src/model/unknown-keys/fold-key.ts";
import { meanings } from "../../src/model/unknown-keys/meanings.ts";
import { meantFields } from "../../src/model/unknown-keys/meant-fields.ts";
import type { PlaceName } from "../../src/model/unknown-keys/places.ts";
import { placeNames, places } from "../../src/model/unknown-keys/places.ts";

/** What a key means in a place, as `place: fields`. */
function meant(from: PlaceName, key: string): string {
  const { document, paths } = places[from];
  const path = (paths[0] ?? "").split(".").filter((step) => step !== "");
  const parent = path.map((step) => (step === "[]" ? 0 : step));
  const { place, fields } = meantFields(document as DocumentName, parent, key, fieldsOf(from));
  return `${place}: ${fields.join(", ")}`;
}

const NODE_WORDS: readonly (readonly [string, string])[] = [
  ["gpu", "gpu_count"],
  ["gpus", "gpu_count"],
  ["num_gpus", "gpu_count"],
  ["gpuCount", "gpu_count"],
  ["memory", "memory_gb"],
  ["mem", "memory_gb"],
  ["ram", "memory_gb"],
  ["memoryGb", "memory_gb"],
  ["memory-gb", "memory_gb"],
  ["cpus", "cpu"],
  ["num_cpus", "cpu"],
  ["CPU", "cpu"],
  ["resources", "cpu, memory_gb, gpu_count"],
  ["resource_limits", "cpu, memory_gb, gpu_count"],
  ["env_vars", "env"],
  ["volumeMounts", "volumes"],
  ["shm_size", "shm_gb"],
];

test.each(NODE_WORDS)("of a node %s is %s", (key, fields) => {
  expect(meant("node", key)).toBe(`node: ${fields}`);
});

test.each<readonly [PlaceName, string, string]>([
  ["request", "clusterName", "request: name"],
  ["request", "rayVersion", "request: ray_version"],
  ["request", "ray-version", "request: ray_version"],
  ["request", "n_nodes", "config: n_nodes"],
  ["request", "n_workers", "config: n_nodes"],
  ["request", "workerGroupSpecs", "config: scaling_groups"],
  ["request", "gpu", "node: gpu_count"],
  ["request", "nodeSelector", "ray: gpu_node_selector, non_gpu_node_selector"],
  ["request", "serviceAccountName", "worker: service_account"],
  ["request", "env_vars", "request: env"],
  ["request", "volumeMounts", "request: volumes"],
  ["request", "rayStartParams", "node: ray_start_params"],
  ["request", "entrypoint", "request: job"],
  ["config", "env", "request: env"],
  ["config", "headGroupSpec", "config: head_node"],
  ["config", "head", "config: head_node"],
  ["config", "workers", "config: scaling_groups"],
  ["config", "worker_groups", "config: scaling_groups"],
  ["config", "autoscale", "config: autoscaler_config"],
  ["config", "image", "request: image"],
  ["config", "min_workers", "config: n_nodes"],
  ["group", "replicas", "group: min_workers, max_workers"],
  ["group", "minReplicas", "group: min_workers"],
  ["group", "min", "group: min_workers"],
  ["group", "max", "group: max_workers"],
  ["group", "cpu", "node: cpu"],
  ["group", "groupName", "group: name"],
  ["group", "image", "node: image"],
  ["config", "limits", "node: limits"],
  ["autoscaler", "memory", "autoscaler: memory_gb"],
  ["ray", "nodeSelector", "ray: gpu_node_selector, non_gpu_node_selector"],
  ["ray", "gpus", "ray: supports_gpus"],
  ["ray", "kuberay_version", "settings: kuberay_version"],
  ["ray", "image", "request: image"],
  ["ray", "suports_gpus", "ray: supports_gpus"],
  ["node", "cpuu", "node: cpu"],
  ["requests", "memory", "requests: memory_gb"],
  ["requests", "gpuCount", "requests: "],
  ["requests", "shm_gb", "node: shm_gb"],
  ["nodeLimits", "memory_gb", "nodeLimits: "],
  ["volume", "claimName", "volume: claim"],
  ["volume", "persistentVolumeClaim", "volume: claim"],
  ["volume", "configMap", "volume: config_map"],
  ["volume", "mountPath", "volume: mount_path"],
  ["volume", "readOnly", "volume: read_only"],
  ["volume", "hostPath", "volume: "],
  ["volume", "sizeLimit", "volume: empty_dir"],
  ["emptyFolder", "sizeLimit", "emptyFolder: size_gb"],
  ["emptyFolder", "medium", "emptyFolder: in_memory"],
  ["node", "mountPath", "volume: mount_path"],
  ["request", "claimName", "volume: claim"],
  ["request", "redisAddress", "faultTolerance: redis_address"],
  ["request", "serviceType", "request: head_service"],
  ["headService", "serviceType", "headService: type"],
  ["headService", "metadata", "headService: labels, annotations"],
  ["headService", "ports", "headService: "],
  ["headService", "namespace", "headService: "],
  ["faultTolerance", "redisAddress", "faultTolerance: redis_address"],
  ["faultTolerance", "password", "faultTolerance: redis_password"],
  ["faultTolerance", "externalStorageNamespace", "faultTolerance: external_storage_namespace"],
  ["faultTolerance", "claim", "faultTolerance: storage"],
  ["storage", "claimName", "storage: claim"],
  ["storage", "storageClassName", "storage: storage_class"],
  ["auth", "enableK8sTokenAuth", "auth: kubernetes_tokens"],
  ["auth", "secretName", "auth: secret"],
  ["networkPolicy", "ingressRules", "networkPolicy: head, worker"],
  ["networkRules", "ingressRules", "networkRules: ingress_rules"],
  ["tls", "enable", "tls: enabled"],
  ["accelerator", "nodeSelector", "accelerator: node_selector"],
  ["accelerator", "runtimeClassName", "accelerator: runtime_class"],
  ["accelerator", "numOfHosts", "accelerator: hosts"],
  ["accelerator", "gpu_node_capacity", "ray: gpu_node_capacity"],
  ["capacity", "memory", "capacity: memory_gb"],
  ["capacity", "nvidia.com/gpu", "capacity: gpu_count"],
  ["clusterLimits", "pods", "clusterLimits: nodes"],
  ["clusterLimits", "node", "clusterLimits: nodes"],
  ["node", "label", "node: labels"],
  ["node", "limit", "node: limits"],
  ["node", "accelerators", "node: accelerator"],
  ["group", "host", "group: hosts"],
  ["group", "worker", "group: worker_nodes"],
  ["submitter", "cpus", "submitter: cpu"],
  ["submitter", "memory", "submitter: memory_gb"],
  ["submitter", "backoffLimit", "submitter: retries"],
  ["config", "idle_timeout_seconds", "autoscaler: idle_timeout_seconds"],
  ["request", "idleTimeoutSeconds", "autoscaler: idle_timeout_seconds"],
  ["node", "idle_timeout_seconds", "group: idle_timeout_seconds"],
  ["conventions", "preStop", "conventions: stop_before_exit"],
  ["ray", "logVolume", "conventions: log_volume"],
  ["ray", "counts", "ray: "],
  ["node", "runtimeClass", "accelerator: runtime_class"],
  ["node", "constructor", "node: "],
])("in %s the key %s means %s", (place, key, expected) => {
  expect(meant(place, key)).toBe(expected);
});

test("settings in a request are told as such, and nothing that follows from them", () => {
  const request = {
    name: "a",
    image: "a:1",
    ray_version: "2.52.0",
    config: { n_nodes: 1, node_config: { cpu: 1, memory_gb: 4, gpu_count: 1 } },
    ray: { supports_gpus: true },
    worker: { service_account: { name: "a" } },
    rbac: { manage_ray: true },
  };
  const { diagnostics } = compile(request as unknown);
  expect(diagnostics.map(({ path, hint }) => `${formatPath(path)}: ${hint}`)).toEqual([
    "ray: This is set in the settings of the deployment, as ray.",
    "worker: This is set in the settings of the deployment, as worker.",
    "rbac: This is set in the settings of the deployment, as rbac.",
  ]);
  const others = { ...request, ray: { version: "2" }, worker: { cpu: 1 }, rbac: true };
  expect(compile(others as unknown).diagnostics.map(({ hint }) => hint)).not.toContain(
    "This is set in the settings of the deployment, as ray.",
  );
});

test("every meaning leads to fields that are there, or says what to do", () => {
  const lost = meanings.filter(({ place, fields }) =>
    fields.some((field) => !fieldsOf(place).includes(field)),
  );
  expect(lost).toEqual([]);
  expect(meanings.filter(({ fields, note = "" }) => fields.length === 0 && note === "")).toEqual(
    [],
  );
});

test("no word stands for a field that is there already", () => {
  const fields = new Map(placeNames.map((name) => [name, fieldsOf(name).map(foldKey)]));
  const idle = meanings.flatMap(({ place, words }) =>
    words.filter((word) => fields.get(place)?.includes(word)),
  );
  expect(idle).toEqual([]);
});

test.each<readonly [string, readonly string[]]>([
  [
    "config: {n_nodes: 2, node_config: null, cpu: 1, memory_gb: 4}",
    [
      "config.cpu: cpu is a field of node_config; indent it below node_config.",
      "config.memory_gb: memory_gb is a field of node_config; indent it below node_config.",
    ],
  ],
  [
    "config: {n_nodes: 2, node_config: {cpu: 1, memory_gb: 4}, autoscaler_config: null, cpu: 1}",
    ["config.cpu: cpu is a field of autoscaler_config; indent it below autoscaler_config."],
  ],
  [
    "config: {scaling_groups: [{worker_nodes: null, cpu: 1, memory_gb: 1, min_workers: 1, max_workers: 1}], head_node: {cpu: 1, memory_gb: 4}}",
    [
      "config.scaling_groups[0].cpu: cpu is a field of worker_nodes; indent it below worker_nodes.",
      "config.scaling_groups[0].memory_gb: memory_gb is a field of worker_nodes; indent it below worker_nodes.",
    ],
  ],
  [
    "job: null\nconfig: {n_nodes: 2, node_config: {cpu: 1, memory_gb: 4}}\nentrypoint: x",
    ["entrypoint: entrypoint is a field of job; indent it below job."],
  ],
])("what stands beside an empty object and belongs below it is told so: %s", (config, expected) => {
  const text = `name: a\nimage: a:1\nray_version: "2.52.0"\n${config}\n`;
  const { diagnostics } = compile({ file: "r.yaml", text });
  const lines = diagnostics.map(({ path, hint }) => `${formatPath(path)}: ${hint}`);
  expect(lines).toEqual(expected);
});
