import type { DocumentName, PlainSource } from "../diagnostics/diagnostic.ts";
import type { TextDocument } from "../diagnostics/text-document.ts";
import type { ReadDocumentsOptions } from "./read-fully.ts";
import { readFully } from "./read-fully.ts";
import { readSimply } from "./read-simply.ts";
import { manifestLimits, requestLimits } from "./text-limits.ts";

/**
 * Every document of a YAML or JSON text that has content, in order; places are those of the whole text. Takes linear
 * time and never throws. Each finding has its range; a document has at most 1,000 of them, warnings of the code
 * `surprising-yaml` among them. Where the syntax is wrong or a limit is passed, nothing else is judged and the data is
 * undefined; for what else leaves it undefined see `toPlainData`. Mistakes of the text as a whole are those of its first
 * document.
 */
export function readYamlDocuments(
  textDocument: TextDocument,
  document: DocumentName,
  options: ReadDocumentsOptions,
): readonly PlainSource[] {
  const { dialect } = options;
  const limits = options.limits ?? (dialect === "manifest" ? manifestLimits : requestLimits);
  const full = () => readFully(textDocument, document, { ...options, limits });
  return readSimply(textDocument, document, { ...options, limits, full }) ?? full();
}
