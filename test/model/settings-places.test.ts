import { expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { formatPath } from "../../src/diagnostics/path.ts";
import { explainValue } from "../../src/explain/explain-value.ts";

const request = {
  name: "train",
  image: "registry.example.com/train:1.2",
  ray_version: "2.52.0",
  config: { n_nodes: 2, node_config: { cpu: 4, memory_gb: 16 } },
};

function report(settings: unknown, settingsAt?: string): readonly Diagnostic[] {
  const result = compile(request, settings, { settingsAt });
  return result.diagnostics;
}

function places(settings: unknown, settingsAt?: string): readonly string[] {
  return report(settings, settingsAt).map(({ code, path }) => `${code} ${formatPath(path)}`);
}

function text(...lines: readonly string[]) {
  return { file: "values.yaml", text: `${lines.join("\n")}\n` };
}

const ray = { ray: { non_gpu_node_selector: { pool: "cpu" } } };
const release = { apiVersion: "v2", kind: "HelmRelease", spec: { values: ray } };

test.each<readonly [string, unknown, readonly string[]]>([
  ["a subchart", { server: ray }, ["settings-not-found server"]],
  [
    "a subchart beside what is ours",
    { server: ray, rbac: { manage_ray: true } },
    ["settings-not-found server"],
  ],
  ["a HelmRelease", release, ["settings-not-found spec.values"]],
  [
    "a list",
    { sources: [{ helm: { valuesObject: ray } }] },
    ["settings-not-found sources[0].helm.valuesObject"],
  ],
  [
    "a text",
    { data: { "v.yaml": "ray:\n  enabled: true\n" } },
    ['settings-not-found data["v.yaml"]'],
  ],
  ["ray at the top", { ...ray, server: ray }, []],
  [
    "ray below worker",
    { worker: { service_account: { name: "a" }, ...ray } },
    ["settings-not-found worker"],
  ],
  ["ray below ray", { ray }, ["unknown-field ray.ray"]],
  ["another ray", { server: { ray: { replicas: 2 } } }, ["settings-not-found (document)"]],
  ["another worker", { worker: { replicas: 2 }, head: {} }, ["settings-not-found (document)"]],
  ["a manifest", { apiVersion: "v1", kind: "Pod", spec: {} }, ["settings-not-found kind"]],
  ["a request", request, ["settings-not-found config"]],
  [
    "a misspelt key of worker",
    { worker: { serviceAccount: { name: "a" } } },
    ["misspelt-setting worker.serviceAccount"],
  ],
  ["a misspelt key", { Ray: {} }, ["misspelt-setting Ray"]],
  ["a key of ray", { supportsGpus: true }, ["misspelt-setting supportsGpus"]],
  ["a key that anybody has", { enabled: true, labels: {} }, ["settings-not-found (document)"]],
])("of %s it is told where the settings are", (_what, settings, expected) => {
  expect(places(settings)).toEqual(expected);
});

test("what wraps itself is to be removed", () => {
  const [found] = report({ ray: { ray: { supports_gpus: true } } });
  expect(found?.hint).toMatch(/^Remove "ray": the fields below it belong one level up/);
});

test.each([
  [{ a: ray }, "a.ray", "Read the settings one level up, with --settings-at a, "],
  [ray, "ray", "Read the settings at the top level: leave out --settings-at, "],
])("a place one level too deep is told so", (settings, at, words) => {
  const [found] = report(settings, at);
  expect([found?.code, found?.hint?.slice(0, words.length)]).toEqual(["misspelt-setting", words]);
});

test("settings are read where they stand, as they would be at the top", () => {
  const expected = compile(request, ray);
  expect(compile(request, release, { settingsAt: "spec.values" })).toEqual(expected);
  const yaml = text("spec:", "  values:", "    ray:", "      non_gpu_node_selector: {pool: cpu}");
  expect(compile(request, yaml, { settingsAt: "spec.values" })).toEqual(expected);
  const inText = { data: { "v.yaml": "ray: {non_gpu_node_selector: {pool: cpu}}\n" } };
  expect(compile(request, inText, { settingsAt: 'data["v.yaml"]' })).toEqual(expected);
  const list = { sources: [{}, ray] };
  expect(compile(request, list, { settingsAt: "sources[1]" })).toEqual(expected);
  expect(compile(request, ray, { settingsAt: "" })).toEqual(expected);
});

test("mistakes in them have their places in the file, and what stands around them is passed over", () => {
  const settings = text(
    "other: !tag {<<: {a: 1}}",
    "spec:",
    "  values:",
    "    ray: {enabled: 1, gpu: 2}",
    "    kuberayVersion: 1",
    "    rbac: {manage_ray: false}",
  );
  const found = report(settings, "spec.values");
  expect(found.map(({ code, pointer, range }) => [code, pointer, range?.start])).toEqual([
    ["wrong-type", "/spec/values/ray/enabled", { line: 4, column: 20 }],
    ["unknown-field", "/spec/values/ray/gpu", { line: 4, column: 23 }],
    ["misspelt-setting", "/spec/values/kuberayVersion", { line: 5, column: 5 }],
    ["ray-management-off", "/spec/values/rbac/manage_ray", { line: 6, column: 24 }],
  ]);
});

test("a mistake in a text inside a text has the place of that text", () => {
  const settings = text("data:", "  values.yaml: |", "    ray: {enabled: 1}");
  expect(report(settings, 'data["values.yaml"]')).toMatchObject([
    {
      code: "wrong-type",
      path: ["data", "values.yaml", "ray", "enabled"],
      range: { start: { line: 2 } },
    },
  ]);
});

test("a place that is not there is an error", () => {
  expect(places(release, "spec.value")).toEqual(["missing-field spec.value"]);
  expect(places(release, "specs.values")).toEqual(["missing-field specs"]);
  expect(places(release, "spec.values.ray.enabled")).toEqual([
    "missing-field spec.values.ray.enabled",
  ]);
  expect(places(release, "constructor")).toEqual(["missing-field constructor"]);
});

test("an explanation points at the place in the file", () => {
  const at = "spec.headGroupSpec.template.spec.nodeSelector.pool";
  const explanation = explainValue(request, release, at, { settingsAt: "spec.values" });
  expect(explanation.ok && explanation.inputs.map(({ path }) => formatPath(path))).toContain(
    "spec.values.ray.non_gpu_node_selector.pool",
  );
});
