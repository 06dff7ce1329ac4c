import fc from "fast-check";
import { expect, test } from "vitest";
import { naturalOrder } from "../../src/diff/compare/natural-order.ts";

test.each([
  [
    ["g-10", "g-9", "g-1"],
    ["g-1", "g-9", "g-10"],
  ],
  [
    ["b", "a", "B", ""],
    ["", "B", "a", "b"],
  ],
  [
    ["01", "1", "001", "2"],
    ["001", "01", "1", "2"],
  ],
  [
    ["a1b", "a1", "a"],
    ["a", "a1", "a1b"],
  ],
  [
    ["a01b", "a1"],
    ["a1", "a01b"],
  ],
  [
    ["a", "10"],
    ["10", "a"],
  ],
  [
    ["99999999999999999999", "100000000000000000000"],
    ["99999999999999999999", "100000000000000000000"],
  ],
])("%j becomes %j", (names, sorted) => {
  expect([...names].sort(naturalOrder)).toEqual(sorted);
});

test("it is a total order", () => {
  const texts = fc.string({ unit: fc.constantFrom("a", "b", "0", "1", "9"), maxLength: 6 });
  fc.assert(
    fc.property(texts, texts, texts, (a, b, c) => {
      expect(Math.sign(naturalOrder(a, b))).toBe(-Math.sign(naturalOrder(b, a)) + 0);
      expect(naturalOrder(a, b) === 0).toBe(a === b);
      if (naturalOrder(a, b) <= 0 && naturalOrder(b, c) <= 0) {
        expect(naturalOrder(a, c)).toBeLessThanOrEqual(0);
      }
    }),
  );
});
