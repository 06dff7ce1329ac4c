import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { RenderOptions } from "../../diagnostics/render.ts";
import { renderDiagnostics } from "../../diagnostics/render.ts";
import { count } from "../../diagnostics/show.ts";

/** For people: every diagnostic with its code frame; after errors, how many there are. */
export function formatText(diagnostics: readonly Diagnostic[], options: RenderOptions): string {
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  const rendered = renderDiagnostics(diagnostics, options);
  if (errors === 0) return rendered;
  const warnings = diagnostics.length - errors;
  const counts = [count(errors, "error"), ...(warnings === 0 ? [] : [count(warnings, "warning")])];
  return `${rendered}\n${counts.join(" and ")}; nothing was compiled.\n`;
}
