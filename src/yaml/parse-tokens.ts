import type { CST } from "yaml";
import { Lexer, Parser } from "yaml";
import { formatCount } from "../diagnostics/show.ts";
import { MAXIMUM_DEPTH } from "../model/snapshot.ts";
import type { TextMistake } from "./text-mistake.ts";

/** The concrete syntax tree of a text: one token for each directive, document and comment; or why there is none. */
export type ParsedTokens =
  | { readonly ok: true; readonly tokens: readonly CST.Token[] }
  | { readonly ok: false; readonly mistake: TextMistake };

/**
 * Text -> concrete syntax tree, given up as soon as it gets too deep or too large. Composing a tree recurses, and on
 * Node 20 a regular expression that is compiled with the stack exhausted aborts the process, so depth is bounded before.
 */
export function parseTokens(text: string): ParsedTokens {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let lexemes = 0;
  for (const lexeme of new Lexer().lex(text)) {
    const offset = parser.offset;
    tokens.push(...parser.next(lexeme));
    lexemes++;
    if (parser.stack.length > MAXIMUM_STACK) return { ok: false, mistake: tooDeep(offset) };
    if (lexemes > MAXIMUM_LEXEMES) return { ok: false, mistake: tooLarge(offset) };
  }
  tokens.push(...parser.end());
  return { ok: true, tokens };
}

/** What is being built: the document, collections inside one another, and a scalar. */
const MAXIMUM_STACK = MAXIMUM_DEPTH + 2;

/**
 * Keys, values, indicators, spaces, line breaks: eight or so a line. Each can be a mistake, for which the `yaml` package
 * makes an Error; a megabyte of `]` would take a gigabyte of memory.
 */
const MAXIMUM_LEXEMES = 300_000;

function tooDeep(offset: number): TextMistake {
  return {
    code: "input-limit",
    start: offset,
    end: offset + 1,
    message: `The text is nested deeper than ${MAXIMUM_DEPTH} levels.`,
    hint: "Nest it less deeply.",
  };
}

function tooLarge(offset: number): TextMistake {
  return {
    code: "input-limit",
    start: offset,
    end: offset + 1,
    message: `The text has more than ${formatCount(MAXIMUM_LEXEMES)} words, signs and spaces.`,
    hint: "Leave out what the compiler does not read.",
  };
}
