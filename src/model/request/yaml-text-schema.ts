import type { PlainObject } from "../../diagnostics/plain-data.ts";
import { isPlainObject } from "../../diagnostics/plain-data.ts";
import { printYaml } from "../../yaml/print.ts";
import type { FieldProblem } from "../fields.ts";
import { textProblem } from "../fields.ts";
import { carriedText } from "../patterns.ts";
import * as z from "../schema-language.ts";

/** A document within the manifest, which holds it as text: an object, or the text itself. */
export const yamlText: z.Schema<string | PlainObject> = z
  .custom<string | PlainObject>()
  .check(({ value, issues }) => {
    const given: unknown = value;
    if (typeof given !== "string" && !isPlainObject(given)) {
      issues.push({ code: "invalid_type", expected: "object", input: given });
      return;
    }
    const problem = typeof given === "string" ? textProblem(given) : objectProblem(given);
    if (problem === undefined) return;
    issues.push({ code: "custom", input: given, path: [], params: { problem }, continue: true });
  })
  .meta({ anyOf: [{ type: "string", ...carriedText }, { type: "object" }] });

/** What our printer does not print: characters that no reader carries, the key `<<`, keys of great length. */
function objectProblem(value: object): FieldProblem | undefined {
  try {
    printYaml(value);
    return undefined;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      code: "unprintable-text",
      message: `The object cannot be written as YAML text. ${reason}`,
      hint: "Remove that, or write the YAML text yourself.",
    };
  }
}
