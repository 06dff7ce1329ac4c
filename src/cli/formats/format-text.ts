import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { renderDiagnostics } from "../../diagnostics/render.ts";
import { count } from "../../diagnostics/show.ts";
import type { FormatOptions } from "./diagnostic-format.ts";

/** For people: every diagnostic with its code frame; after errors, how many there are. */
export function formatText(diagnostics: readonly Diagnostic[], options: FormatOptions): string {
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  const { closing = "; nothing was compiled", way: _way, ...rendering } = options;
  const rendered = renderDiagnostics(diagnostics, rendering);
  if (errors === 0) return rendered;
  const warnings = diagnostics.length - errors;
  const counts = [count(errors, "error"), ...(warnings === 0 ? [] : [count(warnings, "warning")])];
  return `${rendered}\n${counts.join(" and ")}${closing}.\n`;
}
