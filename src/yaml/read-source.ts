import type { DocumentName, Source } from "../diagnostics/diagnostic.ts";
import { asTextDocument } from "../diagnostics/text-document.ts";
import { readYaml } from "./read.ts";
import { snapshot } from "./snapshot.ts";

/**
 * Text or plain object -> one fresh, bounded copy of the data, and the way back to the text. The text of settings is
 * read as Helm reads values, any other one as YAML 1.2.
 * With `topLevelKeys` all other top-level keys are passed over. Never throws.
 */
export function readSource(
  input: unknown,
  document: DocumentName,
  topLevelKeys?: readonly string[],
): Source {
  const text = asTextDocument(input);
  if (text === undefined) {
    const { data, findings, otherKeys } = snapshot(input, document, topLevelKeys);
    return { document, data, findings, otherKeys };
  }
  const source = readYaml(text, document, {
    dialect: document === "settings" ? "manifest" : "request",
    topLevelKeys,
  });
  const { data, findings } = snapshot(source.data, document, topLevelKeys);
  return { ...source, data, findings: [...source.findings, ...findings] };
}
