import type { DocumentName, Finding, Source } from "../diagnostics/diagnostic.ts";
import { showText } from "../diagnostics/show.ts";
import type { TextDocument } from "../diagnostics/text-document.ts";

/** A mark of a template: of Helm, Go and Jinja, of a shell, and of Jinja's statements. */
const TEMPLATE_MARK = /\{\{[^{}\n]{0,200}\}\}|\$\{[^{}\n]{0,200}\}|\{%[^%\n]{0,200}%\}/;

/**
 * The one finding for a text that is no document yet: a template, which has a mark where something is wrong, or JSON with
 * comments. A mark where all is well is text like any other: an annotation may hold one.
 */
export function unfinishedText(
  text: TextDocument,
  source: Source,
  findings: readonly Finding[],
): Finding | undefined {
  if (findings.length === 0) return undefined;
  return template(text, source, findings) ?? commentedJson(text, source.document);
}

/** Of a text with several documents, the finding that says so; what the first one lacks is no matter then. */
export function secondDocument(
  { text }: TextDocument,
  findings: readonly Finding[],
): Finding | undefined {
  if (findings.length < 2) return undefined;
  const lines = text.split(/\r\n|\r|\n/);
  return findings.find(
    ({ code, range }) =>
      code === "unsupported-yaml" &&
      range?.start.column === 1 &&
      lines[range.start.line - 1]?.startsWith("---") === true,
  );
}

function template(
  { file, text }: TextDocument,
  source: Source,
  findings: readonly Finding[],
): Finding | undefined {
  if (!TEMPLATE_MARK.test(text)) return undefined;
  const lines = text.split(/\r\n|\r|\n/);
  for (const { path, range: own, target = "value" } of findings) {
    const range = own ?? source.rangeOf?.(path, target);
    const mark = TEMPLATE_MARK.exec(withoutComment(lines[(range?.start.line ?? 0) - 1]))?.[0];
    // What is laid over a document has a text of its own.
    if (range === undefined || range.file !== file || mark === undefined) continue;
    return {
      code: "foreign-document",
      document: source.document,
      path: [],
      message: `This is a template that has not been rendered: it contains ${showText(mark)}.`,
      hint: "Render it first, for example with helm template or envsubst, and pass the output.",
      range,
    };
  }
  return undefined;
}

function withoutComment(line = ""): string {
  const index = line.search(/(?:^|\s)#/);
  return index === -1 ? line : line.slice(0, index);
}

function commentedJson({ file, text }: TextDocument, document: DocumentName): Finding | undefined {
  const offset = firstComment(text);
  if (offset === undefined) return undefined;
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  const column = (lines.at(-1) ?? "").length + 1;
  return {
    code: "foreign-document",
    document,
    path: [],
    message: "This is JSON with comments, which JSON does not allow.",
    hint: "Remove the comments, or write them after #, as in YAML.",
    range: {
      file,
      start: { line: lines.length, column },
      end: { line: lines.length, column: column + 2 },
    },
  };
}

/** Where the first `//` or `/*` outside of strings is in a text that begins as a JSON object does. */
function firstComment(text: string): number | undefined {
  if (!/^\s*(?:\{|\/[/*])/.test(text)) return undefined;
  let isQuoted = false;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (isQuoted) {
      if (character === "\\") index++;
      else if (character === '"') isQuoted = false;
    } else if (character === "#") {
      return undefined;
    } else if (character === '"') {
      isQuoted = true;
    } else if (character === "/" && isComment(text, index)) {
      return index;
    }
  }
  return undefined;
}

/** Not the slashes of a URL. */
function isComment(text: string, index: number): boolean {
  const next = text[index + 1];
  return (next === "/" || next === "*") && text[index - 1] !== ":";
}
