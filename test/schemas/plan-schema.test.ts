import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { compileOrThrow } from "../../src/compile-or-throw.ts";
import { planSchema } from "../../src/schemas/plan-schema.ts";
import { cases } from "../golden/cases.ts";

const validate = new Ajv({ strict: true, allErrors: true }).compile(planSchema());
const valid = await cases("valid");

test.each(valid)("the plan of $name fits its schema", ({ request, settings }) => {
  const { plan } = compileOrThrow(request, settings);
  validate(plan);
  expect(validate.errors).toBeNull();
});

test("the schema refuses what is no plan", () => {
  const [first] = valid;
  if (first === undefined) throw new Error("There is no fixture.");
  const { plan } = compileOrThrow(first.request, first.settings);
  expect(validate({ ...plan, extra: 1 })).toBe(false);
  expect(validate({ ...plan, pods: { minimum: 1.5, maximum: 2 } })).toBe(false);
  expect(validate({ ...plan, groups: [{}] })).toBe(false);
});
