import { load } from "js-yaml";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { defuse } from "../../src/diagnostics/defuse.ts";
import type { PlainData } from "../../src/diagnostics/plain-data.ts";
import { printYaml, printYamlDocuments } from "../../src/yaml/print.ts";

test("prints a manifest in block style, items two spaces under their key", () => {
  const manifest = {
    apiVersion: "ray.io/v1",
    kind: "RayCluster",
    metadata: { name: "train-resnet", labels: {}, annotations: { note: "a\nb\n" } },
    spec: {
      rayVersion: "2.9.3",
      enableInTreeAutoscaling: true,
      groups: [
        { groupName: "worker-group-0", replicas: 4, ports: [] },
        { groupName: "worker-group-1", command: ["/bin/sh", "-c", "ray stop"] },
      ],
      nothing: null,
    },
  };
  expect(printYaml(manifest)).toBe(`apiVersion: ray.io/v1
kind: RayCluster
metadata:
  name: train-resnet
  labels: {}
  annotations:
    note: |
      a
      b
spec:
  rayVersion: "2.9.3"
  enableInTreeAutoscaling: true
  groups:
    - groupName: worker-group-0
      replicas: 4
      ports: []
    - groupName: worker-group-1
      command:
        - /bin/sh
        - "-c"
        - "ray stop"
  nothing: null
`);
});

test.each<[PlainData, string]>([
  [null, "null\n"],
  [true, "true\n"],
  [-0, "0\n"],
  [-12, "-12\n"],
  [Number.MAX_SAFE_INTEGER, "9007199254740991\n"],
  ["a", "a\n"],
  ["a\nb", "|-\n  a\n  b\n"],
  ["", '""\n'],
  [[], "[]\n"],
  [{}, "{}\n"],
  [[[]], "- []\n"],
  [[{}], "- {}\n"],
  [[["a", "b"], ["c"]], "- - a\n  - b\n- - c\n"],
  [[{ a: 1, b: [2, { c: 3, d: 4 }] }], "- a: 1\n  b:\n    - 2\n    - c: 3\n      d: 4\n"],
  [{ a: { b: {} } }, "a:\n  b: {}\n"],
  [["a\n\nb\n", "c"], "- |\n  a\n\n  b\n- c\n"],
  [{ a: [["x\ny"]] }, "a:\n  - - |-\n      x\n      y\n"],
  [{ "": 1, "a b": 2, "2": 3 }, '"2": 3\n"": 1\n"a b": 2\n'],
])("prints %j", (data, expected) => {
  expect(printYaml(data)).toBe(expected);
});

const scalars: readonly (readonly [string, string])[] = [
  ["registry.example.com:5000/a/b:1.2", "registry.example.com:5000/a/b:1.2"],
  ["a@sha256:0f", "a@sha256:0f"],
  ["gs://bucket/a,b=c%20~", "gs://bucket/a,b=c%20~"],
  ["_x", "_x"],
  ["/tmp/ray", "/tmp/ray"],
  ["email", "email"],
  ["e1x", "e1x"],
  ["nullable", "nullable"],
  ["a".repeat(256), "a".repeat(256)],
  ["a".repeat(257), `"${"a".repeat(257)}"`],
  ["a:", '"a:"'],
  ["No", '"No"'],
  ["NaN", '"NaN"'],
  ["E12", '"E12"'],
  ["e+1234567", '"e+1234567"'],
  ["1a", '"1a"'],
  [".a", '".a"'],
  ["-a", '"-a"'],
  ["a b", '"a b"'],
  ['a"b\\c', '"a\\"b\\\\c"'],
  ["a\tb", '"a\\tb"'],
  ["a\r\nb", '"a\\r\\nb"'],
  ["a\n\n", '"a\\n\\n"'],
  [" a\nb", '" a\\nb"'],
  ["a \nb", '"a \\nb"'],
  ["a\n \nb", '"a\\n \\nb"'],
  ["a\0b", '"a\\u0000b"'],
  ["\u001b[31m", '"\\u001b[31m"'],
  ["a\u00a0b", '"a\\u00a0b"'],
  ["a\u202eb", '"a\\u202eb"'],
  ["a\u2028\nb", '"a\\u2028\\nb"'],
  ["\ufeffa", '"\\ufeffa"'],
  ["\ue000", '"\\ue000"'],
  ["\u{1fffe}", '"\\U0001fffe"'],
  ["\u{2ffff}", '"\\U0002ffff"'],
  ["\u{dffff}", '"\\U000dffff"'],
  ["\u{e0041}", '"\\U000e0041"'],
  ["\u{10ffff}", '"\\U0010ffff"'],
  ["日本 😀", '"日本 😀"'],
];

test.each([
  ["##[error]x", '"##\\u005berror]x"'],
  ["a\n::error::x", '"a\\n::error::x"'],
  ["a\n  ::error::x\nb", '"a\\n  ::error::x\\nb"'],
  ["a\n##vso[x]", '"a\\n##vso\\u005bx]"'],
  ["a\nb::c", "|-\n  a\n  b::c"],
])("%j is printed so that no line is a command", (text, scalar) => {
  expect(printYaml({ a: text })).toBe(`a: ${scalar}\n`);
});

