import { expect, test } from "vitest";
import { briefly, judgeRow } from "./judge.ts";
import { warningLawRows } from "./warning-law-rows.ts";

test.each(
  warningLawRows.map(([code, manifest, found], index) => ({ code, manifest, found, index })),
)("$code, row $index", ({ code, manifest, found }) => {
  for (const [target, expected] of Object.entries(found)) {
    const [release = "", gates] = target.split(" ");
    expect(briefly(judgeRow(manifest, release, gates), code), target).toEqual(expected);
  }
});
