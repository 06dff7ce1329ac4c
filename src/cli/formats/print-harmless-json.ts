import { defuseLines } from "../../diagnostics/defuse.ts";

/**
 * JSON, indented by two spaces, with a line break at the end. Text from the input is escaped, so that it cannot reach a terminal as an escape
 * code or a build system as a command.
 */
export function printHarmlessJson(value: unknown): string {
  return `${defuseLines(JSON.stringify(value, null, 2))}\n`;
}
