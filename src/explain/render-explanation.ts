import { defuse } from "../diagnostics/defuse.ts";
import { formatPath } from "../diagnostics/path.ts";
import type { ExplainedInput, ValueExplanation } from "./explain-value.ts";

/** Where a value came from, as text for people. */
export function renderExplanation({ path, value, inputs, reason }: ValueExplanation): string {
  const shown = typeof value === "object" ? "" : ` = ${JSON.stringify(value)}`;
  const lines = [
    `${formatPath(path)}${shown}`,
    ...inputs.map((input) => `  from ${inputText(input)}`),
    ...(inputs.length === 0 ? ["  set by the compiler"] : []),
    ...(reason === undefined ? [] : [`  ${reason}`]),
  ];
  return `${lines.map(defuse).join("\n")}\n`;
}

function inputText({ document, path, given, range }: ExplainedInput): string {
  const place =
    range === undefined ? "" : ` (${range.file}:${range.start.line}:${range.start.column})`;
  const owner = document === "settings" ? "the settings'" : "the request's";
  const field = `${owner} ${formatPath(path)}`;
  return given ? `${field}${place}` : `the default of ${field}`;
}
