import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { printHarmlessJson } from "./print-harmless-json.ts";

/** One JSON document, `{"diagnostics": [...]}`, also where there are none. */
export function formatJson(diagnostics: readonly Diagnostic[]): string {
  return printHarmlessJson({ diagnostics });
}
