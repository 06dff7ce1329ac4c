import { expect, test } from "vitest";
import { isSameYaml } from "../../src/diff/compare/same-yaml.ts";
import { expectOfEach } from "../expect-of-each.ts";

const texts: readonly (readonly [left: string, right: string, isSame: boolean])[] = [
  ["a: 1\nb: [2]", '{"b": [2.0], "a": 1}', true],
  ["a: 1", "a: 2", false],
  ["a: 1", '"a: 1"', false],
  ["", "# nothing\n", true],
  // What cannot be read, or not by all readers alike, says nothing.
  ["a: [", "a: [ ", false],
  ["a: yes", "a:  yes", false],
  ["__proto__: 1", "__proto__:  1", false],
];

test("texts are the same by the document that they hold", () => {
  expectOfEach(
    texts,
    (row) => JSON.stringify(row),
    ([left, right, isSame]) => {
      expect(isSameYaml(left, right)).toBe(isSame);
      expect(isSameYaml(right, left)).toBe(isSame);
    },
  );
});

test("what is no text is not the same", () => {
  expect(isSameYaml(1, 1)).toBe(false);
  expect(isSameYaml(undefined, undefined)).toBe(false);
});
