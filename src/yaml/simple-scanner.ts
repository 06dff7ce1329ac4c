import type { PlainData } from "../diagnostics/plain-data.ts";

/** Where a simple text is being read. */
export interface Scanner {
  readonly text: string;
  /** The next character of the current line. */
  at: number;
  /** Spaces before the content of the line; behind the dash of an item, the column of what stands there. */
  indent: number;
  /** Where the current line ends: its line feed, or the end of the text. */
  lineEnd: number;
  /** What the current line is: content, `---`, the end of the text, or something that is not simple. */
  state: "content" | "mark" | "end" | "other";
  level: number;
}

/** Before the first line of a text. */
export function createScanner(text: string): Scanner {
  return { text, at: 0, indent: 0, lineEnd: -1, state: "content", level: 0 };
}

export function hasContent({ state }: Scanner): boolean {
  return state === "content";
}

export function isItem({ text, at }: Scanner): boolean {
  return text[at] === "-" && text[at + 1] === " ";
}

export function skipSpaces(scanner: Scanner): void {
  while (scanner.text[scanner.at] === " ") scanner.at++;
}

/** Moves to what is next on the line; whether there is nothing but a comment. */
export function skipToEnd(scanner: Scanner): boolean {
  const { text, lineEnd } = scanner;
  const from = scanner.at;
  skipSpaces(scanner);
  if (scanner.at >= lineEnd) return true;
  return text[scanner.at] === "#" && scanner.at > from;
}

/** Moves to the next line that is neither blank nor a comment. */
export function moveToContent(scanner: Scanner): void {
  const { text } = scanner;
  for (;;) {
    const start = scanner.lineEnd + 1;
    if (start >= text.length) {
      scanner.state = "end";
      return;
    }
    let at = start;
    while (text[at] === " ") at++;
    const lineFeed = text.indexOf("\n", at);
    const end = lineFeed === -1 ? text.length : lineFeed;
    scanner.lineEnd = end;
    if (at === end || text[at] === "#") continue;
    scanner.at = at;
    scanner.indent = at - start;
    scanner.state = at === start ? stateAt(text, start, end) : "content";
    return;
  }
}

function stateAt(text: string, start: number, end: number): Scanner["state"] {
  if (text.startsWith("---", start)) return end === start + 3 ? "mark" : "other";
  return text.startsWith("...", start) || text[start] === "%" ? "other" : "content";
}

/** Where the colon of a key is that begins at a place; undefined where there is no simple key. */
export function endOfKey(text: string, at: number, lineEnd: number): number | undefined {
  const first = text[at];
  const isQuoted = first === '"' || first === "'";
  const end = isQuoted ? endOfQuoted(text, at, lineEnd) : endOfWord(text, at);
  if (end === undefined || end - at > MOST_CHARACTERS_OF_A_KEY) return undefined;
  if (text[end] !== ":" || !isTokenEnd(text, end + 1)) return undefined;
  const key = isQuoted ? text.slice(at + 1, end - 1) : text.slice(at, end);
  return isReserved(key) || !KEY.test(key) ? undefined : end;
}

/** The key of a label has at most 317. */
const MOST_CHARACTERS_OF_A_KEY = 400;

/** A key that both dialects take for the text that it is, in quotes and without. */
const KEY = /^[A-Za-z][-A-Za-z0-9_./]*$/;

/** Behind the last character of a word: a key or a short text. */
export function endOfWord(text: string, at: number): number {
  let end = at;
  while (WORD_CHARACTERS[text.charCodeAt(end)] === true) end++;
  return end;
}

const WORD_CHARACTERS: readonly boolean[] = Object.freeze(
  Array.from({ length: 128 }, (_, code) => /[-A-Za-z0-9_./]/.test(String.fromCharCode(code))),
);

/** Behind a value without quotes, which ends with its line or before a comment; undefined where it is not simple. */
export function endOfPlain(text: string, at: number, lineEnd: number): number | undefined {
  let end = lineEnd;
  for (let index = at; index < lineEnd; index++) {
    const character = text[index];
    if (character === ":" && isTokenEnd(text, index + 1)) return undefined;
    if (character === "#" && text[index - 1] === " ") {
      end = index;
      break;
    }
  }
  while (text[end - 1] === " ") end--;
  return end;
}

/** Behind the closing quote of a text on one line; undefined where it is not simple. */
export function endOfQuoted(text: string, at: number, lineEnd: number): number | undefined {
  const quote = text[at] ?? "";
  let end = text.indexOf(quote, at + 1);
  // A quote behind a backslash is one of the text.
  while (quote === '"' && end !== -1 && end < lineEnd && isEscaped(text, at, end)) {
    end = text.indexOf(quote, end + 1);
  }
  return end === -1 || end >= lineEnd || text[end + 1] === quote ? undefined : end + 1;
}

function isEscaped(text: string, start: number, at: number): boolean {
  let first = at;
  while (first - 1 > start && text[first - 1] === "\\") first--;
  return (at - first) % 2 === 1;
}

/** What a text between quotes says; undefined where it has escapes that not every reader knows. */
export function quotedValue(source: string): string | undefined {
  const inner = source.slice(1, -1);
  if (source[0] === "'" || !inner.includes("\\")) return inner;
  return OTHER_ESCAPE.test(inner) ? undefined : JSON.parse(source);
}

const OTHER_ESCAPE = /(?<!\\)(?:\\\\)*\\[^"\\nt]/;

/** Whether a space or the end of the line stands at a place. */
export function isTokenEnd(text: string, at: number): boolean {
  const character = text[at];
  return character === " " || character === "\n" || character === undefined;
}

/** Words that some reader takes for a boolean or for null. */
function isReserved(source: string): boolean {
  return source.length <= LONGEST_RESERVED && RESERVED.test(source);
}

const LONGEST_RESERVED = "false".length;
const RESERVED = /^(?:y|n|yes|no|on|off|true|false|null)$/i;

/** What both dialects make of a text without quotes; undefined where they may differ. */
export function plainValue(source: string): PlainData | undefined {
  if (!BEGINNING_OF_TEXT.test(source)) return plainNumber(source);
  switch (source) {
    case "true":
      return true;
    case "false":
      return false;
    case "null":
      return null;
    default:
      return isReserved(source) ? undefined : source;
  }
}

const BEGINNING_OF_TEXT = /^[A-Za-z/]/;

/** Numbers that all readers take for the same, and what begins like one but is a text to all: 1.2.3, 16Gi. */
function plainNumber(source: string): PlainData | undefined {
  if (source.length > LONGEST_NUMBER) return undefined;
  if (NUMBER.test(source)) return Number(source);
  return VERSION_OR_AMOUNT.test(source) ? source : undefined;
}

const LONGEST_NUMBER = 15;
const NUMBER = /^(?:-?[1-9][0-9]*|0|(?:-?[1-9][0-9]*|0)\.[0-9]+)$/;
const VERSION_OR_AMOUNT = /^(?:[0-9]+(?:\.[0-9]+){2,}|[1-9][0-9]*(?:[KMGTP]i|[kMGTPm]))$/;
