import { expect, test } from "vitest";
import type { DocumentName } from "../../src/diagnostics/diagnostic.ts";
import { fieldsOf } from "../../src/model/unknown-keys/fields-of.ts";
import { foldKey, meanings } from "../../src/model/unknown-keys/meanings.ts";
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
  ["node", "constructor", "node: "],
])("in %s the key %s means %s", (place, key, expected) => {
  expect(meant(place, key)).toBe(expected);
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
