import { defuseLines } from "../../diagnostics/defuse.ts";

/**
 * JSON for reports, indented by two spaces. Text from the input is escaped, so that it cannot reach a terminal as an escape
 * code or a build system as a command.
 */
export function printMessageJson(value: unknown): string {
  return `${defuseLines(JSON.stringify(value, null, 2))}\n`;
}
