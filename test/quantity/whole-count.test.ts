import { expect, test } from "vitest";
import { countOf, roundedUp } from "../../src/quantity/whole-count.ts";

test.each<readonly [unknown, number | undefined, number | undefined]>([
  ["1", 1, 1],
  [8, 8, 8],
  ["2k", 2000, 2000],
  ["1500m", undefined, 2],
  ["1n", undefined, 1],
  ["2.000000001", undefined, 3],
  ["0", undefined, undefined],
  [-1, undefined, undefined],
  ["one", undefined, undefined],
  [true, undefined, undefined],
  [["1"], undefined, undefined],
  [null, undefined, undefined],
])("%j is a count of %j, and %j when rounded up", (quantity, count, rounded) => {
  expect(countOf(quantity)).toBe(count);
  expect(roundedUp(quantity)).toBe(rounded === undefined ? undefined : BigInt(rounded));
});
