import { wrapText } from "../diff/report/wrap-text.ts";
import type { ReportWord } from "./words.ts";
import { reportWords, wordKinds } from "./words.ts";

/** Every word that a report prints, by kind, each with its meaning in one line. */
export function renderWords(): string {
  return Object.entries(wordKinds)
    .map(([kind, heading]) => {
      const words = reportWords.filter((entry) => entry.kind === kind);
      const width = Math.max(...words.map(({ word }) => word.length));
      const lines = words.flatMap(({ word, summary }) =>
        wrapText(`  ${word.padEnd(width)}  ${summary}`, " ".repeat(width + 4)),
      );
      return `${heading}:\n${lines.map((line) => `${line}\n`).join("")}`;
    })
    .join("\n");
}

/** What a page says of a word: all of it, or the section that bears the word, with its heading. */
export function pageOf({ word, isSection }: ReportWord, page: string): string {
  if (!isSection) return page;
  const heading = `\n## ${word}\n`;
  const start = page.indexOf(heading) + 1;
  const end = page.indexOf("\n## ", start);
  return page.slice(start, end === -1 ? page.length : end);
}
