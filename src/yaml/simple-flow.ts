import type { PlainData } from "../diagnostics/plain-data.ts";
import type { Scanner } from "./simple-scanner.ts";
import {
  endOfKey,
  endOfQuoted,
  endOfWord,
  plainValue,
  quotedValue,
  skipSpaces,
} from "./simple-scanner.ts";

const MOST_LEVELS = 32;

/** A list or an object in brackets, on one line; undefined where it is not simple. Moves behind it. */
export function readFlow(scanner: Scanner): PlainData | undefined {
  if (scanner.level >= MOST_LEVELS) return undefined;
  scanner.level++;
  const data = scanner.text[scanner.at] === "[" ? readFlowList(scanner) : readFlowMap(scanner);
  scanner.level--;
  return data;
}

function readFlowList(scanner: Scanner): PlainData | undefined {
  const list: PlainData[] = [];
  if (isEmpty(scanner, "]")) return list;
  do {
    const value = readFlowValue(scanner);
    if (value === undefined) return undefined;
    list.push(value);
  } while (isFollowed(scanner));
  return closes(scanner, "]") && list.length <= MOST_ENTRIES ? list : undefined;
}

function readFlowMap(scanner: Scanner): PlainData | undefined {
  const map: Record<string, PlainData> = {};
  if (isEmpty(scanner, "}")) return map;
  let entries = 0;
  do {
    const { text, at } = scanner;
    const end = endOfKey(text, at, scanner.lineEnd);
    if (end === undefined) return undefined;
    const isQuoted = text[at] === '"' || text[at] === "'";
    const key = isQuoted ? text.slice(at + 1, end - 1) : text.slice(at, end);
    if (Object.hasOwn(map, key) || ++entries > MOST_ENTRIES) return undefined;
    scanner.at = end + 1;
    skipSpaces(scanner);
    const value = readFlowValue(scanner);
    if (value === undefined) return undefined;
    map[key] = value;
  } while (isFollowed(scanner));
  return closes(scanner, "}") ? map : undefined;
}

/** A line holds no more. */
const MOST_ENTRIES = 1_000;

/** Any value in brackets. Moves behind it. */
export function readFlowValue(scanner: Scanner): PlainData | undefined {
  const first = scanner.text[scanner.at];
  return first === "[" || first === "{" ? readFlow(scanner) : readFlowScalar(scanner);
}

/** A text in quotes, or one word. Moves behind it. */
export function readFlowScalar(scanner: Scanner): PlainData | undefined {
  const { text, at } = scanner;
  if (text[at] === '"' || text[at] === "'") {
    const end = endOfQuoted(text, at, scanner.lineEnd);
    if (end === undefined) return undefined;
    scanner.at = end;
    return quotedValue(text.slice(at, end));
  }
  const end = endOfFlowWord(text, at);
  scanner.at = end;
  return plainValue(text.slice(at, end));
}

/** A colon within a word is one of it, as in registry/image:tag. */
function endOfFlowWord(text: string, at: number): number {
  let end = at;
  for (;;) {
    end = endOfWord(text, end);
    if (text[end] !== ":" || !AFTER_COLON.test(text[end + 1] ?? "")) return end;
    end++;
  }
}

const AFTER_COLON = /[A-Za-z0-9/]/;

/** Moves behind the opening bracket, and behind the closing one where nothing is between. */
function isEmpty(scanner: Scanner, close: string): boolean {
  scanner.at++;
  skipSpaces(scanner);
  return closes(scanner, close);
}

/** Moves behind a comma, to what follows it. */
function isFollowed(scanner: Scanner): boolean {
  skipSpaces(scanner);
  if (scanner.text[scanner.at] !== ",") return false;
  scanner.at++;
  skipSpaces(scanner);
  return true;
}

function closes(scanner: Scanner, close: string): boolean {
  if (scanner.text[scanner.at] !== close) return false;
  scanner.at++;
  return true;
}
