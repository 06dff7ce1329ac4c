import { showText } from "../diagnostics/show.ts";
import type { TextMistake } from "./text-mistake.ts";

/**
 * The first place where a text ceases to be JSON (RFC 8259), or undefined where it is JSON throughout. YAML takes more,
 * such as `yes`, single quotes and keys without quotes; and what the runtime's own parser says of its errors differs
 * from one release to the next.
 */
export function jsonMistake(text: string): TextMistake | undefined {
  const open: Opener[] = [];
  let expected: Expected = "value";
  let offset = skipSpace(text, 0);
  while (offset < text.length) {
    const token = readToken(text, offset);
    if (!accepts(expected, token, open)) {
      return token.kind === "string" ? mistakenText(text, offset) : misplaced(text, offset, expected);
    }
    if (token.kind === "string" && !token.isSound) return mistakenText(text, offset);
    if (token.kind === "open") open.push(token.text);
    if (token.kind === "close") open.pop();
    expected = next(expected, token, open);
    offset = skipSpace(text, token.end);
  }
  return expected === "end" ? undefined : cutShort(text, expected, open);
}