test.each(scalars.map(([text, scalar]) => [defuse(JSON.stringify(text)), text, scalar] as const))(
  "prints the text %s as a value and as a key",
  (_name, text, scalar) => {
    expect(printYaml([text])).toBe(`- ${scalar}\n`);
    expect(printYaml({ [text]: 1 })).toBe(`${scalar}: 1\n`);
  },
);

test("keys are never blocks", () => {
  expect(printYaml({ "a\nb": "a\nb" })).toBe('"a\\nb": |-\n  a\n  b\n');
});

test("prints keys in their own order, with the names that objects have", () => {
  const keys = ["valueOf", "toString", "constructor", "b", "a"];
  const object = Object.fromEntries(keys.map((key) => [key, 1]));
  Object.defineProperty(object, "__proto__", { value: 2, enumerable: true });
  const expected = keys.map((key) => `${key}: 1\n`).join("");
  expect(printYaml(object)).toBe(`${expected}__proto__: 2\n`);
});

test("passes over inherited, hidden and symbol keys", () => {
  const object = Object.assign(Object.create(null), { a: 1, [Symbol("s")]: 2 });
  Object.defineProperty(object, "hidden", { value: 3, enumerable: false });
  expect(printYaml(object)).toBe("a: 1\n");
});

test("writes a shared object out each time", () => {
  const shared = { cpu: "2" };
  expect(printYaml({ limits: shared, requests: shared })).toBe(
    'limits:\n  cpu: "2"\nrequests:\n  cpu: "2"\n',
  );
});

const cyclic: { self?: object } = {};
cyclic.self = cyclic;

test.each<[string, object, string]>([
  ["undefined", { a: [1, { b: undefined }] }, "a[1].b is of type undefined"],
  ["a hole", { a: Array(2) }, "a[0] is of type undefined"],
  ["a function", { a: () => 1 }, "a is of type function"],
  ["a symbol", { a: Symbol("s") }, "a is of type symbol"],
  ["a bigint", { a: 1n }, "a is of type bigint"],
  ["a whole number that readers round", { a: 2 ** 53 }, "a is 9007199254740992"],
  ["NaN", { a: Number.NaN }, "a is NaN"],
  ["Infinity", { a: Number.POSITIVE_INFINITY }, "a is Infinity"],
  ["2^53", { a: 2 ** 53 }, "a is 9007199254740992"],
  ["a date", { a: new Date(0) }, "a is an instance of a class"],
  ["a map", { a: [new Map()] }, "a[0] is an instance of a class"],
  ["a merge key", { a: { "<<": 1 } }, 'a["<<"] is a key that kustomize turns into a merge key'],
  ["DEL", { a: "x\u007f" }, "a contains U+007F"],
  ["NEL", { a: "x\u0085" }, "a contains U+0085"],
  ["a non-character", { a: "x\uffff" }, "a contains U+FFFF"],
  ["a lone surrogate", { a: "x\ud800" }, "a contains U+D800"],
  ["a lone surrogate in a key", [{ "\udc00": 1 }], '[0]["\\udc00"] contains U+DC00'],
  ["a long key", { a: { ["é".repeat(999)]: 1 } }, "is a key of 1001 characters as printed"],
  ["a cycle", cyclic, "is nested deeper than 100 levels"],
])("refuses %s and names the path", (_name, data, message) => {
  expect(() => printYaml(data)).toThrow(TypeError);
  expect(() => printYaml(data)).toThrow(message);
});

test("prints what is just allowed", () => {
  const key = "é".repeat(998);
  expect(printYaml({ [key]: "<<" })).toBe(`"${key}": "<<"\n`);
  let deep: PlainData = 1;
  for (let level = 0; level < 100; level++) deep = [deep];
  expect(printYaml(deep)).toBe(`${"- ".repeat(100)}1\n`);
  expect(() => printYaml([deep])).toThrow(TypeError);
});

test("joins documents with ---", () => {
  expect(printYamlDocuments([])).toBe("");
  expect(printYamlDocuments([{ a: 1 }])).toBe("a: 1\n");
  expect(printYamlDocuments([{ a: 1 }, { b: 2 }, []])).toBe("a: 1\n---\nb: 2\n---\n[]\n");
});

test.each([
  [0.5, "0.5"],
  [-1.25, "-1.25"],
  [1e-7, "1.0e-7"],
  [1.5e-9, "1.5e-9"],
])(
  "the fraction %d is printed as %s, which readers of both versions take for it",
  (value, text) => {
    expect(printYaml({ a: value })).toBe(`a: ${text}\n`);
    expect(load(printYaml({ a: value }))).toEqual({ a: value });
    expect(parse(printYaml({ a: value }), { version: "1.1" })).toEqual({ a: value });
    expect(parse(printYaml({ a: value }), { version: "1.2" })).toEqual({ a: value });
  },
);
