import type { CST } from "yaml";
import { showText } from "../diagnostics/show.ts";
import type { TextMistake } from "./text-mistake.ts";

/** What is to be composed, and what cannot be. */
export interface SingleDocument {
  readonly tokens: readonly CST.Token[];
  readonly mistakes: readonly TextMistake[];
}

/**
 * The one document of a text. Documents without content do not count, so that `---` may stand at the start and the end.
 * Directives are refused and left out: `%YAML 1.1` would silently turn `no` into false.
 */
export function singleDocument(tokens: readonly CST.Token[]): SingleDocument {
  const documents = tokens.filter((token) => token.type === "document");
  const [first = documents[0], second] = documents.filter(hasContent);
  // Behind the first token that fits nowhere, the parser has lost its way.
  const misplaced = tokens.find((token) => token.type === "error");
  return {
    tokens: tokens.filter(
      (token) => token === first || token === misplaced || isTroubledEnd(token),
    ),
    mistakes: [
      ...tokens.filter((token) => token.type === "directive").map(directiveMistake),
      ...(second === undefined ? [] : [severalDocuments(second)]),
    ],
  };
}

function hasContent({ start, value }: CST.Document): boolean {
  return value !== undefined || start.some(({ type }) => type === "anchor" || type === "tag");
}

/** Whether something stands behind the `...` that ends a document. */
function isTroubledEnd(token: CST.Token): boolean {
  if (token.type !== "doc-end" || token.end === undefined) return false;
  return token.end.some(({ type }) => type !== "space" && type !== "comment" && type !== "newline");
}

function directiveMistake({ offset, source }: CST.Directive): TextMistake {
  return {
    code: "unsupported-yaml",
    start: offset,
    end: offset + source.length,
    message: `The directive ${showText(source)} is not supported.`,
    hint: "Remove the line; the text is read as YAML 1.2.",
  };
}

function severalDocuments({ offset, start }: CST.Document): TextMistake {
  return {
    code: "unsupported-yaml",
    start: offset,
    end: offset + (start[0]?.source.length ?? 1),
    message: "A second YAML document starts here.",
    hint: "Keep one document and move the others to files of their own.",
  };
}
