// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these texts are source code that is mutated.
import { expect, test } from "vitest";
import { mutationsOf } from "./mutations.ts";

test.each<readonly [string, readonly string[]]>([
  ["a === b", ["a !== b"]],
  ["a < b", ["a <= b"]],
  ["Array<string>", []],
  ["limit = 1_000;", ["limit = 1001;"]],
  ["v1 = x.y2;", []],
  ["if (a) b();", ["if (true) b();", "if (false) b();"]],
  ["return found;", ["return undefined;"]],
  ["return undefined;", []],
  ["if (\n  a\n) b();", ["if (\n  true\n) b();", "if (\n  false\n) b();"]],
  ['await import("a")', []],
  ["= !isThere", ["= isThere"]],
  ["list.some(x)", ["list.every(x)"]],
  ["Math.ceil(x)", ["Math.floor(x)"]],
  ['kind: "a"', ['kind: ""']],
  ['message: "It is wrong."', []],
  ["`It is ${value}.`", ["`It is mutant.`"]],
  ["= [a, b];", ["= [ b];"]],
  ["= [f(a, b), c];", ["= [ c];"]],
  ['import { a } from "b";\nexport { c } from "d";', []],
  ["list[0]", ["list[1]"]],
  ["// a === b\n/* 1 */", []],
  ['/a"b/.test(x) /* " */', []],
  ["for (let at = 0; at < 5; at++) x = 2;", ["for (let at = 0; at < 5; at++) x = 3;"]],
])("what can be changed in %j", (source, expected) => {
  const mutants = mutationsOf(source).map(
    ({ start, end, text }) => source.slice(0, start) + text + source.slice(end),
  );
  expect(mutants).toEqual(expected);
});

test("of a template in a template the values are changed, and nothing else", () => {
  const source = "`a ${b ? `c ${d} 1` : 2} 3`";
  expect(
    mutationsOf(source).map(({ start, end, text }) => [source.slice(start, end), text]),
  ).toEqual([
    ["${b ? `c ${d} 1` : 2}", "mutant"],
    ["${d}", "mutant"],
    ["2", "3"],
  ]);
});
