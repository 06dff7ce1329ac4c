import { expect, test } from "vitest";
import { expectOfEach } from "../../expect-of-each.ts";
import { briefly, judgeRow } from "./judge.ts";
import { warningLawRows } from "./warning-law-rows.ts";

test("each row is judged as it says", () => {
  expectOfEach(
    [...warningLawRows.entries()],
    ([index, [code]]) => `${code}, row ${index}`,
    ([, [code, manifest, found]]) => {
      for (const [target, expected] of Object.entries(found)) {
        expect(briefly(judgeRow(manifest, target), code), target).toEqual(expected);
      }
    },
  );
});
