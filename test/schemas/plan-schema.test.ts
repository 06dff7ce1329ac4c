import { expect, test } from "vitest";
import { compileOrThrow } from "../../src/compile-or-throw.ts";
import { planSchema } from "../../src/schemas/plan-schema.ts";
import { cases } from "../golden/cases.ts";
import { validatorOf } from "./validators.ts";

const judge = validatorOf(planSchema());
const valid = await cases("valid");

test.each(valid)("the plan of $name fits its schema", ({ request, settings }) => {
  const { plan } = compileOrThrow(request, settings);
  expect(judge(plan)).toEqual([]);
});

test("the schema refuses what is no plan", () => {
  const [first] = valid;
  if (first === undefined) throw new Error("There is no fixture.");
  const { plan } = compileOrThrow(first.request, first.settings);
  expect(judge({ ...plan, extra: 1 })).not.toEqual([]);
  expect(judge({ ...plan, pods: { minimum: 1.5, maximum: 2 } })).not.toEqual([]);
  expect(judge({ ...plan, groups: [{}] })).not.toEqual([]);
});
