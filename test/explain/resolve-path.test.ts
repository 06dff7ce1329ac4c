import { expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import type { PlainData } from "../../src/diagnostics/plain-data.ts";
import { isPlainObject } from "../../src/diagnostics/plain-data.ts";
import { diffManifests } from "../../src/diff/compare/diff-manifests.ts";
import { explainValue } from "../../src/explain/explain-value.ts";
import { resolvePath } from "../../src/explain/resolve-path.ts";
import { byTurns } from "../by-turns.ts";
import { cases } from "../golden/cases.ts";
import { compiledCase } from "../golden/compiled-case.ts";

const request = {
  name: "train",
  image: "registry.example.com/train:1.2",
  ray_version: "2.52.0",
  config: {
    head_node: { cpu: 2, memory_gb: 8 },
    scaling_groups: [
      { worker_nodes: { cpu: 4, memory_gb: 16, gpu_count: 2 }, min_workers: 1, max_workers: 2 },
      { worker_nodes: { cpu: 8, memory_gb: 16 }, min_workers: 0, max_workers: 2 },
    ],
    autoscaler_config: { cpu: 1, memory_gb: 1 },
  },
};
const settings = {
  ray: {
    supports_gpus: true,
    gpu_resource_request_key: "nvidia.com/gpu",
    gpu_node_selector: { pool: "gpu" },
    gpu_tolerations: [
      { key: "nvidia.com/gpu", operator: "Equal", value: "true", effect: "NoSchedule" },
    ],
  },
};
const GROUP = "spec.workerGroupSpecs[worker-group-0]";

const CLUSTER_PATHS: readonly string[] = [
  "workerGroupSpecs[worker-group-1].maxReplicas",
  "headGroupSpec.template.spec.containers[ray-head].ports[6379/TCP].name",
];

test.each<readonly [string, object, string]>([
  ["RayJob", { job: { entrypoint: "python a.py" } }, "spec.rayClusterSpec"],
  ["RayService", { service: { serve_config: { applications: [] } } }, "spec.rayClusterConfig"],
  [
    "RayCronJob",
    { job: { entrypoint: "python a.py", schedule: "0 3 * * *" } },
    "spec.jobTemplate.rayClusterSpec",
  ],
])("items of the cluster in a %s are found by their names", (kind, more, prefix) => {
  const owned = { ...request, ...more };
  const result = compile(owned, { ...settings, kuberay_version: "1.7.0" });
  expect(result).toMatchObject({ ok: true, manifest: { kind } });
  for (const path of CLUSTER_PATHS) {
    const explained = explainValue(
      owned,
      { ...settings, kuberay_version: "1.7.0" },
      `${prefix}.${path}`,
    );
    expect([path, explained.ok]).toEqual([path, true]);
  }
});

test.each([
  "workerGroupSpecs[worker-group-0]",
  "rayVersion",
  "headGroupSpec.template.spec.containers[ray-head].image",
])("the path %s is meant in the spec", (path) => {
  const explained = explainValue(request, settings, path);
  expect(explained).toMatchObject({ ok: true });
  expect(explained.ok && explained.path[0]).toBe("spec");
});

test.each([
  [`${GROUP}.maxReplicas`, ["spec", "workerGroupSpecs", 0, "maxReplicas"], 2],
  [
    "spec.workerGroupSpecs[worker-group-1].maxReplicas",
    ["spec", "workerGroupSpecs", 1, "maxReplicas"],
    2,
  ],
  [
    'spec.workerGroupSpecs["worker-group-1"].maxReplicas',
    ["spec", "workerGroupSpecs", 1, "maxReplicas"],
    2,
  ],
  ["spec.workerGroupSpecs[1].maxReplicas", ["spec", "workerGroupSpecs", 1, "maxReplicas"], 2],
  [
    "spec.workerGroupSpecs.worker-group-1.maxReplicas",
    ["spec", "workerGroupSpecs", 1, "maxReplicas"],
    2,
  ],
  [
    `${GROUP}.template.spec.nodeSelector.pool`,
    ["spec", "workerGroupSpecs", 0, "template", "spec", "nodeSelector", "pool"],
    "gpu",
  ],
  [
    "spec.headGroupSpec.template.spec.containers[ray-head].env[RAY_LOG_TO_STDERR].value",
    ["spec", "headGroupSpec", "template", "spec", "containers", 0, "env", 0, "value"],
    "1",
  ],
  [
    `${GROUP}.template.spec.tolerations[nvidia.com/gpu=true:NoSchedule].effect`,
    ["spec", "workerGroupSpecs", 0, "template", "spec", "tolerations", 0, "effect"],
    "NoSchedule",
  ],
  [
    `${GROUP}.template.spec.containers[ray-worker].resources.limits["nvidia.com/gpu"]`,
    [
      "spec",
      "workerGroupSpecs",
      0,
      "template",
      "spec",
      "containers",
      0,
      "resources",
      "limits",
      "nvidia.com/gpu",
    ],
    "2",
  ],
  [
    "spec.headGroupSpec.template.spec.containers[ray-head].ports[6379/TCP].name",
    ["spec", "headGroupSpec", "template", "spec", "containers", 0, "ports", 0, "name"],
    "gcs-server",
  ],
])("%s is found", (at, path, value) => {
  expect(explainValue(request, settings, at)).toMatchObject({ ok: true, path, value });
});

test("(manifest) is the whole manifest", () => {
  expect(explainValue(request, settings, "(manifest)")).toMatchObject({ ok: true, path: [] });
});

test.each([
  [
    "spec.workerGroupSpecs[worker-group-3].replicas",
    "The manifest has no spec.workerGroupSpecs[worker-group-3].",
    "Did you mean worker-group-0?",
  ],
  [
    "spec.workerGroupSpecs[x].replicas",
    "The manifest has no spec.workerGroupSpecs[x].",
    "The entries are worker-group-0, worker-group-1.",
  ],
  [
    "spec.workerGroupSpecs[9]",
    "The manifest has no spec.workerGroupSpecs[9].",
    "The entries are 0, 1.",
  ],
])("%s is not there", (at, message, hint) => {
  const diagnostics = [
    { code: "invalid-option", document: "options", path: ["at"], message, hint },
  ];
  expect(explainValue(request, settings, at)).toMatchObject({ ok: false, diagnostics });
});

test.each(["spec..x", "spec[", "spec[]", 'spec["]', "a]b", " "])("%s is no path", (at) => {
  expect(explainValue(request, settings, at)).toMatchObject({
    ok: false,
    diagnostics: [{ code: "invalid-option", path: ["at"], message: `${at} is not a field path.` }],
  });
});

const valid = await cases("valid");

test.each(byTurns(valid, 3))("every path that diff prints of $name is found", (entry) => {
  const result = compiledCase(entry);
  if (!result.ok) expect.fail("It does not compile.");
  const manifest: PlainData = JSON.parse(JSON.stringify(result.manifest));
  const other = altered(manifest, "");
  const diff = diffManifests(manifest, other);
  if (!diff.ok) expect.fail("It cannot be compared.");
  const paths = diff.changes.filter(({ before }) => before !== undefined).map(({ path }) => path);
  expect(paths.length).toBeGreaterThan(3);
  expect(paths.filter((path) => resolvePath(path, manifest)?.ok !== true)).toEqual([]);
});

const NAMES = new Set([
  "kind",
  "apiVersion",
  "name",
  "groupName",
  "containerPort",
  "mountPath",
  "protocol",
]);

/** The same data with every value changed that is no name. */
function altered(data: PlainData, key: string): PlainData {
  if (Array.isArray(data)) return data.map((item: PlainData) => altered(item, key));
  if (isPlainObject(data)) {
    return Object.fromEntries(
      Object.entries(data).map(([name, value]) => [name, altered(value, name)]),
    );
  }
  if (NAMES.has(key)) return data;
  if (typeof data === "number") return data + 1;
  return typeof data === "boolean" ? !data : `${data}x`;
}
