import { BoundedComposer } from "./bounded-composer.ts";
import type { Dialect } from "./dialect.ts";
import { hiddenLineBreaks } from "./hidden-line-breaks.ts";
import { lexUnindented } from "./lex-unindented.ts";
import { misplacedTabs } from "./misplaced-tabs.ts";
import { neverClosed } from "./never-closed.ts";
import { parseTokens } from "./parse-tokens.ts";
import { scanCharacters } from "./scan-characters.ts";
import { selectDocuments } from "./select-documents.ts";
import { syntaxMistakes } from "./syntax-mistakes.ts";
import type { TextLimits } from "./text-limits.ts";
import type { TextMistake } from "./text-mistake.ts";
import { MAXIMUM_MISTAKES } from "./text-mistake.ts";
import { createTextRanges } from "./text-ranges.ts";
import { tooLong } from "./too-long.ts";
import type { ParsedNode, YAMLError } from "./yaml-package.ts";
import { Lexer, Schema } from "./yaml-package.ts";

/** A document as a tree whose offsets are those of the whole text. */
export interface ComposedDocument {
  /** Null where the document is empty, or where its syntax is wrong. */
  readonly root: ParsedNode | null;
  /** Mistakes with which the document has no meaning. */
  readonly syntax: readonly TextMistake[];
  /** Mistakes beside the content, such as directives. */
  readonly unsupported: readonly TextMistake[];
}

export interface ComposeOptions {
  readonly dialect: Dialect;
  readonly limits: TextLimits;
  /** `one`: a second document is a mistake, and no document is an empty one. `all`: empty documents do not count. */
  readonly documents: "one" | "all";
  /** Keep the tokens that a node was made of. Default false. */
  readonly keepSourceTokens?: boolean;
}

/** Text -> trees, in one pass: the one place where the `yaml` package composes anything. Never throws. */
export function compose(text: string, options: ComposeOptions): readonly ComposedDocument[] {
  const { dialect, limits } = options;
  if (text.length > limits.length) return [failed([tooLong(text.length, limits)])];
  const unreadable = scanCharacters(text, dialect);
  if (unreadable.length > 0) return [failed(unreadable)];
  const lexIndented = (source: string) => new Lexer().lex(source);
  const documents = composeLexed(text, options, lexIndented, MAXIMUM_ERRORS);
  const failures = documents.filter(isFailed).length;
  if (dialect !== "manifest" || failures === 0) return documents;
  // Only then, since the messages about brackets and quotes that are never closed are better with indentation.
  const unindented = composeLexed(text, options, lexUnindented, MAXIMUM_MISTAKES);
  const isBetter =
    unindented.length >= documents.length && unindented.filter(isFailed).length < failures;
  return isBetter ? unindented : documents;
}

function composeLexed(
  text: string,
  options: ComposeOptions,
  lex: (text: string) => Iterable<string>,
  mostErrors: number,
): readonly ComposedDocument[] {
  const { dialect, limits } = options;
  const readable = withoutMarks(readableBreaks(text, dialect), dialect);
  const parsed = parseTokens(readable, limits, lex);
  if (!parsed.ok) return [failed([parsed.mistake])];
  const unreadable =
    dialect === "manifest"
      ? [...hiddenLineBreaks(text, parsed.tokens), ...misplacedTabs(readable, lex(readable))]
      : [];
  if (unreadable.length > 0) return [failed(unreadable)];
  const selected = selectDocuments(parsed.tokens, options);
  const composer = new BoundedComposer(
    {
      // Duplicate keys are found in linear time elsewhere; unknown tags are then no errors, and nothing is logged.
      uniqueKeys: false,
      resolveKnownTags: false,
      logLevel: "silent",
      prettyErrors: false,
      keepSourceTokens: options.keepSourceTokens ?? false,
      schema: new Schema({ schema: "core", resolveKnownTags: false }),
    },
    mostErrors,
  );
  const ranges = createTextRanges({ file: "", text });
  const documents: ComposedDocument[] = [];
  let [index, noted] = [0, 0];
  for (const { contents, errors: all } of composer.compose(selected.tokens, true, text.length)) {
    const source = selected.documents[index++];
    const region = {
      start: index === 1 ? 0 : (source?.tokens[0]?.offset ?? text.length),
      end: selected.documents[index]?.tokens[0]?.offset ?? text.length,
    };
    noted += all.length;
    const isTaken = dialect === "manifest" && noted < mostErrors;
    const errors = isTaken ? all.filter((error) => !isUnspacedComment(error, text)) : all;
    const syntax =
      neverClosed(source?.tokens ?? [], text) ?? syntaxMistakes(errors, text, ranges, region);
    if (syntax.length > 0) documents.push(failed(syntax));
    else if (source?.counts === true) documents.push({ root: contents, syntax, unsupported: [] });
    // Behind so many mistakes there may be some that were not even noted.
    if (noted >= mostErrors) break;
  }
  if (selected.mistakes.length === 0) return documents;
  const [first = failed([]), ...more] = documents;
  return [{ ...first, unsupported: selected.mistakes }, ...more];
}

/** Of those on one line only the first is shown, and of all of them a thousand. */
const MAXIMUM_ERRORS = 20 * MAXIMUM_MISTAKES;

/** A comment right behind a quote or a bracket, which Go's readers take (go-yaml 2, scannerc.go). */
function isUnspacedComment({ code, pos: [start] }: YAMLError, text: string): boolean {
  return code === "MISSING_CHAR" && text[start] === "#";
}

/** To Go's reader a carriage return alone ends a line, too. */
function readableBreaks(text: string, dialect: Dialect): string {
  return dialect === "manifest" && text.includes("\r") ? text.replace(/\r(?!\n)/g, "\n") : text;
}

/**
 * Go's readers get one document at a time and pass over a byte order mark before it, as files that are put together have
 * them. Every other character keeps its place.
 */
function withoutMarks(text: string, dialect: Dialect): string {
  if (dialect !== "manifest" || !text.includes("\n\ufeff")) return text;
  return text.replace(/(?<=(?:^|\n)---)([ \t]*\r?\n)\ufeff/g, " $1");
}

function isFailed({ syntax }: ComposedDocument): boolean {
  return syntax.length > 0;
}

function failed(syntax: readonly TextMistake[]): ComposedDocument {
  return { root: null, syntax, unsupported: [] };
}
