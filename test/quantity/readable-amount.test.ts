import { expect, test } from "vitest";
import { readableCount, readableCpu, readableMemory } from "../../src/quantity/readable-amount.ts";

test.each([
  [0, "0"],
  [1, "1"],
  [1023, "1,023"],
  [1024, "1Ki"],
  [1536, "1.5Ki"],
  [512 * 2 ** 20, "512Mi"],
  [1.5 * 2 ** 30, "1.5Gi"],
  [10 ** 9, "953.674Mi"],
  [2 ** 50, "1,048,576Gi"],
])("%d bytes are shown as %s", (bytes, shown) => {
  expect(readableMemory(bytes)).toBe(shown);
});

test("CPUs and counts have three decimals at most, and thousands apart", () => {
  expect([0, 1, 1500, 2_000_000].map(readableCpu)).toEqual(["0", "0.001", "1.5", "2,000"]);
  expect([0, 999, 1000, 1e21].map(readableCount)).toEqual(["0", "999", "1,000", "1e+21"]);
});
