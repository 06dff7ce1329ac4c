import { escapeUnprintable } from "../../diagnostics/show.ts";

/**
 * JSON for standard error, indented by two spaces. What is unprintable is escaped, so that a text from the input cannot
 * reach a terminal as an escape code.
 */
export function printMessageJson(value: unknown): string {
  const lines = JSON.stringify(value, null, 2).split("\n");
  return `${lines.map(escapeUnprintable).join("\n")}\n`;
}
