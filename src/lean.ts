import type {
  CompileOptions,
  CompileResult,
  DeeperSettingsOptions,
  PreparedCompiler,
} from "./compile-documents.ts";
import { compileDocuments, prepareDocuments } from "./compile-documents.ts";
import type { DocumentInput } from "./model/document-input.ts";
import type { RayClusterRequest } from "./model/request/request.ts";
import type { DeploymentSettings } from "./model/settings/settings.ts";

// The entry `raycluster-compiler/lean`: what a browser needs where no pod templates are merged.

export type {
  CompileOptions,
  CompileResult,
  NotCompiled,
  PreparedCompiler,
} from "./compile-documents.ts";
export { renderDiagnostics } from "./diagnostics/render.ts";
export type { Compiled } from "./plan/compiled.ts";
export { printYaml as toYaml } from "./yaml/print.ts";

/**
 * `compile` without pod templates, and so without the table of the Kubernetes API, which makes a bundle much smaller. A
 * request or settings that hold a pod template are an error; all others give the same result.
 */
export function compileLean<Request, Settings>(
  request: DocumentInput<RayClusterRequest, Request>,
  settings?: DocumentInput<DeploymentSettings, Settings> | null,
  options?: CompileOptions | null,
): CompileResult;
export function compileLean<Request>(
  request: DocumentInput<RayClusterRequest, Request>,
  settings: unknown,
  options: DeeperSettingsOptions,
): CompileResult;
export function compileLean(
  request: unknown,
  settings?: unknown,
  options?: CompileOptions | null,
): CompileResult {
  return compileDocuments(request, settings, options);
}

/** `prepare` without pod templates, as `compileLean` is `compile` without them. */
export function prepareLean<Settings>(
  settings?: DocumentInput<DeploymentSettings, Settings> | null,
  options?: CompileOptions | null,
): PreparedCompiler;
export function prepareLean(settings: unknown, options: DeeperSettingsOptions): PreparedCompiler;
export function prepareLean(settings?: unknown, options?: CompileOptions | null): PreparedCompiler {
  return prepareDocuments(settings, options);
}
