import fc from "fast-check";
import { expect, test } from "vitest";
import { cpuMillis, wholeCpus } from "../../src/quantity/cpu-millis.ts";
import { memoryMebibytes } from "../../src/quantity/memory-mebibytes.ts";

test.each([
  [1, 1000],
  [2.01, 2010],
  [8.2, 8200],
  [0.3 - 0.1, 200],
  [0.1 + 0.2, 300],
  [1.005, 1005],
  [4.35, 4350],
  [0.001, 1],
  [1.0005, 1000],
  [1.9999, 1999],
  [0.0009999, 0],
  [0.0009999999995, 1],
  [0.0009999995, 1],
  [0.0000000005, 0],
  [Number.MIN_VALUE, 0],
  [100_000, 100_000_000],
])("%d CPUs are %d thousandths", (cpu, millis) => {
  expect(cpuMillis(cpu)).toBe(millis);
});

test.each([
  [0.001, 1],
  [1, 1],
  [1.0009, 1],
  [1.001, 2],
])("Ray takes %d CPUs for %d", (cpu, count) => {
  expect(wholeCpus(cpu)).toBe(count);
});

test.each([
  [1, 1024],
  [0.5, 512],
  [2.5, 2560],
  [1.7, 1740],
  [2.3, 2355],
  [0.1, 102],
  [0.999, 1022],
  [1 / 1024, 1],
  [0.00097, 0],
  [16.5, 16_896],
  [1024, 1_048_576],
])("%d GiB are %d MiB", (memoryGib, mebibytes) => {
  expect(memoryMebibytes(memoryGib)).toBe(mebibytes);
});

test.each([
  [Number.NaN, Number.NaN],
  [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
  [1e306, Number.POSITIVE_INFINITY],
])("%d comes back as a number that is no quantity", (asked, result) => {
  expect(cpuMillis(asked)).toBe(result);
  expect(memoryMebibytes(asked)).toBe(result);
});

test("every whole thousandth of a CPU survives the way through a decimal", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000_000 }), (millis) => {
      expect(cpuMillis(millis / 1000)).toBe(millis);
      expect(cpuMillis(Number(`${Math.floor(millis / 1000)}.${pad(millis % 1000)}`))).toBe(millis);
    }),
  );
});

test("every sum of tenths and hundredths of a CPU is whole", () => {
  fc.assert(
    fc.property(fc.nat(100_000), fc.nat(100_000), (tenths, hundredths) => {
      expect(cpuMillis(tenths / 10 + hundredths / 100)).toBe(tenths * 100 + hundredths * 10);
    }),
  );
});

test("every whole mebibyte survives the way through gibibytes", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000_000 }), (mebibytes) => {
      expect(memoryMebibytes(mebibytes / 1024)).toBe(mebibytes);
    }),
  );
});

test("decimals of a gibibyte that are whole mebibytes stay whole, and the others are rounded down", () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), fc.constantFrom(10, 100, 1000), (count, parts) => {
      expect(memoryMebibytes(count / parts)).toBe(Math.floor((count * 1024) / parts));
    }),
  );
});

test("never more than was asked, and less than one unit less", () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-12, max: 1e6, noNaN: true }), (asked) => {
      for (const [units, perUnit] of [
        [cpuMillis(asked), 1000],
        [memoryMebibytes(asked), 1024],
      ] as const) {
        expect(Number.isInteger(units)).toBe(true);
        expect(units).toBeLessThanOrEqual(asked * perUnit + 1e-6);
        expect(units).toBeGreaterThan(asked * perUnit - 1);
      }
    }),
  );
});

function pad(thousandths: number): string {
  return String(thousandths).padStart(3, "0");
}
