import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { printMessageJson } from "./print-message-json.ts";

/** One JSON document, `{"diagnostics": [...]}`, also where there are none. */
export function formatJson(diagnostics: readonly Diagnostic[]): string {
  return printMessageJson({ diagnostics });
}
