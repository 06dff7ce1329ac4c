import fc from "fast-check";
import { expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { formatPath } from "../../src/diagnostics/path.ts";
import { cases } from "../golden/cases.ts";

const invalid = await cases("invalid");

test.each(invalid)("the report of $name is in document order", ({ request, settings }) => {
  const places = reportOf(request, settings)
    .filter(({ code }) => code !== "diagnostics-omitted")
    .map(({ document, range }) => [
      document === "request" ? 0 : 1,
      range?.start.line ?? 0,
      range?.start.column ?? 0,
    ]);
  expect(places).toEqual(places.toSorted(compareNumbers));
});

test("mistakes of every kind come in the order of the text", () => {
  const request = [
    "name: Train", // a single field
    "image: registry.example.com/train:1.2",
    "config:",
    "  autoscaler_config: {cpu: 1, memory_gb: 0.5}", // a warning across fields
    "  scaling_groups:",
    "    - min_workers: 3", // a law across fields
    "      max_workers: 2",
    "      worker_nodes: {cpu: 1.5, memory_gb: 16, gpu_count: 1}", // a warning, then a law across documents
    "      max_workers: 4", // a key that stands twice
    "  head_node: {cpu: 4, memory_gb: 16, gpus: 1}", // an unknown field
    "labels: {b: !text b, a: 1, ray.io/group: c}", // what is no YAML for us, a type, a reserved key
    "ray_version: nightly",
    "nmae: train",
  ].join("\n");
  const settings = [
    "ray:",
    "  enabled: false",
    "  suports_autoscaling: true",
    'kuberay_version: "0.3.0"',
  ].join("\n");
  const report = reportOf(
    { file: "request.yaml", text: request },
    { file: "values.yaml", text: settings },
  );
  expect(report.map(described)).toEqual([
    "request.yaml:1 invalid-name",
    "request.yaml:4 autoscaler-memory-low",
    "request.yaml:6 worker-bounds",
    "request.yaml:8 fractional-cpu",
    "request.yaml:8 gpus-unsupported",
    "request.yaml:9 duplicate-key",
    "request.yaml:10 unknown-field",
    "request.yaml:11 unsupported-yaml",
    "request.yaml:11 wrong-type",
    "request.yaml:11 reserved-key",
    "request.yaml:12 invalid-version",
    "request.yaml:13 unknown-field",
    "values.yaml:2 ray-disabled",
    "values.yaml:3 unknown-field",
    "values.yaml:4 kuberay-version-unsupported",
  ]);
});

test("keys that look like numbers stand where the text has them", () => {
  const text = `{${SOUND}, "labels": {"b": 0, "10": 0, "9": 0, "a": 0}}`;
  const keys = reportOf({ file: "request.json", text }, {}).map(({ path }) => path.at(-1));
  expect(keys).toEqual(["b", "10", "9", "a"]);
});

test("what an alias repeats is reported where it is written", () => {
  const text = [
    'ray_version: "2.52.0"',
    "name: train",
    "image: registry.example.com/train:1.2",
    "config:",
    "  head_node: &node {cpu: 0, memory_gb: 16}",
    "  scaling_groups:",
    "    - {min_workers: -1, max_workers: 1, worker_nodes: *node}",
  ].join("\n");
  const report = reportOf({ file: "request.yaml", text }, {});
  expect(report.map(({ path, range }) => `${formatPath(path)} ${range?.start.line}`)).toEqual([
    "config.head_node.cpu 5",
    "config.scaling_groups[0].worker_nodes.cpu 5",
    "config.scaling_groups[0].min_workers 7",
  ]);
});

test("objects are reported in the order of their keys, what is missing first", () => {
  const wrong = {
    name: 1,
    image: 2,
    ray_version: 3,
    config: 4,
    forward_logs: 5,
    labels: 6,
    annotations: 7,
    strange: 8,
  };
  const required = ["name", "image", "config"];
  fc.assert(
    fc.property(fc.shuffledSubarray(Object.keys(wrong)), (keys) => {
      const request = Object.fromEntries(
        keys.map((key) => [key, wrong[key as keyof typeof wrong]]),
      );
      const missing = required.filter((key) => !keys.includes(key));
      // Without a config nobody knows what hangs on the version.
      if (keys.includes("config") && !keys.includes("ray_version")) missing.push("ray_version");
      expect(reportOf(request, {}).map(({ path }) => path[0])).toEqual([...missing, ...keys]);
    }),
  );
});

test("the request comes before the settings, however they are given", () => {
  const request = { file: "request.yaml", text: "name: 1" };
  const settings = { kuberay_version: 1 };
  for (const inputs of [
    [request, settings],
    [{ name: 1 }, { file: "values.yaml", text: "kuberay_version: 1" }],
    [{ name: 1 }, settings],
  ]) {
    const documents = reportOf(inputs[0], inputs[1]).map(({ document }) => document);
    expect(documents).toEqual([...Array(3).fill("request"), "settings"]);
  }
});

const SOUND =
  '"name": "train", "image": "a/b:1", "ray_version": "2.52.0", "config": {"n_nodes": 2, "node_config": {"cpu": 4, "memory_gb": 16}}';

function reportOf(request: unknown, settings: unknown): readonly Diagnostic[] {
  const result = compile(request, settings);
  return result.diagnostics;
}

function described({ code, range }: Diagnostic): string {
  return `${range?.file}:${range?.start.line} ${code}`;
}

function compareNumbers(left: readonly number[], right: readonly number[]): number {
  const index = left.findIndex((number, position) => number !== right[position]);
  return (left[index] ?? 0) - (right[index] ?? 0);
}

test("mistakes in settings that are an object come in the order of its keys", () => {
  const mistakes = { worker: 1, rbac: { manage_ray: 1 }, ray: { enabled: 1 }, kuberay_version: 1 };
  const result = compile(
    {
      name: "train",
      image: "a",
      ray_version: "2.52.0",
      config: { head_node: { cpu: 1, memory_gb: 2 } },
    },
    JSON.parse(JSON.stringify(mistakes)),
  );
  expect(result.diagnostics.map(({ path }) => formatPath(path))).toEqual([
    "worker",
    "rbac.manage_ray",
    "ray.enabled",
    "kuberay_version",
  ]);
});
