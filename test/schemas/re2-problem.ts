/** RE2 counts no further. */
const MAXIMUM_COUNT = 1_000;

/**
 * Why a regular expression does not mean the same in ECMA-262 (with the `u` flag) and in RE2, by which validators in Go
 * read schemas; undefined where it does. Stricter than RE2: what only some versions know is refused as well.
 * Source: github.com/google/re2/wiki/Syntax.
 */
export function re2Problem(pattern: string): string | undefined {
  try {
    new RegExp(pattern, "u");
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const tokens = pattern.match(TOKEN) ?? [];
  for (const token of tokens) {
    const problem = problemOf(token);
    if (problem !== undefined) return `${token}: ${problem}`;
  }
  return undefined;
}

/** An escape, the start of a group, a bracketed class as a whole, a counted repetition, or any other character. */
const TOKEN =
  /\\[xuc][0-9a-fA-F{]?[0-9a-fA-F]?|\\.|\(\?<?.?|\[\^?(?:\\.|[^\\\]])*\]|\{[0-9,]+\}|[\s\S]/gu;
const KNOWN_ESCAPE = /^\\(?:[dDwWsSbBnrtfv]|x[0-9a-fA-F]{2}|[^A-Za-z0-9_])$/u;

function problemOf(token: string): string | undefined {
  if (token.startsWith("(?") && token !== "(?:") {
    return "RE2 has no lookaround, and not every version has named groups.";
  }
  if (/^\{\d/.test(token) && (token.match(/\d+/g) ?? []).some((n) => Number(n) > MAXIMUM_COUNT)) {
    return `RE2 repeats at most ${MAXIMUM_COUNT} times.`;
  }
  if (token.startsWith("\\") && !KNOWN_ESCAPE.test(token)) return "RE2 does not know this escape.";
  if (token.startsWith("[") && token.length > 1) return classProblem(token);
  return undefined;
}

/** What stands between brackets. */
function classProblem(bracketed: string): string | undefined {
  const inner = bracketed.slice(bracketed.startsWith("[^") ? 2 : 1, -1);
  if (inner === "") return "An empty class is a mistake in RE2.";
  if (inner.includes("[:")) return "RE2 takes this for a named class.";
  const found = inner.match(/\\x[0-9a-fA-F]{0,2}|\\./gu) ?? [];
  return found.every((token) => KNOWN_ESCAPE.test(token))
    ? undefined
    : "RE2 does not know this escape.";
}
