import type { SourcePosition, SourceRange } from "../diagnostics/diagnostic.ts";
import type { TextDocument } from "../diagnostics/text-document.ts";

/** Offsets of one text -> lines and columns. */
export interface TextRanges {
  /** The whole stretch, without the white space at its end. */
  readonly whole: (start: number, end: number) => SourceRange;
  /** The part of the stretch that stands on its first line. At the end of the text: behind its last visible character. */
  readonly firstLine: (start: number, end: number) => SourceRange;
}

/** Costs nothing until the first question. Line breaks are LF, CRLF and CR, as in code frames. */
export function createTextRanges({ file, text }: TextDocument): TextRanges {
  let lineStarts: readonly number[] | undefined;
  const position = (offset: number): SourcePosition => {
    lineStarts ??= findLineStarts(text);
    const line = lineAt(offset, lineStarts);
    return { line: line + 1, column: offset - (lineStarts[line] ?? 0) + 1 };
  };
  const range = (start: number, end: number): SourceRange => ({
    file,
    start: position(start),
    end: position(end),
  });
  return {
    whole: (start, end) => range(start, start + text.slice(start, end).trimEnd().length),
    firstLine: (start, end) => {
      const from = Math.min(start, text.trimEnd().length);
      const lineLength = text.slice(from).search(/[\r\n]|$/);
      return range(from, Math.max(from, Math.min(end, from + lineLength)));
    },
  };
}

function findLineStarts(text: string): readonly number[] {
  const starts = [0];
  for (const { index, 0: lineBreak } of text.matchAll(/\r\n|\r|\n/g)) {
    starts.push(index + lineBreak.length);
  }
  return starts;
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
