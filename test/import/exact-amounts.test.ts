import { expect, test } from "vitest";
import { cpusOf, exactGibibytesOf, gibibytesOf } from "../../src/import/exact-amounts.ts";

test.each<readonly [quantity: string | number, cpus: number | undefined]>([
  ["1", 1],
  [2, 2],
  ["1500m", 1.5],
  [0.25, 0.25],
  ["1m", 0.001],
  ["999u", undefined],
  ["1999u", 0.001],
  ["0", undefined],
  ["-1", undefined],
  ["a", undefined],
])("%j are %j CPUs", (quantity, cpus) => {
  expect(cpusOf(quantity)).toBe(cpus);
});

test.each<readonly [quantity: string | number, gibibytes: number | undefined, exact: unknown]>([
  ["4Gi", 4, 4],
  ["1Mi", 1 / 1024, 1 / 1024],
  ["7616Mi", 7.4375, 7.4375],
  [1_073_741_824, 1, 1],
  ["4G", 3.73, undefined],
  ["500M", 0.47, undefined],
  ["7629Mi", 7.4501953125, 7.4501953125],
  ["8000000Ki", 7.63, undefined],
  ["1k", undefined, undefined],
  ["0", undefined, undefined],
  ["-1Gi", undefined, undefined],
  ["a", undefined, undefined],
])("%j are %j GiB, exactly %j", (quantity, gibibytes, exact) => {
  expect(gibibytesOf(quantity)).toBe(gibibytes);
  expect(exactGibibytesOf(quantity)).toBe(exact);
});

test("what is neither text nor a number is no amount", () => {
  for (const amount of [cpusOf, gibibytesOf, exactGibibytesOf]) {
    expect([undefined, null, true, ["1Gi"], {}].map(amount)).toEqual(Array(5).fill(undefined));
  }
});
