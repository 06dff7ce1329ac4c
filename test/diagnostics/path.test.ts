import fc from "fast-check";
import { expect, test } from "vitest";
import type { Path } from "../../src/diagnostics/path.ts";
import { formatPath, formatPointer, parsePath } from "../../src/diagnostics/path.ts";
import { anyCharacter } from "../any-character.ts";

const table: readonly (readonly [Path, string, string])[] = [
  [[], "(document)", ""],
  [["name"], "name", "/name"],
  [["$schema"], "$schema", "/$schema"],
  [
    ["config", "scaling_groups", 0, "min_workers"],
    "config.scaling_groups[0].min_workers",
    "/config/scaling_groups/0/min_workers",
  ],
  [["ray", "gpu_tolerations", 10], "ray.gpu_tolerations[10]", "/ray/gpu_tolerations/10"],
  [[0, 1], "[0][1]", "/0/1"],
  [["labels", "ray.io/group"], 'labels["ray.io/group"]', "/labels/ray.io~1group"],
  [["labels", "a~b"], 'labels["a~b"]', "/labels/a~0b"],
  [["labels", "~1"], 'labels["~1"]', "/labels/~01"],
  [["labels", "0"], 'labels["0"]', "/labels/0"],
  [["labels", ""], 'labels[""]', "/labels/"],
  [["labels", "a b"], 'labels["a b"]', "/labels/a b"],
  [["labels", 'a"b\\c'], 'labels["a\\"b\\\\c"]', '/labels/a"b\\c'],
  [["labels", "a]b"], 'labels["a]b"]', "/labels/a]b"],
  [["__proto__", "constructor"], "__proto__.constructor", "/__proto__/constructor"],
  [["line\nbreak"], '["line\\nbreak"]', "/line\nbreak"],
  [["\u001b[31m"], '["\\u001b[31m"]', "/\u001b[31m"],
  [["é", "😀"], '["\\u00e9"]["\\ud83d\\ude00"]', "/é/😀"],
  [["\u202e\u2028\ud800"], '["\\u202e\\u2028\\ud800"]', "/\u202e\u2028\ud800"],
  [["a".repeat(100)], "a".repeat(100), `/${"a".repeat(100)}`],
  [[" ".repeat(100)], `["${" ".repeat(100)}"]`, `/${" ".repeat(100)}`],
  [["a".repeat(101)], `["${"a".repeat(99)}…"]`, `/${"a".repeat(101)}`],
];

test.each(table)("%j is shown to people, and to programs as a pointer", (path, shown, pointer) => {
  expect(formatPath(path)).toBe(shown);
  expect(formatPointer(path)).toBe(pointer);
});

const step = fc.oneof(fc.nat(1_000), fc.string({ unit: anyCharacter, maxLength: 50 }), fc.string());
const anyPath = fc.array(fc.oneof(step, fc.string({ minLength: 90, maxLength: 200 })), {
  maxLength: 6,
});

test("a path is shown on one line, in printable characters, whatever its keys hold", () => {
  fc.assert(
    fc.property(anyPath, (path) => {
      expect(formatPath(path)).toMatch(/^[\x20-\x7e…]*$/);
      expect(formatPath(path).length).toBeLessThan(20 + path.length * 620);
    }),
  );
});

test("a pointer tells the steps of its path apart", () => {
  fc.assert(
    fc.property(anyPath, (path) => {
      const steps = formatPointer(path)
        .split("/")
        .slice(1)
        .map((text) => text.replaceAll("~1", "/").replaceAll("~0", "~"));
      expect(steps).toEqual(path.map(String));
    }),
  );
});

test.each(["a..b", "a b", "[", "[-1]", '["a]', '["\\x"]', "a[1"])("%s is no path", (text) => {
  expect(parsePath(text)).toBeUndefined();
});

test("a path that is shown whole can be read back", () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), (path) => {
      expect(parsePath(formatPath(path))).toEqual(path);
    }),
  );
});
