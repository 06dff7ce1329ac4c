import { expect, test } from "vitest";
import { compileOrThrow } from "../../src/compile-or-throw.ts";
import { expectOfEach } from "../expect-of-each.ts";
import { cases } from "../golden/cases.ts";
import { compiledCase } from "../golden/compiled-case.ts";
import { publishedSchema } from "./published-once.ts";
import { validatorOf } from "./validators.ts";

const judge = validatorOf(publishedSchema("raycluster-plan.schema.json"));
const valid = await cases("valid");

test("the plan of every fixture fits its schema", () => {
  expectOfEach(
    valid,
    ({ name }) => name,
    (entry) => {
      const result = compiledCase(entry);
      expect(result.ok && judge(result.plan)).toEqual([]);
    },
  );
});

test("the schema refuses what is no plan", () => {
  const [first] = valid;
  if (first === undefined) throw new Error("There is no fixture.");
  const { plan } = compileOrThrow(first.request, first.settings);
  expect(judge({ ...plan, extra: 1 })).not.toEqual([]);
  expect(judge({ ...plan, pods: { minimum: 1.5, maximum: 2 } })).not.toEqual([]);
  expect(judge({ ...plan, groups: [{}] })).not.toEqual([]);
});
