import fc from "fast-check";
import { expect, test } from "vitest";
import { uncarriedCodePoint } from "../../src/diagnostics/carried-text.ts";
import { anyCharacter } from "../any-character.ts";

test("names the first code point that is not carried", () => {
  expect(uncarriedCodePoint("")).toBeUndefined();
  expect(uncarriedCodePoint("a\u0085b\u007f")).toBe(0x85);
  expect(uncarriedCodePoint("😀\ud83d")).toBe(0xd83d);
  expect(uncarriedCodePoint("\ude00\ud83d")).toBe(0xde00);
});

test("of single code points, just DEL, C1, surrogates, U+FFFE and U+FFFF are not carried", () => {
  const uncarried: number[] = [];
  for (let code = 0; code <= 0x10ffff; code++) {
    if (uncarriedCodePoint(String.fromCodePoint(code)) !== undefined) uncarried.push(code);
  }
  expect(uncarried).toEqual([
    ...range(0x7f, 0x9f),
    ...range(0xd800, 0xdfff),
    ...range(0xfffe, 0xffff),
  ]);
});

test("carried texts stay carried when joined", () => {
  const text = fc.string({ unit: anyCharacter });
  const isCarried = (value: string) => uncarriedCodePoint(value) === undefined;
  fc.assert(
    fc.property(text, text, (left, right) => {
      expect(isCarried(left + right)).toBe(isCarried(left) && isCarried(right));
    }),
  );
});

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
