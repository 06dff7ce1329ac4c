import { expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import type { CompileOptions } from "../../src/compile-documents.ts";
import { errorsAmong } from "../../src/diagnostics/errors-among.ts";
import { explainValue } from "../../src/explain/explain-value.ts";
import { layerRequest } from "../../src/model/request/layer-request.ts";
import { layerSettings } from "../../src/model/settings/layer-settings.ts";
import { readSource } from "../../src/yaml/read-source.ts";

const text = (file: string, ...lines: readonly string[]) => ({ file, text: lines.join("\n") });
const laid = (...layers: readonly unknown[]) => {
  const [base, ...patches] = layers.map((each) => readSource(each, "request"));
  return layerRequest(base ?? readSource({}, "request"), patches);
};

test.each<[string, readonly unknown[], unknown]>([
  [
    "maps merge at every depth",
    [{ a: { b: { c: 1, d: 2 } } }, { a: { b: { c: 3 } } }],
    { a: { b: { c: 3, d: 2 } } },
  ],
  ["lists replace", [{ a: [1, 2] }, { a: [3] }], { a: [3] }],
  [
    "null removes",
    [
      { a: 1, b: { c: 1, d: 2 } },
      { a: null, b: { c: null } },
    ],
    { b: { d: 2 } },
  ],
  [
    "null of what is not there is nothing",
    [{ a: 1 }, { b: null, c: { d: null } }],
    { a: 1, c: {} },
  ],
  ["the last one is on top", [{ a: 1 }, { a: 2 }, { a: 3 }], { a: 3 }],
  ["what was removed comes back", [{ a: { b: 1 } }, { a: null }, { a: { c: 2 } }], { a: { c: 2 } }],
  ["a map replaces what is no map", [{ a: [1] }, { a: { b: 1 } }], { a: { b: 1 } }],
  ["and the other way round", [{ a: { b: 1 } }, { a: 1 }], { a: 1 }],
  ["an empty patch changes nothing", [{ a: 1 }, null, {}], { a: 1 }],
  [
    "keys of prototypes are keys",
    [{ a: 1 }, { constructor: { b: 2 } }],
    { a: 1, constructor: { b: 2 } },
  ],
])("%s", (_title, layers, merged) => {
  expect(laid(...layers)).toMatchObject({ data: merged, findings: [] });
  expect(Object.keys(Object(laid(...layers).data))).toEqual(Object.keys(Object(merged)));
});

const groups = (...scaling_groups: readonly unknown[]) => ({ config: { scaling_groups } });
const changed = (scaling_groups: unknown) => ({ config: { scaling_groups } });
const base = groups({ name: "gpu", max_workers: 1, min_workers: 0 }, { max_workers: 2 });

test.each<[string, unknown, readonly unknown[]]>([
  [
    "a named entry changes its namesake",
    groups({ name: "gpu", max_workers: 5 }),
    [{ name: "gpu", max_workers: 5, min_workers: 0 }, { max_workers: 2 }],
  ],
  [
    "one without a name has that of its place",
    groups({ name: "worker-group-1", max_workers: 7 }),
    [
      { name: "gpu", max_workers: 1, min_workers: 0 },
      { max_workers: 7, name: "worker-group-1" },
    ],
  ],
  [
    "a new name is a new group",
    groups({ name: "more", max_workers: 7 }),
    [
      { name: "gpu", max_workers: 1, min_workers: 0 },
      { max_workers: 2 },
      { name: "more", max_workers: 7 },
    ],
  ],
  ["entries without names replace", groups({ max_workers: 7 }), [{ max_workers: 7 }]],
  ["an empty list replaces", groups(), []],
  [
    "a map goes by name",
    changed({ gpu: { max_workers: 9 } }),
    [{ name: "gpu", max_workers: 9, min_workers: 0 }, { max_workers: 2 }],
  ],
  [
    "and by index",
    changed({ 1: { max_workers: 9 } }),
    [{ name: "gpu", max_workers: 1, min_workers: 0 }, { max_workers: 9 }],
  ],
  ["null removes a group", changed({ gpu: null }), [{ max_workers: 2 }]],
  [
    "null removes a field of a group",
    changed({ gpu: { min_workers: null } }),
    [{ name: "gpu", max_workers: 1 }, { max_workers: 2 }],
  ],
])("scaling groups: %s", (_title, patch, merged) => {
  expect(laid(base, patch)).toMatchObject({ data: groups(...merged), findings: [] });
});

test.each(["gpus", "2", "-1", "__proto__", "worker-group-0"])("there is no group %s", (name) => {
  const { findings } = laid(base, {
    file: "p.yaml",
    text: JSON.stringify(changed({ [name]: { max_workers: 1 } })),
  });
  expect(errorsAmong(findings)).not.toEqual([]);
  expect(findings[0]?.range?.file).toBe("p.yaml");
});

test("a patch that is no object or cannot be read says so and nothing else", () => {
  const request = text("r.yaml", "name: train", 'ray_version: "2.52.0"');
  for (const patch of [text("p.yaml", "- a"), text("p.yaml", "a: [1"), "text", [1]]) {
    const result = compile(request, {}, { patches: [patch] });
    expect(result.ok ? [] : result.diagnostics).toHaveLength(1);
  }
});

const request = text(
  "r.yaml",
  "name: train",
  "image: registry.example.com/train:1.2",
  'ray_version: "2.52.0"',
  "config:",
  "  head_node: {cpu: 4, memory_gb: 16}",
  "  scaling_groups:",
  "    - {worker_nodes: {cpu: 4, memory_gb: 16}, min_workers: 1, max_workers: 1}",
);

/** Where each mistake stands: file, line and column. */
function places(options: CompileOptions, settings: unknown = {}): readonly string[] {
  const result = compile(request, settings, options);
  const diagnostics = result.ok ? result.diagnostics : result.diagnostics;
  return diagnostics.map(({ code, range }) =>
    range === undefined ? code : `${code} ${range.file}:${range.start.line}:${range.start.column}`,
  );
}

test.each<[string, readonly unknown[], readonly string[]]>([
  ["a winning value", [text("p.yaml", "# x", "image: A B")], ["invalid-image p.yaml:2:8"]],
  [
    "the last of several",
    [text("p.yaml", "image: A B"), text("q.yaml", "image: C D")],
    ["invalid-image q.yaml:1:8"],
  ],
  [
    "an unknown key",
    [text("p.yaml", "config:", "  head_node: {gpus: 1}")],
    ["unknown-field p.yaml:2:15"],
  ],
  ["what was removed", [text("p.yaml", "image:")], ["missing-field p.yaml:1:1"]],
  [
    "a group's value",
    [text("p.yaml", "config: {scaling_groups: {0: {max_workers: x}}}")],
    ["wrong-type p.yaml:1:44"],
  ],
  [
    "a value of the request",
    [text("p.yaml", "config: {scaling_groups: {0: {max_workers: 0}}}")],
    ["worker-bounds r.yaml:7:60"],
  ],
  ["a value of an object", [{ image: "A B" }], ["invalid-image"]],
  [
    "another kind of document",
    [text("p.yaml", "apiVersion: ray.io/v1", "kind: RayCluster")],
    ["foreign-document p.yaml:2:1"],
  ],
])("a mistake points at %s", (_title, patches, expected) => {
  expect(places({ patches })).toEqual(expected);
});

test("a value is explained by the patch that it comes from, and by no patch where none has it", () => {
  const options = { patches: [text("p.yaml", "image: a/b:1"), text("q.yaml", "image: a/b:2")] };
  const image = explainValue(
    request,
    {},
    "spec.headGroupSpec.template.spec.containers[0].image",
    options,
  );
  expect(image).toMatchObject({ value: "a/b:2", inputs: [{ range: { file: "q.yaml" } }] });
  const version = explainValue(request, {}, "spec.rayVersion", options);
  expect(version).toMatchObject({ inputs: [{ range: { file: "r.yaml" } }] });
});

test("overrides count more than patches", () => {
  const result = compile(request, {}, { patches: [{ name: "x" }], overrides: { name: "y" } });
  expect(result).toMatchObject({ ok: true, manifest: { metadata: { name: "y" } } });
});

test("settings merge as Helm merges values", () => {
  const values = text(
    "v.yaml",
    "ray:",
    "  supports_gpus: true",
    "  gpu_tolerations: [{key: a}]",
    "  gpu_labels: {a: b, c: d}",
  );
  const production = text(
    "p.yaml",
    "ray:",
    "  gpu_tolerations: [{key: b}]",
    "  gpu_labels: {a: null, e: f}",
  );
  const version = text("k.yaml", 'kuberay_version: "1.4.2"');
  const { data, findings } = layerSettings(values, [production, version]);
  expect(findings).toEqual([]);
  expect(data).toEqual({
    ray: { supports_gpus: true, gpu_tolerations: [{ key: "b" }], gpu_labels: { c: "d", e: "f" } },
    kuberay_version: "1.4.2",
  });
  const wrong = text("w.yaml", "ray: {supports_gpus: maybe}");
  expect(places({ settingsLayers: [wrong] }, values)).toEqual(["wrong-type w.yaml:1:22"]);
  expect(places({ settingsLayers: [values] }, wrong)).toEqual([]);
  expect(places({ settingsLayers: [values] }, text("n.yaml", "a: 1"))).toEqual([]);
  expect(places({ settingsLayers: [] }, text("n.yaml", "a: 1"))).toEqual([
    "settings-not-found n.yaml:1:1",
  ]);
  expect(places({ settingsLayers: [] }, {})).toEqual([]);
  const [deep, ...settingsLayers] = [
    text("v.yaml", "spec: {values: {ray: {supports_gpus: no}}}"),
    text("w.yaml", "spec: {values: {ray: {supports_gpus: 7}}}"),
  ];
  expect(places({ settingsAt: "spec.values", settingsLayers }, deep)).toEqual([
    "wrong-type w.yaml:1:38",
  ]);
});
