import type { Finding } from "./diagnostic.ts";
import type { OptionProblem } from "./read-options.ts";

/** What is wrong with options as findings, for functions that report and never throw. */
export function optionFindings(
  problems: readonly OptionProblem[],
  parent: readonly string[] = [],
): readonly Finding[] {
  return problems.map(({ option, message, hint }) => ({
    code: "invalid-option",
    document: "options",
    path: option === undefined ? parent : [...parent, option],
    message,
    hint,
  }));
}
