import { expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import type { CompileOptions } from "../../src/compile-documents.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { formatPath } from "../../src/diagnostics/path.ts";
import { isThorough } from "../property-runs.ts";

const sound = {
  name: "train",
  image: "registry.example.com/train:1.2",
  ray_version: "2.52.0",
  config: { n_nodes: 2, node_config: { cpu: 4, memory_gb: 16 } },
};
const group = { worker_nodes: { cpu: 4, memory_gb: 16 }, min_workers: 1, max_workers: 1 };
const MEGABYTE = 1 << 20;

function groups(count: number, node: object = group.worker_nodes): object {
  const scaling_groups = Array.from({ length: count }, () => ({ ...group, worker_nodes: node }));
  return { ...sound, config: { head_node: { cpu: 4, memory_gb: 16 }, scaling_groups } };
}

/** The report of the request as an object, then as text. */
function reports(request: object): readonly (readonly Diagnostic[])[] {
  const text = { file: "request.json", text: JSON.stringify(request) };
  return [report(request), report(text)];
}

function report(request: unknown, options: CompileOptions = {}): readonly Diagnostic[] {
  const result = compile(request, {}, options);
  return result.diagnostics;
}

function places(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(({ code, path }) => `${code} ${formatPath(path)}`);
}

test("1,000 groups compile, more are one mistake", () => {
  expect(compile(groups(1_000))).toMatchObject({ ok: true, diagnostics: [] });
  for (const count of isThorough ? [1_001, 10_000] : [1_001]) {
    for (const found of reports(groups(count))) {
      expect(places(found)).toEqual(["input-limit config.scaling_groups"]);
    }
  }
});

test("a megabyte of text is one mistake for each field that has it", () => {
  const long = "a".repeat(MEGABYTE);
  const request = {
    ...sound,
    name: long,
    image: long,
    labels: { team: long },
    annotations: { note: long },
  };
  expect(places(report(request))).toEqual([
    "input-limit name",
    "input-limit image",
    "input-limit labels.team",
    "input-limit annotations.note",
  ]);
  expect(places(report({ file: "request.json", text: JSON.stringify(request) }))).toEqual([
    "input-limit (document)",
  ]);
});

test("a megabyte of comment behind a sound text is read", () => {
  const text = JSON.stringify(sound);
  for (const filler of [" ", "#", "[", '"']) {
    const long = `${text}\n#${filler.repeat(MEGABYTE - text.length - 2)}`;
    expect(report({ file: "request.yaml", text: long })).toEqual([]);
  }
});

test("64 levels are read, and 65 are one mistake where the limit is passed", () => {
  const nested = (levels: number) => {
    let value: unknown = "end";
    for (let level = 0; level < levels; level++) value = [value];
    return { ...sound, strange: value };
  };
  for (const found of reports(nested(63))) expect(places(found)).toEqual(["unknown-field strange"]);
  for (const found of reports(nested(64))) {
    expect(found.map(({ code }) => code)).toEqual(["input-limit"]);
  }
});

test("too many values are one mistake, and nothing else is judged", () => {
  // A little more than the 100,000 that are allowed.
  const side = isThorough ? 500 : 320;
  const lists = Array.from({ length: side }, () => Array.from({ length: side }, () => 0));
  const request = { ...sound, name: 42, strange: lists };
  // By day of an object alone: yaml/read-hostile.test.ts has the texts.
  for (const found of isThorough ? reports(request) : [report(request)]) {
    expect(found.map(({ code }) => code)).toEqual(["input-limit"]);
  }
});

test.each([0, 1, 49, 50, 51, 52, 120, 200, 1_000])(
  "of %d mistakes 50 are told and the rest is counted",
  (count) => {
    const labels = Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`l${index}`, index]),
    );
    for (const found of reports({ ...sound, labels })) {
      const told = found.filter(({ code }) => code === "wrong-type");
      expect(told.map(({ path }) => path.at(-1))).toEqual(Object.keys(labels).slice(0, 50));
      expect(found.slice(told.length).map(({ message }) => message)).toEqual(omission(count));
    }
  },
);

test.each([1, 50, 51])(
  "of %d keys that stand again 50 are told and the rest is counted",
  (count) => {
    const text = `${JSON.stringify(sound).slice(0, -1)}${', "name": "again"'.repeat(count)}}`;
    for (const file of ["request.json", "request.yaml"]) {
      const found = report({ file, text });
      const told = found.filter(({ code }) => code === "duplicate-key");
      expect(told.length).toBe(Math.min(count, 50));
      expect(found.slice(told.length).map(({ message }) => message)).toEqual(omission(count));
    }
  },
);

test.each([1, 50, 51, isThorough ? 1_000 : 60])("%d warnings forbid nothing", (count) => {
  const request = groups(count, { cpu: 4, memory_gb: 1 });
  const result = compile(request);
  expect(result.ok).toBe(true);
  const warnings = result.ok ? result.diagnostics : [];
  expect(warnings.map(({ severity }) => severity)).toEqual(warnings.map(() => "warning"));
  expect(warnings.slice(50).map(({ message }) => message)).toEqual(omission(count));
  expect(compile(request, {}, { strict: true })).toMatchObject({ ok: false });
  expect(new Set(report(request, { strict: true }).map(({ severity }) => severity))).toEqual(
    new Set(["error"]),
  );
});

test("warnings give way to errors, in document order all the same", () => {
  const request = { ...groups(60, { cpu: 4, memory_gb: 1 }), labels: wrongLabels(30) };
  for (const found of reports(request)) {
    expect(found.map(({ code }) => code)).toEqual([
      ...Array(20).fill("node-memory-low"),
      ...Array(30).fill("wrong-type"),
      "diagnostics-omitted",
    ]);
    expect(found.at(-1)).toMatchObject({
      severity: "error",
      message: "40 more diagnostics were left out.",
    });
  }
});

test("what is left out of both documents is counted together", () => {
  const request: unknown = { ...sound, labels: wrongLabels(40) };
  const settings: unknown = { ray: { gpu_labels: wrongLabels(30) } };
  const result = compile(request, settings);
  const found = result.ok ? [] : result.diagnostics;
  expect(found.map(({ document }) => document)).toEqual([
    ...Array(40).fill("request"),
    ...Array(11).fill("settings"),
  ]);
  expect(found.at(-1)?.message).toBe("20 more diagnostics were left out.");
});

function wrongLabels(count: number): object {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`l${index}`, index]));
}

function omission(count: number): readonly string[] {
  const omitted = count - 50;
  if (omitted <= 0) return [];
  if (omitted === 1) return ["1 more diagnostic was left out."];
  return [`${omitted} more diagnostics were left out.`];
}

test("annotations of pods leave room for KubeRay's, those of the object need not", () => {
  const request = (size: number) => ({ ...sound, annotations: { a: "x".repeat(size - 1) } });
  const settings = (size: number) => ({
    ray: { non_gpu_annotations: { a: "x".repeat(size - 1) } },
  });
  expect(compile(request(262_144)).ok).toBe(true);
  expect(compile(sound, settings(261_120)).ok).toBe(true);
  const result = compile(sound, settings(261_121));
  expect(result.ok ? [] : places(result.diagnostics)).toEqual([
    "invalid-annotation ray.non_gpu_annotations",
  ]);
});
