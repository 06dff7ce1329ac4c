import { expect, test } from "vitest";
import { readInnerYaml } from "../../src/kuberay/inner-yaml.ts";

test.each<readonly [text: string, mapping: object | undefined, problem: string | undefined]>([
  ["", undefined, undefined],
  [" \n\t", undefined, undefined],
  ["# nothing yet", undefined, undefined],
  ["null", undefined, undefined],
  ["a: {b: 1}", { a: { b: 1 } }, undefined],
  ["- a", undefined, "is not a YAML mapping."],
  ["a", undefined, "is not a YAML mapping."],
  ["7", undefined, "is not a YAML mapping."],
  // What only our reader refuses, Go may read.
  ["a: !own 1", undefined, undefined],
  ["a: y", undefined, undefined],
])("%j holds %j, and the problem is %j", (text, mapping, problem) => {
  expect(readInnerYaml(text)).toEqual({ mapping, problem });
});

test("of a text that is no YAML the line is told", () => {
  const { mapping, problem } = readInnerYaml("a: 1\nb: @c\n");
  expect(mapping).toBeUndefined();
  expect(problem).toMatch(/^is not valid YAML: line 2: .*\.$/);
});
