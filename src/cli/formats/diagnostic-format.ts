import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { RenderOptions } from "../../diagnostics/render.ts";

/** All diagnostics of a run as one text that ends with a line break, or the empty text. Pure. */
export type DiagnosticFormat = (
  diagnostics: readonly Diagnostic[],
  options: RenderOptions,
) => string;
