import { expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import type { CompileOptions } from "../../src/compile-documents.ts";
import { formatPath } from "../../src/diagnostics/path.ts";
import { dataOf } from "./plain-copies.ts";

const request = {
  file: "request.yaml",
  text: [
    "name: train",
    "image: registry.example.com/train:1.2",
    'ray_version: "2.52.0"',
    "config: {n_nodes: 2, max_nodes: 3, node_config: {cpu: 4, memory_gb: 16}, autoscaler_config: {cpu: 1, memory_gb: 1}}",
  ].join("\n"),
};
const settings = { file: "values.yaml", text: 'kuberay_version: "1.4.2"' };

/** Options, the same said in the documents, and what of the documents they replace. */
const table: readonly (readonly [CompileOptions, object, object])[] = [
  [{ overrides: { name: "other" } }, { name: "other" }, {}],
  [{ overrides: { namespace: "ml" } }, { namespace: "ml" }, {}],
  [{ overrides: { image: "a/b:2" } }, { image: "a/b:2" }, {}],
  [{ overrides: { ray_version: "2.40.0" } }, { ray_version: "2.40.0" }, {}],
  [{ kuberayVersion: "0.4.0" }, {}, { kuberay_version: "0.4.0" }],
  [
    { overrides: { name: "other", image: "a/b:2" }, kuberayVersion: "1.7.0" },
    { name: "other", image: "a/b:2" },
    { kuberay_version: "1.7.0" },
  ],
  [{ overrides: {} }, {}, {}],
  [{ overrides: { name: undefined, image: undefined } }, {}, {}],
  [{ overrides: undefined, kuberayVersion: undefined, strict: undefined }, {}, {}],
];

test.each(table)("%j is the same as the documents saying it", (options, inRequest, inSettings) => {
  const said = compile(
    { ...Object(dataOf(request)), ...inRequest },
    { ...Object(dataOf(settings)), ...inSettings },
  );
  expect(said.ok).toBe(true);
  expect(compile(request, settings, options)).toEqual(said);
  expect(compile(dataOf(request), dataOf(settings), options)).toEqual(said);
});

test("an override stands in for a field that is missing or wrong", () => {
  const partial = { file: "request.yaml", text: request.text.replace("name: train", "name: 42") };
  expect(compile(partial, settings).ok).toBe(false);
  expect(compile(partial, settings, { overrides: { name: "train" } }).ok).toBe(true);
  const nameless = { file: "request.yaml", text: request.text.replace("name: train\n", "") };
  expect(compile(nameless, settings).ok).toBe(false);
  expect(compile(nameless, settings, { overrides: { name: "train" } }).ok).toBe(true);
});

test("a mistake in an override has no place in the text, others have, and none hides the others", () => {
  const text = request.text.replace("1.2", "A B").replace("n_nodes: 2", "n_nodes: 0");
  const result = compile({ file: "request.yaml", text }, settings, {
    overrides: { name: "Not A Name", namespace: "-", ray_version: "new" },
    kuberayVersion: "0.3.0",
  });
  const report = result.ok ? [] : result.diagnostics;
  expect(
    report.map(({ document, path, range }) => [document, formatPath(path), range?.start.line]),
  ).toEqual([
    ["request", "name", undefined],
    ["request", "ray_version", undefined],
    ["request", "namespace", undefined],
    ["request", "image", 2],
    ["request", "config.n_nodes", 4],
    ["settings", "kuberay_version", undefined],
  ]);
});

test("a law across documents that an override breaks names no place for it", () => {
  const result = compile(request, settings, {
    kuberayVersion: "1.1.0",
    overrides: { ray_version: "2.20.0" },
  });
  const [warning] = result.ok ? result.diagnostics : [];
  expect(warning?.code).toBe("ray-version-avoided");
  expect(warning?.range).toBeUndefined();
  expect(warning?.related?.map(({ path, range }) => [path, range])).toEqual([
    [["kuberay_version"], undefined],
  ]);
});

test("a text that cannot be read stays unread, whatever is overridden", () => {
  const result = compile({ file: "request.yaml", text: "name: [" }, settings, {
    overrides: { name: "train" },
  });
  expect(result.ok ? [] : result.diagnostics.map(({ code }) => code)).toEqual(["yaml-syntax"]);
});

test("an override is copied like any other input", () => {
  const overrides: object = { name: new Date(0) };
  const result = compile(request, settings, { overrides });
  expect(result.ok ? [] : result.diagnostics.map(({ code, path }) => [code, path])).toEqual([
    ["not-plain-data", ["name"]],
  ]);
});
