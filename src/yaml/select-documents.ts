import { showText } from "../diagnostics/show.ts";
import type { Dialect } from "./dialect.ts";
import type { TextMistake } from "./text-mistake.ts";
import { MAXIMUM_MISTAKES } from "./text-mistake.ts";
import type { CST } from "./yaml-package.ts";

/** What is to be composed, and what cannot be. */
export interface SelectedDocuments {
  readonly tokens: readonly CST.Token[];
  readonly mistakes: readonly TextMistake[];
  /** For each document that is composed: what it was made of, and whether it counts. */
  readonly documents: readonly SelectedDocument[];
}

export interface SelectedDocument {
  readonly tokens: readonly CST.Token[];
  readonly counts: boolean;
}

/**
 * The documents of a text that are read: `one`, or `all` that have content. Documents without content do not count, so
 * that `---` may stand at the start and the end.
 */
export function selectDocuments(
  tokens: readonly CST.Token[],
  options: { readonly dialect: Dialect; readonly documents: "one" | "all" },
): SelectedDocuments {
  const documents = tokens.filter((token) => token.type === "document");
  const directives = tokens.filter((token) => token.type === "directive");
  const refused = new Set<CST.Token>(
    directives.filter(({ source }) => !isTaken(source, options.dialect)),
  );
  const mistakes = directives
    .filter((token) => refused.has(token))
    .map((token) => directiveMistake(token, options.dialect));
  let misplacedTokens = 0;
  const isOneTooMany = ({ type }: CST.Token) =>
    type === "error" && ++misplacedTokens > MAXIMUM_MISTAKES;
  if (options.documents === "all") {
    return {
      tokens: tokens.filter((token) => !refused.has(token) && !isOneTooMany(token)),
      mistakes,
      documents: documents.map((token) => ({ tokens: [token], counts: hasContent(token) })),
    };
  }
  const [first = documents[0], second] = documents.filter(hasContent);
  // Behind the first token that fits nowhere, the parser has lost its way.
  const misplaced = tokens.find((token) => token.type === "error");
  return {
    tokens: tokens.filter(
      (token) => token === first || token === misplaced || isTroubledEnd(token),
    ),
    mistakes: [...mistakes, ...(second === undefined ? [] : [severalDocuments(second)])],
    documents: [{ tokens, counts: true }],
  };
}

/** A request takes none: `%YAML 1.1` would silently turn `no` into false. Go's reader knows these two. */
function isTaken(source: string, dialect: Dialect): boolean {
  return dialect === "manifest" && /^%(?:YAML[ \t]+1\.1|TAG)(?:[ \t]|$)/.test(source);
}

function hasContent({ start, value }: CST.Document): boolean {
  return value !== undefined || start.some(({ type }) => type === "anchor" || type === "tag");
}

/** Whether something stands behind the `...` that ends a document. */
function isTroubledEnd(token: CST.Token): boolean {
  if (token.type !== "doc-end" || token.end === undefined) return false;
  return token.end.some(({ type }) => type !== "space" && type !== "comment" && type !== "newline");
}

function directiveMistake({ offset, source }: CST.Directive, dialect: Dialect): TextMistake {
  return {
    code: "unsupported-yaml",
    start: offset,
    end: offset + source.length,
    message: `The directive ${showText(source)} is not supported.`,
    hint: `Remove the line; the text is read as YAML ${dialect === "manifest" ? "1.1" : "1.2"}.`,
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
