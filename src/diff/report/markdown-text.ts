import { quotedParts } from "./quoted-parts.ts";

/**
 * A code span, in which nothing is Markdown, HTML, a mention or a link. The text has no line breaks, and its backslashes come
 * as JSON writes them, so that the one before a vertical bar is ours.
 */
export function codeSpan(text: string): string {
  const fence = "`".repeat(longestRun(text) + 1);
  const pad = /^[` ]|[` ]$/.test(text) ? " " : "";
  return `${fence}${pad}${text}${pad}${fence}`;
}

/** A code span in a cell of a table. */
export function codeCell(text: string): string {
  return codeSpan(text.replaceAll("|", "\\|"));
}

/** Lines as a block of code. */
export function codeBlock(lines: readonly string[], language: string): readonly string[] {
  const fence = "`".repeat(Math.max(3, longestRun(lines.join("\n")) + 1));
  return [`${fence}${language}`, ...lines, fence];
}

/** Sentences of ours in which text of a manifest stands in double quotes: the quoted parts become code. */
export function prose(text: string): string {
  return quotedParts(text)
    .map(({ text: part, isQuoted }) => (isQuoted ? codeSpan(part) : part.replace(SPECIAL, "\\$&")))
    .join("");
}

const SPECIAL = /[\\`*_[\]#|<>~@&$]/g;

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}
