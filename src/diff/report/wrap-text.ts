import { characterWidth, textWidth } from "./text-width.ts";

/** Columns of a line at most, as far as the text has places to break it. */
export const LINE_COLUMNS = 80;

/**
 * A text as lines of at most 80 columns, or as many as given: broken at spaces, else before a step of a path, behind a punctuation mark or
 * between wide characters, else anywhere. All lines but the first begin with an indentation, and none of them with two
 * colons, which would be a workflow command to GitHub's runner.
 */
export function wrapText(
  text: string,
  indentation: string,
  columns: number = LINE_COLUMNS,
): readonly string[] {
  const lines: string[] = [];
  let rest = text;
  let indent = "";
  while (
    textWidth(indent + rest.slice(0, columns)) + Math.max(0, rest.length - columns) >
    columns
  ) {
    const end = breakAt(rest, columns - indent.length);
    if (end >= rest.length) break;
    lines.push(`${indent}${rest.slice(0, end).trimEnd()}`);
    rest = rest.slice(end).replace(/^ /, "");
    indent = indentation;
  }
  lines.push(`${indent}${rest}`);
  return lines;
}

/** How far the text goes on a line of so many columns; to its end where it fits or cannot be broken. */
function breakAt(text: string, columns: number): number {
  const start = /^ */.exec(text)?.[0].length ?? 0;
  const fitting = unitsThatFit(text, columns);
  if (fitting >= text.length) return text.length;
  let mark: number | undefined;
  let anywhere: number | undefined;
  for (let end = fitting; end > start; end--) {
    if (isCommand(text, end) || isHalf(text, end)) continue;
    if (isBetweenWords(text, end)) return end > fitting / 3 || mark === undefined ? end : mark;
    if (mark === undefined && isMark(text, end)) mark = end;
    anywhere ??= end;
  }
  return mark ?? anywhere ?? text.length;
}

/** How many UTF-16 units fit. */
function unitsThatFit(text: string, columns: number): number {
  let width = 0;
  let end = 0;
  for (const character of text) {
    width += characterWidth(character);
    if (width > columns) return end;
    end += character.length;
  }
  return end;
}

/** Whether the next line would begin with two colons. */
function isCommand(text: string, end: number): boolean {
  return /^ *::/.test(text.slice(end, end + LINE_COLUMNS));
}

/** Whether a surrogate pair or an escape such as `\u202e` would be cut. */
function isHalf(text: string, end: number): boolean {
  return (
    /[\udc00-\udfff]/.test(text.charAt(end)) ||
    /\\(?:u[0-9a-f]{0,3})?$/.test(text.slice(end - 5, end))
  );
}

/** A space that ends a word; the line that follows does not begin with it, and not with an arrow. */
function isBetweenWords(text: string, end: number): boolean {
  if (text.startsWith(" -> ", end)) return false;
  return text.charAt(end) === " " && text.charAt(end - 1) !== " ";
}

function isMark(text: string, end: number): boolean {
  const [before, after] = [text.charAt(end - 1), text.charAt(end)];
  if (/[.[]/.test(after) && /[\w\])"]/.test(before)) return true;
  return /[,;/=]/.test(before) || characterWidth(before) === 2 || characterWidth(after) === 2;
}
