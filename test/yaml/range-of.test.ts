import fc from "fast-check";
import { expect, test } from "vitest";
import type { Target } from "../../src/diagnostics/diagnostic.ts";
import type { Path } from "../../src/diagnostics/path.ts";
import { printYaml } from "../../src/yaml/print.ts";
import { readYaml } from "../../src/yaml/read.ts";
import { plainTree } from "./arbitrary-tree.ts";
import { describeRange } from "./describe-findings.ts";

function rangeOf(text: string, path: Path, target: Target = "value"): string {
  const { findings, rangeOf } = readYaml({ file: "f.yaml", text }, "request");
  expect(findings).toEqual([]);
  const range = rangeOf?.(path, target);
  expect(range?.file).toBe("f.yaml");
  return range === undefined ? "nowhere" : describeRange(range);
}

const request = `# A request
name: train   # comment
labels:
  team: "ml ops"
  note: |
    two
    lines

config:
  groups:
    - min: 1
      node: {cpu: 2, gpu: [0, 1]}
    -
      min: 😀 x
  wide: {
    a: 1
  }
  empty:
`;

test.each<[Path, string, string]>([
  [["name"], "2:7-12", "2:1-5"],
  [["labels", "team"], "4:9-17", "4:3-7"],
  [["labels", "note"], "5:9-7:10", "5:3-7"],
  [["config", "groups", 0, "min"], "11:12-13", "11:7-10"],
  [["config", "groups", 1, "min"], "14:12-16", "14:7-10"],
  [["config", "groups", 0, "node", "gpu", 1], "12:31-32", "12:31-32"],
])("the value and the key at %j", (path, value, key) => {
  expect(rangeOf(request, path)).toBe(value);
  expect(rangeOf(request, path, "key")).toBe(key);
});

test.each<[string, Path, string]>([
  ["a block object, by its key", ["labels"], "3:1-7"],
  ["a block list, by its key", ["config", "groups"], "10:3-9"],
  ["an item, by its first line", ["config", "groups", 0], "11:7-13"],
  ["an item on a line of its own", ["config", "groups", 1], "14:7-16"],
  ["a flow object", ["config", "groups", 0, "node"], "12:13-34"],
  ["a flow object over lines, by its first", ["config", "wide"], "15:9-10"],
  ["nothing, by its key", ["config", "empty"], "18:3-8"],
  ["the root, by its first character", [], "2:1-1"],
])("the value of %s", (_name, path, expected) => {
  expect(rangeOf(request, path)).toBe(expected);
});

test.each<[string, Path, string]>([
  ["in the root", ["image"], "2:1-1"],
  ["in an object", ["labels", "owner"], "3:1-7"],
  ["several levels down", ["config", "autoscaler", "cpu"], "9:1-7"],
  ["in an item", ["config", "groups", 0, "max"], "11:7-13"],
  ["in a flow object", ["config", "groups", 0, "node", "memory"], "12:7-11"],
  ["behind the end of a list", ["config", "groups", 2], "10:3-9"],
  ["below a scalar", ["name", "first"], "2:1-5"],
  ["a key in a list", ["config", "groups", "0"], "10:3-9"],
  ["an index in an object", ["labels", 0], "3:1-7"],
  ["a name that objects have", ["labels", "toString"], "3:1-7"],
])("the nearest ancestor of what is missing %s", (_name, path, expected) => {
  expect(rangeOf(request, path)).toBe(expected);
  expect(rangeOf(request, path, "key")).toBe(expected);
});

test.each<[string, string, Path, string]>([
  ["an empty text", "", ["a"], "1:1-1"],
  ["comments alone", "# a\n# b\n", ["a"], "1:1-1"],
  ["a scalar at the root", "\n  abc def\n", [], "2:3-10"],
  ["an empty flow object", "  {}  ", ["a"], "1:3-3"],
  ["JSON over lines", '{\n\t"a": {\n\t\t"b": 1\n\t}\n}', ["a", "b"], "3:8-9"],
  ["CRLF", "a: 1\r\nb: x\r\n", ["b"], "2:4-5"],
  ["a byte order mark", "\ufeffa: 1\n", ["a"], "1:5-6"],
  ["a multi-line plain text", "a: b\n  c\nd: 1\n", ["a"], "1:4-2:4"],
  ["a key without quotes that is a number", "1: a\n", ["1"], "1:4-5"],
  ["a quoted key", "'a b': c\n", ["a b"], "1:8-9"],
  ["an explicit key", "? a\n: b\n", ["a"], "2:3-4"],
  ["a __proto__ key", "x: 1\n__proto__: 2\n", ["__proto__"], "2:12-13"],
  ["an alias, where it stands", "a: &x {b: 1}\nc: *x\n", ["c"], "2:4-6"],
  ["below an alias, in the anchor", "a: &x {b: 1}\nc: *x\n", ["c", "b"], "1:11-12"],
  ["missing below an alias", "a: &x {b: 1}\nc: *x\n", ["c", "d"], "2:1-2"],
  ["below an alias in an anchor", "- &x [1]\n- &y {z: *x}\n- *y\n", [2, "z", 0], "1:7-8"],
  ["below the last of two anchors", "- &x [1]\n- &x [2]\n- *x\n", [2, 0], "2:7-8"],
])("in %s", (_name, text, path, expected) => {
  expect(rangeOf(text, path)).toBe(expected);
});

test("of a key that stands twice, the first one counts", () => {
  const { rangeOf } = readYaml({ file: "f.yaml", text: "a: 1\nb: 2\na: 3\n" }, "request");
  expect(rangeOf?.(["a"], "value")?.start).toEqual({ line: 1, column: 4 });
});

test("the range of every scalar of a printed tree reads as that scalar", () => {
  fc.assert(
    fc.property(plainTree, (tree) => {
      const text = printYaml([tree]);
      const { rangeOf } = readYaml({ file: "f.yaml", text }, "request");
      for (const [path, scalar] of scalarsOf([tree], [])) {
        const range = rangeOf?.(path, "value");
        const found = range === undefined ? "" : text.split("\n").slice(range.start.line - 1);
        const rest =
          found.length === 0 ? "" : (found[0] ?? "").slice((range?.start.column ?? 0) - 1);
        if (typeof scalar === "string" && scalar.includes("\n")) expect(rest).toMatch(/^["|]/);
        else expect(printYaml([scalar])).toBe(`- ${rest}\n`);
      }
    }),
  );
});

function* scalarsOf(
  value: unknown,
  path: Path,
): Generator<readonly [Path, string | number | null]> {
  if (typeof value === "object" && value !== null) {
    const steps = Array.isArray(value) ? value.entries() : Object.entries(value);
    for (const [step, member] of steps) yield* scalarsOf(member, [...path, step]);
  } else if (typeof value === "string" || typeof value === "number" || value === null) {
    yield [path, value];
  }
}
