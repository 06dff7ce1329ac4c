import type { Target } from "../diagnostics/diagnostic.ts";
import type { Path } from "../diagnostics/path.ts";
import { readFlow, readFlowValue } from "./simple-flow.ts";
import type { Scanner } from "./simple-scanner.ts";
import {
  createScanner,
  endOfKey,
  endOfPlain,
  endOfQuoted,
  hasContent,
  isItem,
  moveToContent,
  skipSpaces,
  skipToEnd,
} from "./simple-scanner.ts";

/** Where something stands in a text: offsets. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * The place of a path in a text of one document that `readSimpleText` reads: as `createRangeOf` has it, found without a tree
 * of the text. Undefined for the few places whose end takes more to know: texts of several lines, and objects in lists.
 * Takes time in the length of the text.
 */
export function simplePlace(text: string, path: Path, target: Target): Stretch | undefined {
  const scanner = createScanner(text);
  moveToContent(scanner);
  if (scanner.state === "mark") moveToContent(scanner);
  let node: Node = { kind: "block", key: undefined, start: scanner.at, end: scanner.at };
  for (const step of path) {
    const child = childAt(scanner, node, step);
    // What is missing has the place of what is around it.
    if (child === undefined) return placeOfKey(node);
    node = child;
  }
  return target === "key" ? placeOfKey(node) : placeOfValue(node);
}

/** A value of a text; the scanner stands where it begins. */
interface Node {
  /** A block is a list or an object over several lines, and flow is one in brackets; what has no text is nothing. */
  readonly kind: "block" | "flow" | "literal" | "scalar" | "nothing";
  /** Where the key is that holds it: nowhere for the root and for the items of lists. */
  readonly key: Stretch | undefined;
  readonly start: number;
  /** Unknown where it takes more to find: behind a literal, and behind a block without a key. */
  readonly end: number | undefined;
}

function placeOfKey(node: Node): Stretch | undefined {
  return node.key ?? placeOfValue(node);
}

function placeOfValue({ kind, key, start, end }: Node): Stretch | undefined {
  if (kind === "nothing" || (kind === "block" && key !== undefined)) return key;
  return end === undefined ? undefined : { start, end };
}

function childAt(scanner: Scanner, { kind }: Node, step: string | number): Node | undefined {
  if (kind === "flow") return flowChild(scanner, step);
  if (kind !== "block") return undefined;
  if (isItem(scanner)) return typeof step === "number" ? itemAt(scanner, step) : undefined;
  return memberAt(scanner, String(step));
}

function itemAt(scanner: Scanner, index: number): Node | undefined {
  const { indent } = scanner;
  for (let passed = 0; passed < index; passed++) {
    do moveToContent(scanner);
    while (hasContent(scanner) && scanner.indent > indent);
    if (!hasContent(scanner) || scanner.indent < indent || !isItem(scanner)) return undefined;
  }
  const dash = scanner.at;
  scanner.at++;
  skipSpaces(scanner);
  const { at } = scanner;
  if (endOfKey(scanner.text, at, scanner.lineEnd) === undefined) return inline(scanner, undefined);
  scanner.indent = indent + at - dash;
  return { kind: "block", key: undefined, start: at, end: undefined };
}

function memberAt(scanner: Scanner, name: string): Node | undefined {
  const { text, indent } = scanner;
  do {
    const start = scanner.at;
    const end = endOfKey(text, start, scanner.lineEnd);
    if (end === undefined) return undefined;
    if (keyText(text, start, end) === name) {
      scanner.at = end + 1;
      return valueBehind(scanner, { start, end }, indent);
    }
    // The items of a list may stand below its key.
    do moveToContent(scanner);
    while (
      hasContent(scanner) &&
      (scanner.indent > indent || (scanner.indent === indent && isItem(scanner)))
    );
  } while (hasContent(scanner) && scanner.indent === indent);
  return undefined;
}

function keyText(text: string, start: number, end: number): string {
  const isQuoted = text[start] === '"' || text[start] === "'";
  return isQuoted ? text.slice(start + 1, end - 1) : text.slice(start, end);
}

function valueBehind(scanner: Scanner, key: Stretch, indent: number): Node {
  if (!skipToEnd(scanner)) return inline(scanner, key);
  moveToContent(scanner);
  const isBlock =
    hasContent(scanner) &&
    (scanner.indent > indent || (scanner.indent === indent && isItem(scanner)));
  const { at } = scanner;
  return { kind: isBlock ? "block" : "nothing", key, start: at, end: at };
}

/** A value that begins on the current line, and ends with it where it is no literal. */
function inline(scanner: Scanner, key: Stretch | undefined): Node {
  const { text, at, lineEnd } = scanner;
  const first = text[at];
  if (first === "|") return { kind: "literal", key, start: at, end: undefined };
  if (first === "[" || first === "{") {
    const behind = { ...scanner };
    readFlow(behind);
    return { kind: "flow", key, start: at, end: behind.at };
  }
  const isQuoted = first === '"' || first === "'";
  const end = isQuoted ? endOfQuoted(text, at, lineEnd) : endOfPlain(text, at, lineEnd);
  return { kind: "scalar", key, start: at, end };
}

function flowChild(scanner: Scanner, step: string | number): Node | undefined {
  const { text } = scanner;
  const isList = text[scanner.at] === "[";
  if (isList && typeof step !== "number") return undefined;
  for (let index = 0; ; index++) {
    // The bracket, or the comma.
    scanner.at++;
    skipSpaces(scanner);
    const start = scanner.at;
    const end = isList ? start : endOfKey(text, start, scanner.lineEnd);
    if (end === undefined || text[start] === "]") return undefined;
    if (!isList) {
      scanner.at = end + 1;
      skipSpaces(scanner);
    }
    const valueStart = scanner.at;
    const isFlow = text[valueStart] === "[" || text[valueStart] === "{";
    readFlowValue(scanner);
    if (isList ? index === step : keyText(text, start, end) === String(step)) {
      const key = isList ? undefined : { start, end };
      const kind = isFlow ? "flow" : "scalar";
      const node: Node = { kind, key, start: valueStart, end: scanner.at };
      scanner.at = valueStart;
      return node;
    }
    skipSpaces(scanner);
    if (text[scanner.at] !== ",") return undefined;
  }
}
