import type { Compiled, CompileOptions } from "./compile.ts";
import { compile } from "./compile.ts";
import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import { renderDiagnostics } from "./diagnostics/render.ts";
import { asTextDocument } from "./diagnostics/text-document.ts";

/** Thrown by `compileOrThrow`; the message is the rendered report. */
export class CompileError extends Error {
  override readonly name = "CompileError";
  readonly diagnostics: readonly Diagnostic[];

  constructor(message: string, diagnostics: readonly Diagnostic[]) {
    super(message);
    this.diagnostics = diagnostics;
  }
}

/**
 * `compile`, for callers who prefer an exception: throws a CompileError, which has the diagnostics, where nothing can be
 * compiled, wrong options included.
 */
export function compileOrThrow(
  request: unknown,
  settings: unknown = {},
  options?: CompileOptions | null,
): Compiled {
  const result = compile(request, settings, options);
  if (result.ok) return result;
  const texts = new Map<string, string>();
  for (const document of [asTextDocument(request), asTextDocument(settings)]) {
    if (document !== undefined) texts.set(document.file, document.text);
  }
  throw new CompileError(renderDiagnostics(result.diagnostics, { texts }), result.diagnostics);
}
