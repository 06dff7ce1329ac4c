import type { DocumentName, Source } from "../diagnostics/diagnostic.ts";
import type { TextDocument } from "../diagnostics/text-document.ts";
import { asTextDocument } from "../diagnostics/text-document.ts";
import { readYaml } from "./read.ts";
import { readSimply } from "./read-simply.ts";
import { readYamlDocuments } from "./read-yaml-documents.ts";
import { snapshot } from "./snapshot.ts";
import { requestLimits } from "./text-limits.ts";

/**
 * Text or plain object -> one fresh, bounded copy of the data, and the way back to the text. The text of settings is
 * read as Helm reads values, any other one as YAML 1.2.
 * With `topLevelKeys` all other top-level keys are ignored. Never throws.
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
  const dialect = document === "settings" ? "manifest" : "request";
  const full = () => readYaml(text, document, { dialect, topLevelKeys });
  const options = { limits: requestLimits, topLevelKeys, documents: "one" } as const;
  const [simple] = readSimply(text, document, { ...options, full: () => [full()] }) ?? [];
  return simple ?? snapped(full(), topLevelKeys);
}

/** Every document of the text of requests, at least one: `readSource` for a text that may hold several, joined with `---`. */
export function readSources(text: TextDocument, document: DocumentName): readonly Source[] {
  const sources = SEPARATOR.test(text.text)
    ? readYamlDocuments(text, document, { dialect: "request", limits: requestLimits })
    : [];
  return sources.length < 2 ? [readSource(text, document)] : sources.map((each) => snapped(each));
}

/** A line that may start another document. */
const SEPARATOR = /[\n\r]---(?![^ \t\r\n])/;

function snapped(source: Source, topLevelKeys?: readonly string[]): Source {
  const { data, findings } = snapshot(source.data, source.document, topLevelKeys);
  return { ...source, data, findings: [...source.findings, ...findings] };
}
