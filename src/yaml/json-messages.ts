import { showText } from "../diagnostics/show.ts";
import type { TextMistake } from "./text-mistake.ts";

/** What may come next: `item` is a value or the end of an empty list, `member` a key or the end of an empty object. */
export type Expected = "value" | "item" | "key" | "member" | "colon" | "comma" | "end";

/** Text in quotes that does not end, or holds what JSON wants escaped. `start` is its quotation mark. */
export function mistakenText(text: string, start: number): TextMistake {
  const stop = start + (SOUND_TEXT.exec(text.slice(start))?.[0].length ?? 1);
  const character = text.charAt(stop);
  if (character === "")
    return mistake(start, stop, "The text in quotes does not end.", "Close the quotes.");
  if (character === "\\") {
    const sequence = text.slice(stop, stop + 2);
    return mistake(
      stop,
      stop + sequence.length,
      `The text in quotes contains ${showText(sequence)}, which is not an escape in JSON.`,
      sequence === "\\u"
        ? "Write \\u with four hexadecimal digits."
        : "Write each backslash twice.",
    );
  }
  const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
  return mistake(
    stop,
    stop + 1,
    `The text in quotes contains the control character U+${code}.`,
    `Write it as ${JSON.stringify(character).slice(1, -1)}.`,
  );
}

/** As far as text in quotes is sound. */
const SOUND_TEXT = /^"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))*/;

/** A token that cannot stand where it does. */
export function misplaced(
  text: string,
  start: number,
  token: string,
  expected: Expected,
  depth: number,
): TextMistake {
  const end = start + token.length;
  const shown = showText(token);
  switch (expected) {
    case "colon":
    case "comma":
      return mistake(
        start,
        end,
        `A ${expected} is missing before ${shown}.`,
        `Add the ${expected}.`,
      );
    case "end":
      return mistake(
        start,
        end,
        `After the end of the JSON value comes ${shown}.`,
        "Keep only one value.",
      );
    default:
      break;
  }
  const isKey = expected === "key" || expected === "member";
  if (/^[{}[\]:,]/.test(token)) {
    const isEarlyEnd =
      (expected === "key" && token === "}") || (expected === "value" && token === "]" && depth > 0);
    const hint = isEarlyEnd ? "Remove the comma before it." : "Add it.";
    return mistake(start, end, `A ${isKey ? "key" : "value"} is missing before ${shown}.`, hint);
  }
  if (isKey) {
    const message = `The key ${shown} is not in double quotes.`;
    return mistake(start, end, message, quotationHint(token));
  }
  // At the root all that follows was meant as one word: busybox:1.28.
  const [line = ""] = text.slice(start).split(/[\r\n]/, 1);
  const word = depth === 0 ? line.trimEnd() || token : token;
  const message = `${showText(word)} is not a JSON value.`;
  return mistake(start, start + word.length, message, hintForWord(word));
}

function hintForWord(word: string): string {
  const literal = meantLiteral(word);
  if (literal === undefined) return quotationHint(word);
  return `Write ${literal}, or ${showText(word)} in double quotes for a string.`;
}

function meantLiteral(word: string): string | undefined {
  if (/^(?:true|yes|on)$/i.test(word)) return "true";
  if (/^(?:false|no|off)$/i.test(word)) return "false";
  if (/^(?:null|none|nil|~)$/i.test(word)) return "null";
  return /^[-+.0-9]/.test(word) && Number.isFinite(Number(word)) ? String(Number(word)) : undefined;
}

function quotationHint(word: string): string {
  return word.startsWith("'")
    ? "Use double quotes instead of single ones."
    : `Write ${showText(word)} in double quotes.`;
}

/** The text ends while `bracket` is open, or before there is any value. */
export function cutShort(text: string, bracket: string | undefined): TextMistake {
  const end = text.length;
  if (bracket === undefined)
    return mistake(end, end, "There is no JSON value.", "Write one, such as null.");
  const [noun, sign] = bracket === "{" ? ["object", "}"] : ["list", "]"];
  return mistake(end, end, `The text ends before the ${noun} does.`, `Close it with ${sign}.`);
}

function mistake(start: number, end: number, message: string, hint: string): TextMistake {
  return { code: "yaml-syntax", start, end, message, hint };
}
