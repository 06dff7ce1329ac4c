import { expect, test } from "vitest";
import { compareGolden } from "./compare-golden.ts";

test("equal bytes match", () => {
  expect(compareGolden("a.yaml", "a\n", "a\n")).toBeUndefined();
});

test("a missing golden is named with its cure", () => {
  expect(compareGolden("a.yaml", undefined, "a\n")).toBe(
    "golden/a.yaml is missing. Run `npm run golden`, read the change, and commit it.",
  );
});

test("a difference is shown line by line, with context and blanks made visible", () => {
  const difference = compareGolden("a.yaml", "1\n2\n3\nx\n5\n6\n7\n", "1\n2\n3\ny  \n5\n6\n7\n");
  expect(difference?.split("\n").slice(1, -1)).toEqual([
    "@@ line 4",
    "  2",
    "  3",
    "- x",
    "+ y··",
    "  5",
    "  6",
  ]);
});

test("a missing final line break and a carriage return are differences", () => {
  expect(compareGolden("a.yaml", "a\n", "a")).toContain("+ a (no line break at the end)");
  expect(compareGolden("a.yaml", "a\n", "a\r\n")).toContain("+ a␍");
});
