import { count } from "../diagnostics/show.ts";
import type { TextMistake } from "./text-mistake.ts";
import type { TextRanges } from "./text-ranges.ts";
import type { ErrorCode, YAMLError } from "./yaml-package.ts";

/**
 * The line whose indentation is wrong, where an error of the `yaml` package comes from that: the package points at the
 * value of the line before, which is right. Undefined for any other error.
 */
export function indentationMistake(
  error: YAMLError,
  text: string,
  ranges: TextRanges,
): TextMistake | undefined {
  if (!CODES.has(error.code)) return undefined;
  const line = wrongLine(error, text);
  if (line === undefined) return undefined;
  const before = contentLineBefore(line, text);
  if (before === undefined) return undefined;
  // What is below a key without a value is deeper as it should be: something else is wrong with the line.
  const isBelowKey = line.content - line.start > before.value - before.start;
  if (isBelowKey && isOpenKey(before, text)) return undefined;
  const described = describe(line, before, ranges);
  if (described === undefined) return undefined;
  return { code: "yaml-syntax", start: line.content, end: line.end, ...described };
}

const CODES: ReadonlySet<ErrorCode> = new Set([
  "BAD_INDENT",
  "BLOCK_AS_IMPLICIT_KEY",
  "MISSING_CHAR",
  "MULTILINE_IMPLICIT_KEY",
  "UNEXPECTED_TOKEN",
]);

/** Offsets of a line that has content. Nobody writes more than a thousand spaces before it. */
interface ContentLine {
  readonly start: number;
  /** Behind the spaces. */
  readonly content: number;
  /** Behind dashes, too. */
  readonly value: number;
  readonly end: number;
}

function wrongLine({ code, pos: [start] }: YAMLError, text: string): ContentLine | undefined {
  const line = lineAt(start, text);
  // Lines without content before it are taken for its beginning.
  if (line === undefined && code === "BAD_INDENT") return contentLineAfter(start, text);
  if (line !== undefined && start <= line.content) return line;
  if (code !== "BLOCK_AS_IMPLICIT_KEY" || line === undefined) return undefined;
  // With a second colon or a dash behind it, the line itself is wrong.
  const rest = text.slice(start, line.end);
  return /^- |:(?:\s|$)/.test(rest) ? undefined : contentLineAfter(line.end, text);
}

function describe(
  line: ContentLine,
  before: ContentLine,
  ranges: TextRanges,
): Pick<TextMistake, "message" | "hint"> | undefined {
  const [here, there] = [line, before].map(
    ({ content }) => ranges.firstLine(content, content).start.line,
  );
  const [indent, wanted] = [line.content - line.start, before.value - before.start];
  const isItem = line.value > line.content;
  if (indent === before.content - before.start && before.value > before.content && !isItem) {
    return {
      message: `Line ${here} is not a list item, but line ${there} is.`,
      hint: "Indent it to match the item that it belongs to, or start it with a dash.",
    };
  }
  const likeIt = isItem && before.value > before.content ? before.content - before.start : wanted;
  const columns =
    likeIt === 0
      ? "Start it at the beginning of the line"
      : `Indent it by ${count(likeIt, "space")}`;
  if (indent > wanted) {
    return {
      message: `Line ${here} is indented deeper than line ${there}, which already has a value.`,
      hint: `${columns}, like line ${there}.`,
    };
  }
  if (indent < wanted) {
    return {
      message: `Line ${here} is indented less than line ${there}, but matches no line above that it could belong to.`,
      hint: `${columns}, like line ${there}, or to match what it belongs to.`,
    };
  }
  if (!isItem || before.value > before.content) return undefined;
  return {
    message: `Line ${here} is a list item, but line ${there} is a key with a value.`,
    hint: "Put the item below a key without a value, or remove its dash.",
  };
}

/** Whether a line ends with the colon of a key, or is the dash of an item alone. */
function isOpenKey({ value, end }: ContentLine, text: string): boolean {
  if (value >= end) return true;
  const colon = text.lastIndexOf(":", end);
  return (
    colon >= value &&
    /^:(?:[ \t]+#.*)?$/.test(text.slice(colon, Math.min(end, colon + MAXIMUM_SPACES)))
  );
}

/** Lines that are looked through for one with content. */
const MAXIMUM_LINES = 100;
const MAXIMUM_SPACES = 1_000;

function contentLineBefore({ start }: ContentLine, text: string): ContentLine | undefined {
  let end = start - 1;
  for (let looked = 0; looked < MAXIMUM_LINES && end >= 0; looked++) {
    const line = lineAt(end, text);
    if (line !== undefined) return isMark(line, text) ? undefined : line;
    end = text.lastIndexOf("\n", end - 1);
  }
  return undefined;
}

function contentLineAfter(offset: number, text: string): ContentLine | undefined {
  const lineBreak = text.indexOf("\n", offset);
  let start = lineBreak === -1 ? text.length : lineBreak + 1;
  for (let looked = 0; looked < MAXIMUM_LINES && start < text.length; looked++) {
    const line = lineAt(start, text);
    if (line !== undefined) return line;
    const next = text.indexOf("\n", start);
    if (next === -1) return undefined;
    start = next + 1;
  }
  return undefined;
}

/** The line around an offset; undefined where it holds nothing but a comment. */
function lineAt(offset: number, text: string): ContentLine | undefined {
  const start = offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
  const next = text.indexOf("\n", offset);
  const end = next === -1 ? text.length : next;
  const head = text.slice(start, Math.min(end, start + MAXIMUM_SPACES));
  const content = head.search(/[^ ]/);
  if (content === -1 || /[\t\r#]/.test(head.charAt(content))) return undefined;
  const dashes = /^(?:- +)+(?=\S)/.exec(head.slice(content))?.[0] ?? "";
  const isBareDash = dashes === "" && /^-\s*$/.test(head.slice(content));
  return {
    start,
    content: start + content,
    value: start + content + (isBareDash ? 1 : dashes.length),
    end: start + text.slice(start, end).trimEnd().length,
  };
}

function isMark({ start }: ContentLine, text: string): boolean {
  return text.startsWith("---", start) || text.startsWith("...", start);
}
