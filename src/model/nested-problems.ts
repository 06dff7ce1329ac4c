import type * as z from "zod";
import type { FieldProblem } from "./fields.ts";
import { validate } from "./validate.ts";

/** What a schema refuses in a part that another check looks at, such as one form of a value that has several. */
export function nestedProblems(
  schema: z.ZodType,
  value: unknown,
  noun: string,
): readonly FieldProblem[] {
  const validated = validate(schema, value, "request", noun);
  if (validated.ok) return [];
  return validated.findings.map(({ code, message, hint, path, target }) => ({
    code,
    message,
    path,
    ...(hint === undefined ? {} : { hint }),
    ...(target === "key" ? { target } : {}),
  }));
}
