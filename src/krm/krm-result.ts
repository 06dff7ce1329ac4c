import { defuse } from "../diagnostics/defuse.ts";
import type { Diagnostic, DocumentName } from "../diagnostics/diagnostic.ts";
import type { Path } from "../diagnostics/path.ts";
import { formatPath } from "../diagnostics/path.ts";

/** One entry of `results`, as the functions specification has it. */
export interface KrmResult {
  /** What is wrong and what to do about it. */
  readonly message: string;
  readonly severity: "error" | "warning";
  readonly resourceRef?: ResourceReference;
  readonly field?: { readonly path: string };
  readonly file?: { readonly path: string };
  /** The diagnostic's code: the one value to branch on. */
  readonly tags?: { readonly code: string };
}

export interface ResourceReference {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name?: string;
  readonly namespace?: string;
}

/** Where a document that is compiled came from. */
export interface DocumentOrigin {
  readonly resource?: ResourceReference | undefined;
  readonly file?: string | undefined;
  /** The path in the resource or the file of a path in the document. */
  readonly place: (path: Path) => Path;
}

/** A mistake in a document that is compiled, told of the resource that holds it. */
export function diagnosticResult(
  { code, severity, document, path, message, hint }: Diagnostic,
  originOf: (document: DocumentName) => DocumentOrigin,
): KrmResult {
  return resultOf({ code, severity, message, hint }, originOf(document), path);
}

/** A mistake at a place of a resource or a file. */
export function resultOf(
  mistake: {
    readonly code: string;
    readonly severity?: "error" | "warning";
    readonly message: string;
    readonly hint?: string | undefined;
  },
  { resource, file, place }: DocumentOrigin,
  path: Path = [],
): KrmResult {
  const { code, severity = "error", message, hint } = mistake;
  const fieldPath = place(path);
  return {
    message: hint === undefined ? message : `${message} ${hint}`,
    severity,
    ...(resource === undefined ? {} : { resourceRef: printable(resource) }),
    ...(fieldPath.length === 0 ? {} : { field: { path: formatPath(fieldPath) } }),
    ...(file === undefined ? {} : { file: { path: defuse(file) } }),
    tags: { code },
  };
}

/** For people, who see what a function writes to standard error. */
export function formatResults(results: readonly KrmResult[]): string {
  return results
    .map(({ severity, tags, resourceRef, field, file, message }) => {
      const resource =
        resourceRef === undefined ? undefined : `${resourceRef.kind} ${resourceRef.name ?? ""}`;
      const place = [file?.path, resource?.trimEnd(), field?.path]
        .filter((part) => part !== undefined)
        .join(" ");
      const heading = [severity, tags?.code, ...(place === "" ? [] : ["at", place])].join(" ");
      return `${defuse(heading)}\n  ${defuse(message)}\n`;
    })
    .join("");
}

function printable({ apiVersion, kind, name, namespace }: ResourceReference): ResourceReference {
  return {
    apiVersion: defuse(apiVersion),
    kind: defuse(kind),
    ...(name === undefined ? {} : { name: defuse(name) }),
    ...(namespace === undefined ? {} : { namespace: defuse(namespace) }),
  };
}
