import { defuse } from "./defuse.ts";

const SHOWN_CHARACTERS = 60;

/**
 * A value as a message names it: `the string "4"`, `the number 1.5`, `true`, `null`, `a list`, `an object`.
 * Text is cut to 60 characters and nothing unprintable, no line break and no terminal escape gets through.
 */
export function showValue(value: unknown): string {
  switch (typeof value) {
    case "string":
      return `the string ${showText(value)}`;
    case "number":
      return Number.isFinite(value) ? `the number ${value}` : String(value);
    case "boolean":
      return String(value);
    case "object":
      if (value === null) return "null";
      return Array.isArray(value) ? "a list" : "an object";
    case "undefined":
      return "undefined";
    default:
      return `a ${typeof value}`;
  }
}

/** A word of foreign data as text, as it was written; what is no word is `a list` or `an object`. Unlike String() it never throws. */
export function wordText(value: unknown): string {
  return typeof value === "object" ? showValue(value) : String(value);
}

/** A string in double quotes, cut to 60 characters, safe to print on any terminal or in any log. */
export function showText(text: string): string {
  const cut = text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS - 1)}…` : text;
  return defuse(JSON.stringify(cut));
}

/** `a`, `a or b`, `a, b and c`; an empty text where there are none. */
export function listWords(words: readonly string[], conjunction: "and" | "or"): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} ${conjunction} ${last}`;
}

/** `1 group`, `2 groups`: a count with its noun; the plural adds an `s` unless given. */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${formatCount(number)} ${number === 1 ? noun : plural}`;
}

/** 10000 -> `10,000`, independent of any locale. */
export function formatCount(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ",");
}
