import type { TextMistake } from "./text-mistake.ts";
import { visitTokens } from "./visit-tokens.ts";
import type { CST } from "./yaml-package.ts";

/**
 * The first quote that is never closed, or else the innermost such bracket; undefined if there is none. The package
 * reports either at the end of the text or somewhere on the way, where nobody looks for it. `text` holds the tokens.
 */
export function neverClosed(
  tokens: readonly CST.Token[],
  text: string,
): readonly TextMistake[] | undefined {
  const { quote, bracket } = firstOpened(tokens, text);
  if (quote !== undefined) {
    return mistake(
      quote.offset,
      "The quote that starts here is never closed.",
      "Close it on the same line.",
    );
  }
  if (bracket === undefined) return undefined;
  const close = bracket.start.source === "{" ? "}" : "]";
  return mistake(
    bracket.offset,
    "The bracket that opens here is never closed.",
    `Close it with ${close}.`,
  );
}

function mistake(start: number, message: string, hint: string): readonly TextMistake[] {
  return [{ code: "yaml-syntax", start, end: start + 1, message, hint }];
}

interface FirstOpened {
  /** The first quote without its partner: those behind it may be open only because it is. */
  readonly quote: CST.FlowScalar | undefined;
  /** The last of the brackets without an end. */
  readonly bracket: CST.FlowCollection | undefined;
}

function firstOpened(tokens: readonly CST.Token[], text: string): FirstOpened {
  let quote: CST.FlowScalar | undefined;
  let bracket: CST.FlowCollection | undefined;
  visitTokens(tokens, (token) => {
    if (token.type === "double-quoted-scalar" || token.type === "single-quoted-scalar") {
      const isFirst = quote === undefined || token.offset < quote.offset;
      if (isFirst && (!isClosed(token.source) || endsAtAnother(token, text))) quote = token;
    } else if (token.type === "flow-collection" && !hasEnd(token)) {
      if (bracket === undefined || token.offset > bracket.offset) bracket = token;
    }
  });
  return { quote, bracket };
}

/**
 * Whether what closes a quote is the start of another text, on a later line: it has a gap or a bracket before it and a
 * word right behind it.
 */
function endsAtAnother({ offset, source }: CST.FlowScalar, text: string): boolean {
  const next = text.charAt(offset + source.length);
  return /[\s[{,(]$/.test(source.slice(-2, -1)) && WORD.test(next) && /[\r\n]/.test(source);
}

const WORD = /[\p{L}\p{N}_./$-]/u;

function hasEnd({ end }: CST.FlowCollection): boolean {
  return end.some(({ type }) => type === "flow-map-end" || type === "flow-seq-end");
}

/** Whether the quote at the start has its partner at the end; a backslash keeps double quotes from closing. */
function isClosed(source: string): boolean {
  const quote = source.charAt(0);
  for (let index = 1; index < source.length; index++) {
    const character = source[index];
    if (character === "\\" && quote === '"') index++;
    else if (character === quote) {
      if (index === source.length - 1) return true;
      if (quote === '"') return false;
      index++;
    }
  }
  return false;
}
