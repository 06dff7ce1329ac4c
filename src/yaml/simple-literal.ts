import type { Scanner } from "./simple-scanner.ts";
import { moveToContent } from "./simple-scanner.ts";

/**
 * A text behind `|` or `|-`, its lines indented deeper than its key; undefined where it is not simple: with an indicator of
 * indentation, blank lines before its first line, spaces in blank lines. Moves to the content behind it.
 */
export function readLiteral(scanner: Scanner, indent: number): string | undefined {
  const { text } = scanner;
  const header = text.slice(scanner.at, scanner.lineEnd);
  if ((header !== "|" && header !== "|-") || !text.endsWith("\n")) return undefined;
  const lines: string[] = [];
  const wanted = spacesAt(text, scanner.lineEnd + 1);
  if (wanted <= indent) return undefined;
  for (let start = scanner.lineEnd + 1; start < text.length; start = scanner.lineEnd + 1) {
    const end = text.indexOf("\n", start);
    const spaces = spacesAt(text, start);
    const isBlank = start + spaces === end;
    if (isBlank ? spaces > 0 : spaces < wanted) break;
    lines.push(isBlank ? "" : text.slice(start + wanted, end));
    scanner.lineEnd = end;
  }
  while (lines.at(-1) === "") lines.pop();
  if (lines.length === 0) return undefined;
  // Spaces of a blank line could be content.
  if (text[scanner.lineEnd + 1] === " " && isBlankLine(text, scanner.lineEnd + 1)) return undefined;
  moveToContent(scanner);
  const isBelow = scanner.state !== "content" || scanner.indent <= indent;
  return isBelow ? `${lines.join("\n")}${header === "|" ? "\n" : ""}` : undefined;
}

function spacesAt(text: string, start: number): number {
  let at = start;
  while (text[at] === " ") at++;
  return at - start;
}

function isBlankLine(text: string, start: number): boolean {
  return text[start + spacesAt(text, start)] === "\n";
}
