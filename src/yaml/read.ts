import type { DocumentName, PlainSource } from "../diagnostics/diagnostic.ts";
import type { TextDocument } from "../diagnostics/text-document.ts";
import type { Dialect } from "./dialect.ts";
import { readYamlDocuments } from "./read-yaml-documents.ts";
import { requestLimits } from "./text-limits.ts";

export interface ReadOptions {
  /** Default `request`. */
  readonly dialect?: Dialect | undefined;
  /** Of an object at the root only these keys are read; elsewhere only the syntax must hold. Default all. */
  readonly topLevelKeys?: readonly string[] | undefined;
}

/**
 * Reads one YAML or JSON document within the limits of a request: `readYamlDocuments` for a text that may hold no second
 * one. An empty one is null. In requests the first of two equal keys counts, and the second is a mistake.
 */
export function readYaml(
  textDocument: TextDocument,
  document: DocumentName,
  { dialect = "request", topLevelKeys }: ReadOptions = {},
): PlainSource {
  const options = { dialect, topLevelKeys, limits: requestLimits, documents: "one" } as const;
  const [source] = readYamlDocuments(textDocument, document, options);
  return source ?? { document, data: null, findings: [] };
}
