import type { CompileResult } from "../../compile-documents.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";

/** What was found in requests that share their settings: the requests' diagnostics, one by one, then the settings'. */
export function inDocumentOrder(results: readonly CompileResult[]): readonly Diagnostic[] {
  const all = results.flatMap((result) => result.diagnostics);
  return [
    ...all.filter(({ document }) => document !== "settings"),
    ...all.filter(({ document }) => document === "settings"),
  ];
}
