/**
 * A source text without its calls of `.meta(...)`: the words of schemas for editors, which are published as JSON Schemas and
 * which no command reads. What they are called with may hold texts, templates and comments, but no regular expressions.
 */
export function withoutSchemaWords(text: string): string {
  let result = "";
  let from = 0;
  for (;;) {
    const start = text.indexOf(CALL, from);
    if (start === -1) return result + text.slice(from);
    result += text.slice(from, start);
    from = endOfCall(text, start + CALL.length);
  }
}

const CALL = ".meta(";

/** Where a call ends whose arguments begin at an index. */
function endOfCall(text: string, index: number): number {
  TOKEN.lastIndex = index;
  for (let depth = 1; depth > 0; ) {
    const [token] = TOKEN.exec(text) ?? [];
    if (token === undefined) throw new Error(`A call of ${CALL} does not end.`);
    if (token === "(") depth++;
    if (token === ")") depth--;
  }
  return TOKEN.lastIndex;
}

/** What can hold a parenthesis that is none, or is one. */
const TOKEN = /"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`|\/\/.*|\/\*[\s\S]*?\*\/|[()]/g;
