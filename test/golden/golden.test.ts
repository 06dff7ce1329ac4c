import { expect, test } from "vitest";
import { compareGolden } from "./compare-golden.ts";
import { goldenFiles, readGolden } from "./golden-files.ts";
import { goldens } from "./goldens.ts";

const all = await goldens();

test.each(all)("$file", async ({ file, print }) => {
  const difference = compareGolden(file, readGolden(file), await print());
  if (difference !== undefined) expect.fail(difference);
});

test("every golden has its fixture", () => {
  const expected = new Set(all.map(({ file }) => file));
  expect(goldenFiles().filter((file) => !expected.has(file))).toEqual([]);
});

test("every golden can be read in one sitting", () => {
  // The list of all words has a line for each.
  const long = goldenFiles().filter(
    (file) => file !== "cli/explain-words.txt" && (readGolden(file) ?? "").split("\n").length > 400,
  );
  expect(long).toEqual([]);
});
