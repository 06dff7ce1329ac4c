import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { RenderOptions } from "../../diagnostics/render.ts";

export interface FormatOptions extends RenderOptions {
  /** What is said behind the count of errors. Default: that nothing was compiled. */
  readonly closing?: string;
  /** The way from the root of the repository to the working folder. Default: they are the same. */
  readonly way?: string;
}

/** All diagnostics of a run as one text that ends with a line break, or the empty text. Pure. */
export type DiagnosticFormat = (
  diagnostics: readonly Diagnostic[],
  options: FormatOptions,
) => string;
