import { formatCount } from "../diagnostics/show.ts";
import type { TextLimits } from "./text-limits.ts";
import type { TextMistake } from "./text-mistake.ts";
import type { CST } from "./yaml-package.ts";
import { Parser } from "./yaml-package.ts";

/** The concrete syntax tree of a text: one token for each directive, document and comment; or why there is none. */
export type ParsedTokens =
  | { readonly ok: true; readonly tokens: readonly CST.Token[] }
  | { readonly ok: false; readonly mistake: TextMistake };

/**
 * Text -> concrete syntax tree, given up as soon as it gets too deep or too large. Composing a tree recurses, and on
 * Node 20 a regular expression that is compiled with the stack exhausted aborts the process, so depth is bounded before.
 */
export function parseTokens(
  text: string,
  limits: TextLimits,
  lex: (text: string) => Iterable<string>,
): ParsedTokens {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let lexemes = 0;
  for (const lexeme of lex(text)) {
    const offset = parser.offset;
    tokens.push(...parser.next(lexeme));
    lexemes++;
    // What is being built: the document, collections inside one another, and a scalar.
    if (parser.stack.length > limits.depth + 2) return refused(tooDeep(offset, limits));
    if (lexemes > limits.lexemes) return refused(tooLarge(offset, limits));
  }
  tokens.push(...parser.end());
  return { ok: true, tokens };
}

function refused(mistake: TextMistake): ParsedTokens {
  return { ok: false, mistake };
}

function tooDeep(offset: number, { depth }: TextLimits): TextMistake {
  return {
    code: "input-limit",
    start: offset,
    end: offset + 1,
    message: `The text is nested deeper than ${depth} levels.`,
    hint: "Nest it less deeply.",
  };
}

function tooLarge(offset: number, { lexemes, advice }: TextLimits): TextMistake {
  return {
    code: "input-limit",
    start: offset,
    end: offset + 1,
    message: `The text has more than ${formatCount(lexemes)} words, signs and spaces.`,
    hint: advice,
  };
}
