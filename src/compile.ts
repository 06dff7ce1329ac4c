import type { CompileOptions, CompileResult, DeeperSettingsOptions } from "./compile-documents.ts";
import { compileDocuments } from "./compile-documents.ts";
import type { DocumentInput } from "./model/document-input.ts";
import type { RayClusterRequest } from "./model/request/request.ts";
import type { DeploymentSettings } from "./model/settings/settings.ts";
import { mergePodTemplates } from "./validate/overlays/merge-pod-templates.ts";

/**
 * Compiles a request (a RayClusterRequest) for a deployment (DeploymentSettings, Helm values) into a RayCluster.
 * Either is a plain object or a text, `{file, text}`, in YAML or JSON. The same input gives the same bytes everywhere.
 * Never throws and never touches its input, whatever that is; the result is fresh. Options that are wrong, or that it does
 * not know, are diagnostics of the document `options`; null is the same as leaving one out. A document written in place is
 * checked by its type; what is `unknown` is taken as well.
 */
export function compile<Request, Settings>(
  request: DocumentInput<RayClusterRequest, Request>,
  settings?: DocumentInput<DeploymentSettings, Settings> | null,
  options?: CompileOptions | null,
): CompileResult;
export function compile<Request>(
  request: DocumentInput<RayClusterRequest, Request>,
  settings: unknown,
  options: DeeperSettingsOptions,
): CompileResult;
export function compile(
  request: unknown,
  settings?: unknown,
  options?: CompileOptions | null,
): CompileResult {
  return compileDocuments(request, settings, options, { mergePodTemplates });
}
