import { expect, test } from "vitest";
import {
  countAt,
  isSet,
  textAt,
  timeText,
  valueAt,
} from "../../src/lifecycle/readiness/read-unknown.ts";

test.each<readonly [unknown, string | undefined, number | undefined, boolean]>([
  ["a", "a", undefined, true],
  ["", undefined, undefined, false],
  [0, undefined, 0, true],
  [7, undefined, 7, true],
  [-1, undefined, undefined, true],
  [1.5, undefined, undefined, true],
  ["7", "7", undefined, true],
  [null, undefined, undefined, false],
  [undefined, undefined, undefined, false],
  [["a"], undefined, undefined, true],
])("%j is read as the text %j, the count %j, and is set: %j", (value, text, count, isThere) => {
  const root = { a: { b: value } };
  expect(textAt(root, "a", "b")).toBe(text);
  expect(countAt(root, "a", "b")).toBe(count);
  expect(isSet(root, "a", "b")).toBe(isThere);
});

test.each([null, 7, "text", { a: null }, { a: "text" }])("%j has no length in it", (root) => {
  expect(valueAt(root, "a", "length")).toBeUndefined();
});

test.each([
  ["2026-01-01T00:00:00Z", "2026-01-01T00:00:00"],
  ["2026-01-01T00:00:00.000000Z", "2026-01-01T00:00:00"],
  ["2026-01-01T00:00:00.5Z", "2026-01-01T00:00:00.5"],
  [new Date("2026-01-01T00:00:00Z"), "2026-01-01T00:00:00"],
  [new Date(Number.NaN), ""],
  [7, ""],
  [null, ""],
])("%j is the time %s", (time, text) => {
  expect(timeText(time)).toBe(text);
});
