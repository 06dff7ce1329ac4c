import type {
  CompileOptions,
  DeeperSettingsOptions,
  PreparedCompiler,
} from "./compile-documents.ts";
import { prepareDocuments } from "./compile-documents.ts";
import type { DocumentInput } from "./model/document-input.ts";
import type { DeploymentSettings } from "./model/settings/settings.ts";
import { mergePodTemplates } from "./validate/overlays/merge-pod-templates.ts";

/**
 * Settings and options -> a compiler for many requests: they are read, checked and resolved once. It takes a copy, so that
 * what later becomes of the settings changes nothing. What is wrong with them is among the diagnostics of every request.
 * Never throws.
 */
export function prepare<Settings>(
  settings?: DocumentInput<DeploymentSettings, Settings> | null,
  options?: CompileOptions | null,
): PreparedCompiler;
export function prepare(settings: unknown, options: DeeperSettingsOptions): PreparedCompiler;
export function prepare(settings?: unknown, options?: CompileOptions | null): PreparedCompiler {
  return prepareDocuments(settings, options, { mergePodTemplates });
}
