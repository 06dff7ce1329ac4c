// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these texts are source code that is mutated.
import { runInNewContext } from "node:vm";
import { transformSync } from "esbuild";
import { expect, test } from "vitest";
import { mutantSwitch } from "./mutant-switch.ts";
import { switchedSource } from "./switched-source.ts";

const NOTHING = { mutants: 0, expressions: 0 };

test.each<readonly [string, readonly unknown[]]>([
  ["1 + 2", [3, -1, 4, 4]],
  // The copy of a part keeps its place among the operators around it.
  ["7 + 2 * 3", [13, 1, 14, 7 + 2 / 3, 16, 15]],
  ["[5, 6].length", [2, 1, 2, 2]],
  ["`a${[1].length}`", ["a1", "amutant", "a1"]],
  // An optional chain ends as a whole.
  ["(undefined as any)?.a.some((x) => x)?.b.c", [undefined, undefined]],
  // What is called keeps its object.
  ["[function (this: any) { return this.length; }][0]()", [1, undefined, "error"]],
  ["{ f() { return this.a; }, a: 4 }.f()", [4, undefined, 5]],
  ["(({ a = 4 }: { a?: 5 | 6 }) => a)({})", [4, 5]],
  ['typeof (a as "b") === "undefined"', [true, false, false]],
  ["true ? 'it is' : 'so'", ["it is", "so"]],
])("what comes of %j without a mutant and with each", (source, expected) => {
  const { text, mutants, expressions } = switchedSource("a.ts", `(${source});`, NOTHING);
  const { code } = transformSync(text, { loader: "ts" });
  const $mutants = mutantSwitch(expressions);
  const results = [-1, ...mutants.keys()].map((active) => {
    $mutants.active = active;
    try {
      return runInNewContext(code, { $mutants });
    } catch {
      return "error";
    }
  });
  expect(results).toEqual(expected);
});

test("what is no value in the code has no mutant", () => {
  const source = 'import a from "b";\ntype A = "c" | 1;\nconst [d, e] = f;\nexport { a } from "g";';
  const { text, mutants } = switchedSource("a.ts", source, NOTHING);
  expect([text, mutants]).toEqual([source, []]);
});

test("numbers of mutants and of expressions go on from the files before", () => {
  const { text, mutants, expressions } = switchedSource("a.ts", "a = 1;", {
    mutants: 7,
    expressions: 5,
  });
  expect(text).toBe("a = ($mutants.reach(5) === 7 ? (2) : (1));");
  expect(mutants).toEqual([{ file: "a.ts", start: 4, end: 5, text: "2", expression: 5 }]);
  expect(expressions).toBe(6);
});
