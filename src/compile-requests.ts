import type { CompileResult, CompileTools, Deployment } from "./compile-documents.ts";
import { compileRead } from "./compile-documents.ts";
import type { Finding, Source } from "./diagnostics/diagnostic.ts";
import { report } from "./diagnostics/report.ts";
import { showText } from "./diagnostics/show.ts";
import type { TextDocument } from "./diagnostics/text-document.ts";
import { nameClaim, objectNameOf } from "./manifest/name-claim.ts";
import { readSources } from "./yaml/read-source.ts";

/**
 * Compiles every request of a text that may hold several, joined with `---`: a result for each. Two objects that
 * claim the same name in the same namespace are a mistake.
 */
export function compileRequests(
  text: TextDocument,
  deployment: Deployment,
  tools?: CompileTools,
): readonly CompileResult[] {
  const sources = readSources(text, "request");
  const first = new Map<string, number>();
  return sources.map((source, index) => {
    const result = compileRead({ input: text, source }, deployment, tools);
    if (!result.ok || sources.length === 1) return result;
    const object = objectNameOf(result.manifest);
    const key = nameClaim(object);
    const other = first.get(key);
    if (other === undefined) {
      first.set(key, index);
      return result;
    }
    const diagnostics = report([sameName(object.name, other, sources)], [source]);
    return { ok: false, diagnostics: [...diagnostics, ...result.diagnostics] };
  });
}

function sameName(name: string, other: number, sources: readonly Source[]): Finding {
  const line = sources[other]?.rangeOf?.(["name"], "value")?.start.line;
  const where = line === undefined ? "" : `, in line ${line}`;
  return {
    code: "invalid-name",
    document: "request",
    path: ["name"],
    message: `Another request in this file also has the name ${showText(name)}${where}.`,
    hint: "Give it another name or another namespace.",
  };
}
