import type { TextMistake } from "./text-mistake.ts";
import { MAXIMUM_MISTAKES } from "./text-mistake.ts";
import { visitTokens } from "./visit-tokens.ts";
import type { CST } from "./yaml-package.ts";

/**
 * Next line, line separator and paragraph separator outside of quotes. They end a line for Go's readers (go-yaml 2,
 * yamlprivateh.go) and for nobody else: behind a comment they would hide what kubectl applies.
 */
export function hiddenLineBreaks(
  text: string,
  tokens: readonly CST.Token[],
): readonly TextMistake[] {
  const first = text.search(HIDDEN);
  if (first === -1) return [];
  const quoted: { readonly start: number; readonly end: number }[] = [];
  visitTokens(tokens, (token) => {
    if (token.type === "double-quoted-scalar" || token.type === "single-quoted-scalar") {
      quoted.push({ start: token.offset, end: token.offset + token.source.length });
    }
  });
  quoted.sort((left, right) => left.start - right.start);
  const mistakes: TextMistake[] = [];
  let next = 0;
  for (const { index } of text.matchAll(ALL_HIDDEN)) {
    while ((quoted[next]?.end ?? Number.POSITIVE_INFINITY) <= index) next++;
    if ((quoted[next]?.start ?? Number.POSITIVE_INFINITY) < index) continue;
    if (mistakes.push(mistake(text, index)) >= MAXIMUM_MISTAKES) break;
  }
  return mistakes;
}

const HIDDEN = /[\u0085\u2028\u2029]/;
const ALL_HIDDEN = new RegExp(HIDDEN, "g");

function mistake(text: string, start: number): TextMistake {
  const code = text.charCodeAt(start).toString(16).toUpperCase().padStart(4, "0");
  return {
    code: "yaml-syntax",
    start,
    end: start + 1,
    message: `The character U+${code} ends a line for kubectl and Helm, but not for other readers.`,
    hint: "Remove it, or write it as an escape in double quotes.",
  };
}
