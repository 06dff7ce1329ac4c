import { showText } from "../diagnostics/show.ts";
import type { ConversionMistake } from "./conversion-mistakes.ts";
import type { TextMistake } from "./text-mistake.ts";

/**
 * Characters that look like a space or like nothing, and are text to YAML, where a space belongs: in the indentation, behind
 * the sign of a key or an item, before a comment, and at either end of a text without quotes. Text that is copied from
 * a page or a document has them.
 */
const FOREIGN = "[\\u00a0\\u2000-\\u200b\\u202f\\u205f\\u2060\\u3000\\ufeff]";
const STARTS = new RegExp(`^${FOREIGN}|^-${FOREIGN}`);
const ENDS = new RegExp(`${FOREIGN}$|${FOREIGN}#`);
const BEHIND_COLON = new RegExp(`:${FOREIGN}`);
const ANY = new RegExp(FOREIGN);

/** Of a key or a value without quotes in a text whose syntax holds; undefined if there is no such character. */
export function foreignSpaceOfKey(key: string): ConversionMistake | undefined {
  const at = firstMatch(key, [STARTS, BEHIND_COLON, ENDS]);
  if (at === undefined) return undefined;
  return {
    code: "yaml-syntax",
    message: `${named(key, at)} stands where a space belongs, so that it is part of the key ${showText(key)}.`,
    hint: replacing(key, at),
  };
}

export function foreignSpaceOfValue(value: string): ConversionMistake | undefined {
  const at = firstMatch(value, [STARTS, ENDS]);
  if (at === undefined) return undefined;
  return {
    code: "surprising-yaml",
    message: `${named(value, at)} stands where a space belongs, so that it is part of the text ${showText(value)}.`,
    hint: `${replacing(value, at).slice(0, -1)}, or put the text in quotes.`,
  };
}

/** On the line around an offset, or in the indentation of the line before it, in a text whose syntax does not hold. */
export function foreignSpaceNear(offset: number, text: string): TextMistake | undefined {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const next = text.indexOf("\n", offset);
  const before = start < 2 ? 0 : text.lastIndexOf("\n", start - 2) + 1;
  return (
    foreignSpaceBetween(before, start, text, [LINE_START]) ??
    foreignSpaceBetween(start, next === -1 ? text.length : next, text, LINE_PLACES)
  );
}

/** Whether a text has any, wherever. */
export function hasForeignSpace(text: string): boolean {
  return ANY.test(text);
}

function foreignSpaceBetween(
  start: number,
  end: number,
  text: string,
  patterns: readonly RegExp[],
): TextMistake | undefined {
  const at = firstMatch(text.slice(start, end), patterns);
  if (at === undefined) return undefined;
  return {
    code: "yaml-syntax",
    start: start + at,
    end: start + at + 1,
    message: `${named(text, start + at)} stands where a space belongs.`,
    hint: replacing(text, start + at),
  };
}

const LINE_START = new RegExp(`^ *(?:- *)*${FOREIGN}`);
const LINE_PLACES: readonly RegExp[] = [
  LINE_START,
  // Behind a key, a text in quotes or brackets, the header of a block of text.
  new RegExp(`^[ -]*[\\w./-]+:${FOREIGN}|[^\\s:,[{]["']${FOREIGN}|[\\]}]${FOREIGN}`),
  new RegExp(`: [|>][-+0-9]*${FOREIGN}`),
  new RegExp(`${FOREIGN}[ \\t\\r]*$|${FOREIGN}#`),
];

/** Where the first such character is, of the first pattern that is met. */
function firstMatch(text: string, patterns: readonly RegExp[]): number | undefined {
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    if (match !== null) return match.index + match[0].search(ANY);
  }
  return undefined;
}

function named(text: string, at: number): string {
  const code = text.charCodeAt(at);
  const name = NAMES.get(code);
  const number = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
  return `The character ${number}${name === undefined ? "" : ` (${name})`}`;
}

function replacing(text: string, at: number): string {
  return INVISIBLE.has(text.charCodeAt(at)) ? "Remove it." : "Replace it with a space.";
}

const INVISIBLE: ReadonlySet<number> = new Set([0x200b, 0x2060, 0xfeff]);

const NAMES: ReadonlyMap<number, string> = new Map([
  [0x00a0, "no-break space"],
  [0x2002, "en space"],
  [0x2003, "em space"],
  [0x2009, "thin space"],
  [0x200b, "zero-width space"],
  [0x202f, "narrow no-break space"],
  [0x2060, "word joiner"],
  [0x3000, "ideographic space"],
  [0xfeff, "byte order mark"],
]);
