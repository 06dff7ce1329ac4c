import { expect, test } from "vitest";
import type { GatheredTest } from "./gathered-tests.ts";
import { gatheringInto } from "./gathered-tests.ts";

test("tests are gathered with their rows, and those that are skipped are not", () => {
  const gathered: GatheredTest[] = [];
  const declare = gatheringInto(gathered);
  const seen: unknown[] = [];
  const see = (...row: readonly unknown[]) => {
    seen.push(row);
  };
  declare("one", () => see());
  declare.each([[1, 2], { a: 3 }])("each", see);
  declare.skipIf(false).each(["b"])("needed", see);
  declare.skipIf(true).each(["c"])("skipped", see);
  for (const { run } of gathered) run();
  expect(gathered.map(({ name }) => name)).toEqual(["one", "each", "each", "needed"]);
  expect(seen).toEqual([[], [1, 2], [{ a: 3 }], ["b"]]);
});
