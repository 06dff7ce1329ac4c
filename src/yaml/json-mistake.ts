import type { Expected } from "./json-messages.ts";
import { cutShort, misplaced, mistakenText } from "./json-messages.ts";
import type { TextMistake } from "./text-mistake.ts";

/**
 * The first place where a text ceases to be JSON (RFC 8259), or undefined where it is JSON throughout. YAML takes more,
 * such as `yes`, single quotes and keys without quotes, and what a runtime's own parser says of its errors differs from
 * one release to the next.
 */
export function jsonMistake(text: string): TextMistake | undefined {
  const open: string[] = [];
  let expected: Expected = "value";
  for (const { index, 0: token } of text.matchAll(TOKENS)) {
    if (SPACE.test(token)) continue;
    if (token === '"') return mistakenText(text, index);
    const next = step(expected, token, open);
    if (next === undefined) return misplaced(text, index, token, expected, open.length);
    expected = next;
  }
  return expected === "end" ? undefined : cutShort(text, open.at(-1));
}

/** White space, sound text in quotes, signs, words, and the quotation mark that starts mistaken text. Covers any text. */
const TOKENS =
  /[ \t\n\r]+|"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))*"|[{}[\]:,]|[^ \t\n\r{}[\]:,"]+|"/g;
const SPACE = /^[ \t\n\r]/;

const WORD = /^(?:true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)$/;

/** What is expected behind a token, or undefined where the token has no place. Keeps the brackets that are open. */
function step(expected: Expected, token: string, open: string[]): Expected | undefined {
  switch (expected) {
    case "item":
      return token === "]" ? close(open) : startValue(token, open);
    case "value":
      return startValue(token, open);
    case "member":
      return token === "}" ? close(open) : startKey(token);
    case "key":
      return startKey(token);
    case "colon":
      return token === ":" ? "value" : undefined;
    case "comma": {
      const inObject = open.at(-1) === "{";
      if (token === ",") return inObject ? "key" : "value";
      return token === (inObject ? "}" : "]") ? close(open) : undefined;
    }
    case "end":
      return undefined;
  }
}

function startValue(token: string, open: string[]): Expected | undefined {
  if (token === "{" || token === "[") {
    open.push(token);
    return token === "{" ? "member" : "item";
  }
  return token.startsWith('"') || WORD.test(token) ? behindValue(open) : undefined;
}

function startKey(token: string): Expected | undefined {
  return token.startsWith('"') ? "colon" : undefined;
}

function close(open: string[]): Expected {
  open.pop();
  return behindValue(open);
}

function behindValue(open: readonly string[]): Expected {
  return open.length === 0 ? "end" : "comma";
}
