import type { CompileResult, Deployment } from "../../compile-documents.ts";
import { compileRequests } from "../../compile-requests.ts";
import type { TextDocument } from "../../diagnostics/text-document.ts";
import { MERGER_OPTION } from "../../manifest/overlays/refuse-pod-templates.ts";

/**
 * Compiles every request of a text, and loads what merges pod templates only where there are any: it comes with the table of
 * the Kubernetes API, which takes longer to load than most requests take to compile.
 */
export async function compileAsNeeded(
  text: TextDocument,
  deployment: Deployment,
): Promise<readonly CompileResult[]> {
  const results = compileRequests(text, deployment);
  if (!results.some(isRefused)) return results;
  const { mergePodTemplates } = await import("../../validate/overlays/merge-pod-templates.ts");
  return compileRequests(text, deployment, { mergePodTemplates });
}

function isRefused({ diagnostics }: CompileResult): boolean {
  return diagnostics.some(
    ({ code, path }) => code === "invalid-option" && path[0] === MERGER_OPTION,
  );
}
