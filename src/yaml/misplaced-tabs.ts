import { isJson } from "./is-json.ts";
import type { TextMistake } from "./text-mistake.ts";
import { MAXIMUM_MISTAKES } from "./text-mistake.ts";

/**
 * Tabs that Go's readers refuse and other readers take: where a line of block style begins, also an empty one, behind the
 * sign of an item or of a key, and before the first line of a block of text (go-yaml 2, scannerc.go: a tab separates only
 * where no key can begin). `lexemes` are those of the text.
 */
export function misplacedTabs(text: string, lexemes: Iterable<string>): readonly TextMistake[] {
  if (!text.includes("\t") || isJson(text)) return [];
  const mistakes: TextMistake[] = [];
  let place: Place = START;
  let offset = 0;
  for (const lexeme of lexemes) {
    if (MARKS.has(lexeme)) {
      place = { ...place, isScalar: place.isScalar || lexeme === SCALAR };
      continue;
    }
    const at = tabIn(lexeme, place);
    if (at !== -1 && mistakes.push(mistake(offset + at)) >= MAXIMUM_MISTAKES) break;
    place = behind(lexeme, place);
    offset += lexeme.length;
  }
  return mistakes;
}

/** Of the lexer: the start of a document, the end of brackets that were not closed, and what follows is a scalar. */
const MARKS: ReadonlySet<string> = new Set(["\u0002", "\u0018", "\u001f"]);
const SCALAR = "\u001f";

interface Place {
  /** How many brackets are open. */
  readonly depth: number;
  /** Whether a key can begin here. */
  readonly mayBeKey: boolean;
  /** Whether a line begins with it. */
  readonly isLineStart: boolean;
  /** Whether the last content was text without quotes, which takes in the empty lines behind it. */
  readonly isBehindPlain: boolean;
  /** Whether the next lexeme is text without quotes, or a block of text behind its header. */
  readonly isScalar: boolean;
  readonly header: string | undefined;
}

const START: Place = Object.freeze({
  depth: 0,
  mayBeKey: true,
  isLineStart: true,
  isBehindPlain: false,
  isScalar: false,
  header: undefined,
});

/** Where a lexeme has a tab that is refused, or -1. */
function tabIn(lexeme: string, place: Place): number {
  if (place.isScalar) return place.header === undefined ? -1 : tabInBlock(lexeme, place.header);
  if (!BLANK.test(lexeme) || place.depth > 0 || !place.mayBeKey) return -1;
  // Behind text without quotes, it depends on how deep the text is.
  if (place.isBehindPlain && !(place.isLineStart && lexeme.startsWith("\t"))) return -1;
  return lexeme.indexOf("\t");
}

const BLANK = /^[ \t]+$/;
const INDICATORS: ReadonlySet<string> = new Set(["-", "?"]);

/** A tab before the first line with content, unless the header says how deep that is. */
function tabInBlock(block: string, header: string): number {
  if (/[1-9]/.test(header)) return -1;
  const [leading = ""] = /^[ \t\r\n]*/.exec(block) ?? [];
  return leading.indexOf("\t");
}

function behind(lexeme: string, place: Place): Place {
  const { depth } = place;
  if (place.isScalar) {
    const isBlock = place.header !== undefined;
    return { ...START, depth, mayBeKey: isBlock, isLineStart: isBlock, isBehindPlain: !isBlock };
  }
  if (lexeme === "\n" || lexeme === "\r\n") return { ...place, mayBeKey: true, isLineStart: true };
  if (BLANK.test(lexeme)) return { ...place, isLineStart: false };
  const inside = { ...START, isLineStart: false, mayBeKey: false };
  switch (lexeme[0]) {
    case "#":
      return { ...place, isBehindPlain: false, isLineStart: false };
    case "|":
    case ">":
      return { ...inside, depth, header: lexeme };
    case "[":
    case "{":
      return { ...inside, depth: depth + 1 };
    case "]":
    case "}":
      return { ...inside, depth: Math.max(0, depth - 1) };
    default:
      return { ...inside, depth, mayBeKey: INDICATORS.has(lexeme) };
  }
}

function mistake(start: number): TextMistake {
  return {
    code: "yaml-syntax",
    start,
    end: start + 1,
    message: "This line is indented with a tab, which kubectl and Helm do not accept.",
    hint: "Use spaces.",
  };
}
