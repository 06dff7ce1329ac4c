import type { SourcePosition, SourceRange } from "../diagnostics/diagnostic.ts";
import type { TextDocument } from "../diagnostics/text-document.ts";

/** Offsets of one text -> lines and columns. */
export interface TextRanges {
  /** The whole stretch, without the white space at its end. */
  readonly whole: (start: number, end: number) => SourceRange;
  /** The part of the stretch that stands on its first line. At the end of the text: behind its last visible character. */
  readonly firstLine: (start: number, end: number) => SourceRange;
}

/** Costs nothing until the first question, and little for each. Line breaks are LF, CRLF and CR, as in code frames. */
export function createTextRanges({ file, text }: TextDocument): TextRanges {
  let known: Lines | undefined;
  const lines = (): Lines => {
    known ??= findLines(text);
    return known;
  };
  const position = (offset: number): SourcePosition => {
    const { starts } = lines();
    const line = lineAt(offset, starts);
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
  };
  const range = (start: number, end: number): SourceRange => ({
    file,
    start: position(start),
    end: position(end),
  });
  return {
    whole: (start, end) => range(start, start + text.slice(start, end).trimEnd().length),
    firstLine: (start, end) => {
      const { starts, ends, visibleLength } = lines();
      const from = Math.min(start, visibleLength);
      const lineEnd = ends[lineAt(from, starts)] ?? text.length;
      return range(from, Math.max(from, Math.min(end, lineEnd)));
    },
  };
}

interface Lines {
  readonly starts: readonly number[];
  /** Where the break of each line stands. */
  readonly ends: readonly number[];
  /** Without the white space at the end of the text. */
  readonly visibleLength: number;
}

function findLines(text: string): Lines {
  const starts = [0];
  const ends: number[] = [];
  // Without a match for each, since a text may have a million.
  for (const lineBreak = /\r\n|\r|\n/g; lineBreak.test(text); ) {
    const start = lineBreak.lastIndex;
    ends.push(text.startsWith("\r\n", start - 2) ? start - 2 : start - 1);
    starts.push(start);
  }
  ends.push(text.length);
  return { starts, ends, visibleLength: text.trimEnd().length };
}

/** The index of the last line that starts at or before an offset. */
function lineAt(offset: number, lineStarts: readonly number[]): number {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
