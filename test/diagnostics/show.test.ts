import fc from "fast-check";
import { expect, test } from "vitest";
import {
  count,
  formatCount,
  listWords,
  showText,
  showValue,
  wordText,
} from "../../src/diagnostics/show.ts";
import { anyCharacter } from "../any-character.ts";

const values: readonly (readonly [unknown, string])[] = [
  ["4", 'the string "4"'],
  ["", 'the string ""'],
  ["a\nb", 'the string "a\\nb"'],
  [4, "the number 4"],
  [1.5, "the number 1.5"],
  [-0, "the number 0"],
  [1e21, "the number 1e+21"],
  [Number.NaN, "NaN"],
  [Number.NEGATIVE_INFINITY, "-Infinity"],
  [true, "true"],
  [null, "null"],
  [undefined, "undefined"],
  [[], "a list"],
  [{}, "an object"],
  [new Date(0), "an object"],
  [10n, "a bigint"],
  [Symbol("a"), "a symbol"],
  [() => 1, "a function"],
];

test.each(values)("%o is named", (value, name) => {
  expect(showValue(value)).toBe(name);
});

const texts: readonly (readonly [string, string])[] = [
  ["train", '"train"'],
  ['say "a"', '"say \\"a\\""'],
  ["back\\slash", '"back\\\\slash"'],
  ["é日本😀", '"é日本😀"'],
  ["a\u0000b", '"a\\u0000b"'],
  ["\u001b[31mred", '"\\u001b[31mred"'],
  ["a\r\nb", '"a\\r\\nb"'],
  ["\u007f\u0085\u009f", '"\\u007f\\u0085\\u009f"'],
  ["a\u202eb\u2066", '"a\\u202eb\\u2066"'],
  ["\u200b\ufeff\u00ad", '"\\u200b\\ufeff\\u00ad"'],
  ["\u2028\u2029", '"\\u2028\\u2029"'],
  ["\ud800 \udc00", '"\\ud800 \\udc00"'],
  ["\ue000\uffff", '"\\ue000\\uffff"'],
  ["\u{e0041}", '"\\udb40\\udc41"'],
  ["x".repeat(60), `"${"x".repeat(60)}"`],
  ["x".repeat(61), `"${"x".repeat(59)}…"`],
  [`${"x".repeat(58)}😀😀`, `"${"x".repeat(58)}\\ud83d…"`],
];

test.each(texts)("%j is shown", (text, shown) => {
  expect(showText(text)).toBe(shown);
});

test("shown text stays on its line, is short, and can be read back unless it was cut", () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter, maxLength: 80 }), (text) => {
      const shown = showText(text);
      expect(shown).not.toMatch(UNPRINTABLE);
      expect(shown.length).toBeLessThanOrEqual(2 + 60 * 6);
      if (text.length <= 60) expect(JSON.parse(shown)).toBe(text);
    }),
  );
});

test.each([
  [0, "0"],
  [7, "7"],
  [999, "999"],
  [1_000, "1,000"],
  [10_001, "10,001"],
  [2_147_483_647, "2,147,483,647"],
  [-1, "-1"],
  [-1_234, "-1,234"],
])("%d is written %s", (number, text) => {
  expect(formatCount(number)).toBe(text);
});

test.each([
  [0, "0 groups"],
  [1, "1 group"],
  [2, "2 groups"],
  [1_000, "1,000 groups"],
])("%d with its noun is %s", (number, text) => {
  expect(count(number, "group")).toBe(text);
  expect(count(number, "group", "groups")).toBe(text);
});

test.each<readonly [value: unknown, text: string]>([
  ["a", "a"],
  [7, "7"],
  [true, "true"],
  [null, "null"],
  [["a"], "a list"],
  [{ toString: () => "a" }, "an object"],
  [Object.create(null), "an object"],
])("the word %j is %s", (value, text) => {
  expect(wordText(value)).toBe(text);
});

test("words in a sentence", () => {
  expect(["", "a", "ab", "abc"].map((words) => listWords([...words], "and"))).toEqual([
    "",
    "a",
    "a and b",
    "a, b and c",
  ]);
});

test("a noun can have a plural of its own", () => {
  expect([count(1, "entry", "entries"), count(3, "entry", "entries")]).toEqual([
    "1 entry",
    "3 entries",
  ]);
});

const UNPRINTABLE =
  /[\p{Cc}\p{Cs}\p{Co}\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffe\uffff]/u;
