import type { PlainData } from "../diagnostics/plain-data.ts";
import { MAXIMUM_ENTRIES } from "./data-limits.ts";
import { readFlow, readFlowScalar } from "./simple-flow.ts";
import { readLiteral } from "./simple-literal.ts";
import type { Scanner } from "./simple-scanner.ts";
import {
  createScanner,
  endOfKey,
  endOfPlain,
  hasContent,
  isItem,
  moveToContent,
  plainValue,
  skipToEnd,
} from "./simple-scanner.ts";
import type { TextLimits } from "./text-limits.ts";

/** Levels of nesting; what has more is left to the full reader. */
const MOST_LEVELS = 32;

/**
 * The documents of a text that is as simple as nearly all are: block maps and lists, flow collections on one line, texts
 * that every reader takes for texts, decimal numbers, true, false and null. Both dialects agree on it, and it holds nothing
 * to report: whatever could be a mistake, a surprise or a limit makes the result undefined, and the full reader is asked.
 * test/yaml/simple-text.test.ts holds the two alike. Takes linear time.
 */
export function readSimpleText(text: string, limits: TextLimits): readonly PlainData[] | undefined {
  if (text.length > limits.length || OTHER_CHARACTERS.test(text)) return undefined;
  if (mostLexemes(text, limits) > limits.lexemes) return undefined;
  const scanner = createScanner(text);
  moveToContent(scanner);
  if (scanner.state === "mark") moveToContent(scanner);
  const documents: PlainData[] = [];
  while (hasContent(scanner)) {
    if (scanner.indent > 0) return undefined;
    const data = readBlock(scanner);
    if (data === undefined) return undefined;
    documents.push(data);
    // Behind a document there is its end, or a mark with another one.
    if (hasContent(scanner)) return undefined;
    if (scanner.state !== "mark") break;
    moveToContent(scanner);
    if (!hasContent(scanner)) return undefined;
  }
  return scanner.state === "end" && documents.length > 0 ? documents : undefined;
}

/** At least as many lexemes as the full reader would count, at most two for a character; too many are not counted on. */
function mostLexemes(text: string, { lexemes }: TextLimits): number {
  if (text.length * 2 <= lexemes) return text.length * 2;
  let most = 0;
  let last = -1;
  for (let at = 0; at < text.length && most <= lexemes; at++) {
    const code = text.charCodeAt(at);
    const kind = isOfWord(code) ? WORD : code;
    if (kind !== last || (kind !== WORD && kind !== SPACE)) most += 2;
    last = kind;
  }
  return most;
}

/** No code of a character. */
const WORD = -2;
const SPACE = 0x20;

/** A letter or a digit of ASCII. */
function isOfWord(code: number): boolean {
  const lower = code | 0x20;
  return (code >= 0x30 && code <= 0x39) || (lower >= 0x61 && lower <= 0x7a);
}

/** Beside printable ASCII there are line feeds alone. */
const OTHER_CHARACTERS = /[^\n -~]/;

/** What begins on the current line, at its indentation. */
function readBlock(scanner: Scanner): PlainData | undefined {
  if (scanner.level >= MOST_LEVELS) return undefined;
  scanner.level++;
  const { indent } = scanner;
  const data = isItem(scanner) ? readList(scanner, indent) : readMap(scanner, indent);
  scanner.level--;
  // What is indented deeper belongs to nothing.
  return hasContent(scanner) && scanner.indent > indent ? undefined : data;
}

function readMap(scanner: Scanner, indent: number): PlainData | undefined {
  const map: Record<string, PlainData> = {};
  let entries = 0;
  do {
    const key = readKey(scanner);
    if (key === undefined || Object.hasOwn(map, key) || ++entries > MAXIMUM_ENTRIES)
      return undefined;
    const value = readValue(scanner, indent);
    if (value === undefined) return undefined;
    map[key] = value;
  } while (hasContent(scanner) && scanner.indent === indent && !isItem(scanner));
  return map;
}

/** Moves behind the colon. */
function readKey(scanner: Scanner): string | undefined {
  const { text, at } = scanner;
  const end = endOfKey(text, at, scanner.lineEnd);
  if (end === undefined) return undefined;
  scanner.at = end + 1;
  const isQuoted = text[at] === '"' || text[at] === "'";
  return isQuoted ? text.slice(at + 1, end - 1) : text.slice(at, end);
}

function readValue(scanner: Scanner, indent: number): PlainData | undefined {
  if (skipToEnd(scanner)) {
    moveToContent(scanner);
    if (!hasContent(scanner)) return null;
    if (scanner.indent > indent) return readBlock(scanner);
    // The items of a list may stand below its key.
    return scanner.indent === indent && isItem(scanner) ? readBlock(scanner) : null;
  }
  return readInline(scanner, indent);
}

/** A value that ends with its line; nothing may go on with it. */
function readInline(scanner: Scanner, indent: number): PlainData | undefined {
  const { text, at } = scanner;
  const first = text[at];
  if (first === "|") return readLiteral(scanner, indent);
  let value: PlainData | undefined;
  if (first === "[" || first === "{") value = readFlow(scanner);
  else if (first === '"' || first === "'") value = readFlowScalar(scanner);
  else value = readPlain(scanner);
  if (value === undefined || !skipToEnd(scanner)) return undefined;
  moveToContent(scanner);
  return hasContent(scanner) && scanner.indent > indent ? undefined : value;
}

/** A value without quotes, up to a comment or the end of the line. */
function readPlain(scanner: Scanner): PlainData | undefined {
  const { text, at, lineEnd } = scanner;
  const end = endOfPlain(text, at, lineEnd);
  if (end === undefined) return undefined;
  scanner.at = end;
  return plainValue(text.slice(at, end));
}

function readList(scanner: Scanner, indent: number): PlainData | undefined {
  const list: PlainData[] = [];
  do {
    if (list.length >= MAXIMUM_ENTRIES) return undefined;
    const item = readItem(scanner, indent);
    if (item === undefined) return undefined;
    list.push(item);
  } while (hasContent(scanner) && scanner.indent === indent && isItem(scanner));
  return list;
}

function readItem(scanner: Scanner, indent: number): PlainData | undefined {
  const start = scanner.at;
  scanner.at++;
  if (skipToEnd(scanner) || isItem(scanner)) return undefined;
  if (endOfKey(scanner.text, scanner.at, scanner.lineEnd) === undefined) {
    return readInline(scanner, indent);
  }
  scanner.indent = indent + scanner.at - start;
  const map = readBlock(scanner);
  return hasContent(scanner) && scanner.indent > indent ? undefined : map;
}
