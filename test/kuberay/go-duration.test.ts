import { expect, test } from "vitest";
import { goDurationSeconds } from "../../src/kuberay/go-duration.ts";

test.each<readonly [text: string, seconds: number | undefined]>([
  ["90", 90],
  ["-90", -90],
  ["+90", 90],
  ["0", 0],
  ["1h30m", 5400],
  ["-1.5h", -5400],
  ["+1m", 60],
  ["1.s", 1],
  [".5m", 30],
  ["2s", 2],
  ["1500ms", 1.5],
  ["1us", 1e-6],
  ["1\u00b5s", 1e-6],
  ["1\u03bcs", 1e-6],
  ["1ns", 1e-9],
  ["1h1h", 7200],
  [`${"0".repeat(16)}1m`, 60],
  [`${"1m".repeat(50)}`, 3000],
  [`${"1m".repeat(50)}s`, undefined],
  ["9".repeat(18), 1e18],
  ["9".repeat(19), undefined],
  ["", undefined],
  ["-", undefined],
  ["s", undefined],
  [".s", undefined],
  ["1h ", undefined],
  ["1d", undefined],
  ["five", undefined],
  ["1h-1m", undefined],
])("%j is %d seconds", (text, seconds) => {
  expect(goDurationSeconds(text)).toBe(seconds);
});
