import type { CompileOptions, DeeperSettingsOptions } from "./compile-documents.ts";
import { compileDocuments } from "./compile-documents.ts";
import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import { renderDiagnostics } from "./diagnostics/render.ts";
import { asTextDocument } from "./diagnostics/text-document.ts";
import type { DocumentInput } from "./model/document-input.ts";
import type { RayClusterRequest } from "./model/request/request.ts";
import type { DeploymentSettings } from "./model/settings/settings.ts";
import type { Compiled } from "./plan/compiled.ts";
import { mergePodTemplates } from "./validate/overlays/merge-pod-templates.ts";

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
 * `compile`, for callers who prefer an exception: throws a CompileError, which has the diagnostics, if nothing can be
 * compiled, also because of wrong options.
 */
export function compileOrThrow<Request, Settings>(
  request: DocumentInput<RayClusterRequest, Request>,
  settings?: DocumentInput<DeploymentSettings, Settings> | null,
  options?: CompileOptions | null,
): Compiled;
export function compileOrThrow<Request>(
  request: DocumentInput<RayClusterRequest, Request>,
  settings: unknown,
  options: DeeperSettingsOptions,
): Compiled;
export function compileOrThrow(
  request: unknown,
  settings: unknown = {},
  options?: CompileOptions | null,
): Compiled {
  const result = compileDocuments(request, settings, options, { mergePodTemplates });
  if (result.ok) return result;
  const texts = new Map<string, string>();
  for (const document of [asTextDocument(request), asTextDocument(settings)]) {
    if (document !== undefined) texts.set(document.file, document.text);
  }
  throw new CompileError(renderDiagnostics(result.diagnostics, { texts }), result.diagnostics);
}
