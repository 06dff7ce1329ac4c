import type { CST } from "yaml";
import type { TextMistake } from "./text-mistake.ts";

/**
 * The quote that is never closed, which runs to the end of the text; undefined where there is none. The package reports it
 * at the end, where nobody looks for it.
 */
export function openQuote(tokens: readonly CST.Token[]): readonly TextMistake[] | undefined {
  const last = lastScalar(tokens);
  if (last === undefined || isClosed(last.source)) return undefined;
  return [
    {
      code: "yaml-syntax",
      start: last.offset,
      end: last.offset + 1,
      message: "The quote that opens here is never closed.",
      hint: "Close it on the same line.",
    },
  ];
}

interface QuotedScalar {
  readonly offset: number;
  readonly source: string;
}

/** The last scalar in quotes: only that one can run to the end. Without recursion, since tokens may lie deep. */
function lastScalar(tokens: readonly CST.Token[]): QuotedScalar | undefined {
  let last: QuotedScalar | undefined;
  const stack: CST.Token[] = [...tokens];
  for (let token = stack.pop(); token !== undefined; token = stack.pop()) {
    if (token.type === "double-quoted-scalar" || token.type === "single-quoted-scalar") {
      if (last === undefined || token.offset > last.offset) last = token;
    } else if (token.type === "document") {
      if (token.value !== undefined) stack.push(token.value);
    } else if ("items" in token) {
      for (const { key, value } of token.items) {
        if (key != null) stack.push(key);
        if (value != null) stack.push(value);
      }
    }
  }
  return last;
}

/** Whether the quote at the start has its partner at the end; a backslash keeps double quotes from closing. */
function isClosed(source: string): boolean {
  return source.startsWith("'")
    ? /^'(?:[^']|'')*'$/.test(source)
    : /^"(?:[^"\\]|\\.)*"$/s.test(source);
}
