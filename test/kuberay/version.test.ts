import fc from "fast-check";
import { expect, test } from "vitest";
import {
  formatVersion,
  isAtLeast,
  parseVersion,
  versionProblem,
} from "../../src/kuberay/version.ts";

test.each([
  ["2.9.3", "2.9.3"],
  ["v1.4.2", "1.4.2"],
  ["2.10", "2.10.0"],
  ["2.52.0-py310", "2.52.0"],
  ["2.52.0.post1", "2.52.0"],
  ["1.1.0-rc.1", "1.1.0"],
  ["3.0.0.dev0", "3.0.0"],
  ["20.0", "20.0.0"],
])("%s is %s", (text, version) => {
  const parsed = parseVersion(text);
  expect(parsed === undefined ? undefined : formatVersion(parsed)).toBe(version);
  expect(versionProblem(text)).toBeUndefined();
});

test.each([
  "",
  "2",
  "v2",
  "nightly",
  "latest",
  "2.",
  ".9",
  "2..9",
  "2.x",
  "two.nine",
  " 2.9",
  "2.9 ",
  "2.9.3\n",
  "-2.9",
  "2.9.3/x",
  "2.9.3:x",
  "1e3.0",
  "2,9",
  "٢.٩",
  "2.9999999",
  `2.9-${"a".repeat(64)}`,
])("%j is no version", (text) => {
  expect(parseVersion(text)).toBeUndefined();
  expect(versionProblem(text)).toMatch(/\.$/);
});

test("a version is at least itself, and order is that of its numbers", () => {
  const number = fc.integer({ min: 0, max: 99 });
  fc.assert(
    fc.property(
      fc.tuple(number, number, number),
      fc.tuple(number, number, number),
      (left, right) => {
        const [major, minor, patch] = left;
        const version = { major, minor, patch };
        const scale = ([a, b, c]: readonly [number, number, number]) => a * 10_000 + b * 100 + c;
        expect(isAtLeast(version, ...left)).toBe(true);
        expect(isAtLeast(version, ...right)).toBe(scale(left) >= scale(right));
      },
    ),
  );
});

test("parsing takes no longer than the text is long", () => {
  expect(parseVersion(`${"1.".repeat(50_000)}1`)).toBeUndefined();
});
