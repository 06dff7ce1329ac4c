import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalQuantity } from "../../src/quantity/canonical-quantity.ts";
import { formatCpu, formatMemory, formatWhole } from "../../src/quantity/format-quantity.ts";
import { parseQuantity } from "../../src/quantity/parse-quantity.ts";

const MEBIBYTE = 2n ** 20n * 10n ** 9n;

test.each([
  [0, "0"],
  [1, "1m"],
  [100, "100m"],
  [999, "999m"],
  [1000, "1"],
  [1500, "1500m"],
  [2000, "2"],
  [64_000, "64"],
  [1_000_000, "1k"],
  [1_000_500, "1000500m"],
  [1_024_000, "1024"],
  [100_000_000, "100k"],
  [1_000_000_000, "1M"],
  [Number.MAX_SAFE_INTEGER, "9007199254740991m"],
])("%d thousandths of a CPU are written %s", (millis, text) => {
  expect(formatCpu(millis)).toBe(text);
});

test.each([
  [0, "0"],
  [1, "1Mi"],
  [512, "512Mi"],
  [1000, "1000Mi"],
  [1024, "1Gi"],
  [1536, "1536Mi"],
  [2048, "2Gi"],
  [16_896, "16896Mi"],
  [1_048_576, "1Ti"],
  [1_049_600, "1025Gi"],
  [12 * 1_048_576, "12Ti"],
  [2 ** 30, "1Pi"],
  [2 ** 40, "1Ei"],
  [2 ** 42, "4Ei"],
  [2 ** 50, "1024Ei"],
])("%d MiB are written %s", (mebibytes, text) => {
  expect(formatMemory(mebibytes)).toBe(text);
});

test.each([
  [0, "0"],
  [1, "1"],
  [8, "8"],
  [999, "999"],
  [1000, "1k"],
  [1024, "1024"],
  [1500, "1500"],
  [12_000, "12k"],
  [1_000_000, "1M"],
  [10 ** 15, "1P"],
])("a count of %d is written %s", (count, text) => {
  expect(formatWhole(count)).toBe(text);
});

test("what is written for CPU is exact and canonical", () => {
  fc.assert(
    fc.property(amounts(Number.MAX_SAFE_INTEGER, 1000), (millis) => {
      expectCanonical(formatCpu(millis), BigInt(millis) * 10n ** 6n);
    }),
  );
});

test("what is written for memory is exact and canonical", () => {
  fc.assert(
    fc.property(amounts(2 ** 43 - 1, 1024), (mebibytes) => {
      expectCanonical(formatMemory(mebibytes), BigInt(mebibytes) * MEBIBYTE);
    }),
  );
});

test("what is written for a count is exact and canonical", () => {
  fc.assert(
    fc.property(amounts(Number.MAX_SAFE_INTEGER, 1000), (count) => {
      expectCanonical(formatWhole(count), BigInt(count) * 10n ** 9n);
    }),
  );
});

/** Whole numbers, of which many can be divided by powers of the step. */
function amounts(maximum: number, step: number): fc.Arbitrary<number> {
  return fc.tuple(fc.maxSafeNat(), fc.integer({ min: 0, max: 6 })).map(([number, power]) => {
    const unit = step ** power;
    return unit > maximum ? number % maximum : (number % Math.floor(maximum / unit)) * unit;
  });
}

function expectCanonical(text: string, nanos: bigint): void {
  const quantity = parseQuantity(text);
  expect(quantity?.nanos).toBe(nanos);
  expect(quantity && canonicalQuantity(quantity)).toBe(text);
}
