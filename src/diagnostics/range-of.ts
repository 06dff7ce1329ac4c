import type { DocumentName, Finding, Source, SourceRange } from "./diagnostic.ts";
import type { Path } from "./path.ts";

/** Where something stands in the text of its document; undefined for objects, and for what has no place in the text. */
export function rangeOf(
  sources: readonly Source[],
  document: DocumentName,
  path: Path,
  target: Finding["target"],
): SourceRange | undefined {
  const source = sources.find((candidate) => candidate.document === document);
  return source?.rangeOf?.(path, target ?? "value");
}
