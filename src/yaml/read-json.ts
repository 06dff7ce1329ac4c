import type { DocumentName, Source } from "../diagnostics/diagnostic.ts";
import type { TextDocument } from "../diagnostics/text-document.ts";
import { jsonMistake } from "./json-mistake.ts";
import { readYaml } from "./read.ts";
import { MAXIMUM_TEXT_LENGTH } from "./text-limits.ts";
import { createTextRanges } from "./text-ranges.ts";

/**
 * Reads one JSON document: what YAML would take and JSON does not is refused at its place. All JSON is YAML, so that
 * places, limits and duplicate keys are those of `readYaml`. Never throws.
 */
export function readJson(textDocument: TextDocument, document: DocumentName): Source {
  const { file, text } = textDocument;
  const mistake = text.length > MAXIMUM_TEXT_LENGTH ? undefined : jsonMistake(text);
  // Outside of text in quotes JSON takes any tab and carriage return for a space, and inside it allows none.
  if (mistake === undefined) {
    return readYaml({ file, text: text.replace(/\t|\r(?!\n)/g, " ") }, document);
  }
  const { start, end, ...rest } = mistake;
  const range = createTextRanges(textDocument).firstLine(start, end);
  return { document, data: undefined, findings: [{ ...rest, document, path: [], range }] };
}
