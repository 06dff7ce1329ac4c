import { expect, test } from "vitest";
import { needs, needsThat } from "./needs.ts";
import { skips } from "./skipped-tests.ts";

test("what is there is no reason to skip, and what is missing is named", () => {
  expect(needs("test", "package.json")).toMatchObject({ isThere: true, skipped: "" });
  expect(needs("test", "no-such-file", "nor-this")).toMatchObject({
    isThere: false,
    skipped: " (SKIPPED: missing: no-such-file, nor-this)",
  });
  expect(needsThat(false, "there is no Chromium").skipped).toBe(" (SKIPPED: there is no Chromium)");
});

test("skipped tests are listed by their reason", () => {
  const names = ["a", "b"].map((name) => `${name} (SKIPPED: there is no Chromium)`);
  expect(skips(names.map(skipped), true)).toEqual({
    lines: ["Skipped tests: 2", "  there is no Chromium", "    x.test.ts: a", "    x.test.ts: b"],
    mistakes: [],
  });
  expect(skips([], true)).toEqual({ lines: ["Skipped tests: none"], mistakes: [] });
});

const BESIDE = "a (SKIPPED: missing: ../shared/corpus)";

test.each([
  ["a", false, ["FAILED: a test is skipped without a reason."]],
  ["a (SKIPPED: )", false, ["FAILED: a test is skipped without a reason."]],
  [BESIDE, false, []],
  [
    BESIDE,
    true,
    ["FAILED: ../shared is there, and yet tests are skipped (missing: ../shared/corpus)."],
  ],
])("%j, with the folder beside the project there: %s", (name, isBesideThere, mistakes) => {
  expect(skips([skipped(name)], isBesideThere).mistakes).toEqual(mistakes);
});

function skipped(fullName: string) {
  return { file: "x.test.ts", fullName };
}
