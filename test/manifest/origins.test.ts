import { expect, test } from "vitest";
import { compile, compileTraced } from "../../src/compile.ts";
import type { Path } from "../../src/diagnostics/path.ts";
import { formatPath } from "../../src/diagnostics/path.ts";
import { explainValue } from "../../src/explain/explain-value.ts";
import { collectOrigins } from "../../src/manifest/origins.ts";
import type { RayClusterManifest } from "../../src/manifest/ray-cluster.ts";
import { printYaml } from "../../src/yaml/print.ts";
import { cases } from "../golden/cases.ts";

const valid = await cases("valid");

interface Traced {
  readonly manifest: RayClusterManifest;
  readonly originOf: (path: Path) => ReturnType<ReturnType<typeof collectOrigins>["originOf"]>;
}

function traced(request: unknown, settings: unknown): Traced {
  const origins = collectOrigins();
  const result = compileTraced(request, settings, {}, origins.trace);
  if (!result.ok) throw new Error("The fixture does not compile.");
  const { manifest } = result;
  return { manifest, originOf: (path) => origins.originOf(manifest, path) };
}

/** The paths of all scalars and of all empty maps and lists. */
function leaves(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== "object" || value === null || Object.keys(value).length === 0) return [path];
  return Object.entries(value).flatMap(([key, member]) =>
    leaves(member, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

test.each(valid)("every leaf of $name has an origin", ({ request, settings }) => {
  const { manifest, originOf } = traced(request, settings);
  const nowhere = leaves(manifest).filter((path) => {
    const origin = originOf(path);
    return origin === undefined || (origin.inputs.length === 0 && origin.reason === undefined);
  });
  expect(nowhere.map(formatPath)).toEqual([]);
});

test.each(valid)("a trace changes nothing in $name", ({ request, settings }) => {
  const { manifest } = traced(request, settings);
  const result = compile(request, settings);
  expect(result.ok && printYaml(result.manifest)).toBe(printYaml(manifest));
});

const request = {
  name: "train",
  image: "ray:1",
  ray_version: "2.52.0",
  config: {
    head_node: { cpu: 4, memory_gb: 16 },
    scaling_groups: [
      { worker_nodes: { cpu: 8, memory_gb: 32, gpu_count: 2 }, min_workers: 1, max_workers: 3 },
    ],
    autoscaler_config: { cpu: 1, memory_gb: 1 },
  },
  labels: { team: "vision" },
};
const settings = {
  ray: {
    supports_gpus: true,
    gpu_resource_request_key: "nvidia.com/gpu",
    gpu_tolerations: [{ key: "gpu", operator: "Exists" }],
    non_gpu_labels: { "example.com/tier": "cpu" },
  },
};

test("a field that an option replaces does not point at what the text says", () => {
  const text = JSON.stringify(request);
  const at = "spec.headGroupSpec.template.spec.containers[0].image";
  const written = explainValue({ file: "request.json", text }, settings, at);
  expect(written).toMatchObject({ value: "ray:1", inputs: [{ given: true, range: {} }] });
  const options = { overrides: { image: "ray:2" } };
  const replaced = explainValue({ file: "request.json", text }, settings, at, options);
  expect(replaced).toMatchObject({ value: "ray:2", inputs: [{ given: true }] });
  expect(replaced.ok && replaced.inputs[0]?.range).toBeUndefined();
});

const container = ["spec", "workerGroupSpecs", 0, "template", "spec", "containers", 0] as const;

test.each([
  [["metadata", "labels", "team"], ["request labels.team"]],
  [["spec", "rayVersion"], ["request ray_version"]],
  [
    ["spec", "workerGroupSpecs", 0, "maxReplicas"],
    ["request config.scaling_groups[0].max_workers"],
  ],
  [
    [...container, "resources", "limits", "cpu"],
    ["request config.scaling_groups[0].worker_nodes.cpu"],
  ],
  [
    [...container, "resources", "requests", "nvidia.com/gpu"],
    [
      "request config.scaling_groups[0].worker_nodes.gpu_count",
      "settings ray.gpu_resource_request_key",
    ],
  ],
  [
    ["spec", "workerGroupSpecs", 0, "template", "spec", "tolerations", 0, "key"],
    ["settings ray.gpu_tolerations[0].key"],
  ],
  [
    ["spec", "headGroupSpec", "template", "metadata", "labels", "example.com/tier"],
    ['settings ray.non_gpu_labels["example.com/tier"]'],
  ],
  [
    ["spec", "autoscalerOptions", "resources", "limits", "memory"],
    ["request config.autoscaler_config.memory_gb"],
  ],
  [["spec", "headGroupSpec", "template", "spec", "containers", 0, "ports", 2, "name"], []],
])("%j comes from %j", (path, inputs) => {
  const origin = traced(request, settings).originOf(path);
  expect(origin?.inputs.map((input) => `${input.document} ${formatPath(input.path)}`)).toEqual(
    inputs,
  );
});
