import type { CompileOptions, CompileResult } from "../../compile-documents.ts";
import { compileDocuments } from "../../compile-documents.ts";
import type { TextDocument } from "../../diagnostics/text-document.ts";
import { MERGER_OPTION } from "../../manifest/overlays/refuse-pod-templates.ts";

/**
 * Compiles, and loads what merges pod templates only where there are any: it comes with the table of the Kubernetes API,
 * which takes longer to load than most requests take to compile.
 */
export async function compileAsNeeded(
  request: TextDocument,
  settings: TextDocument | undefined,
  options: CompileOptions,
): Promise<CompileResult> {
  const result = compileDocuments(request, settings, options);
  const isRefused = result.diagnostics.some(
    ({ code, path }) => code === "invalid-option" && path[0] === MERGER_OPTION,
  );
  if (!isRefused) return result;
  const { mergePodTemplates } = await import("../../validate/overlays/merge-pod-templates.ts");
  return compileDocuments(request, settings, options, { mergePodTemplates });
}
