import type { ManifestDiff, Totals } from "../compare/manifest-diff.ts";
import { codeCell } from "./markdown-text.ts";
import { showData } from "./show-data.ts";
import { totalsRows } from "./show-totals.ts";
import { showTitle, summarize } from "./summarize.ts";

export interface MarkdownTable {
  readonly text: string;
  /** How many rows did not fit. */
  readonly omitted: number;
}

const HEAD = `| Cluster | What happens | Pods | CPU | Memory | GPUs |
| --- | --- | --- | --- | --- | --- |
`;

/** One row a cluster, as many as fit; nothing where there is none. */
export function markdownTable(diffs: readonly ManifestDiff[], room: number): MarkdownTable {
  if (diffs.length === 0) return { text: "", omitted: 0 };
  let text = HEAD;
  let shown = 0;
  for (const diff of diffs) {
    const row = tableRow(diff);
    if (text.length + row.length > room) break;
    text += row;
    shown++;
  }
  return { text, omitted: diffs.length - shown };
}

function tableRow(diff: ManifestDiff): string {
  const cells = diff.ok
    ? [summarize(diff), ...amountCells(diff.totals.before, diff.totals.after)]
    : ["cannot be compared", "", "", "", ""];
  return `| ${[titleCell(showTitle(diff)), ...cells].join(" | ")} |\n`;
}

/** Titles with backslashes and bars are quoted as JSON, so that a bar cannot end the cell. */
function titleCell(title: string): string {
  return codeCell(/[\\|]/.test(title) ? showData(title) : title);
}

function amountCells(before: Totals | null, after: Totals | null): readonly string[] {
  return totalsRows(before, after).map((row) =>
    row.before === row.after ? row.after : `${row.before} → ${row.after}`,
  );
}
