import { codeCell } from "./markdown-text.ts";
import type { ClusterRow, Overview, OverviewRow } from "./overview.ts";
import { rangeWithFirmHyphen } from "./range-styles.ts";
import { showData } from "./show-data.ts";
import type { TotalsRow } from "./show-totals.ts";
import { totalsRows } from "./show-totals.ts";

export interface MarkdownTable {
  readonly text: string;
  /** How many clusters did not fit. */
  readonly omitted: number;
}

/** One row a cluster, as many as fit, then those that are the same and the sums; nothing where all are the same. */
export function markdownTable(overview: Overview, room: number): MarkdownTable {
  const { clusters, same, sum } = overview;
  if (clusters.length === 0) return { text: "", omitted: 0 };
  const columns = { hasTargets: overview.hasTargets, hasResources: hasResources(overview) };
  const end = [same, sum].flatMap((row) => (row === undefined ? [] : [wholeRow(row, columns)]));
  const rows = [headRow(columns)];
  let left = room - [...rows, ...end].join("").length;
  let shown = 0;
  for (const row of clusters) {
    const text = clusterRow(row, columns);
    left -= text.length;
    if (left < 0) break;
    rows.push(text);
    shown++;
  }
  return { text: [...rows, ...end].join(""), omitted: clusters.length - shown };
}

/** Which columns there are besides those that are always there. */
interface TableColumns {
  readonly hasTargets: boolean;
  /** Whether there are accelerators, or other extended resources, that are no GPUs. */
  readonly hasResources: boolean;
}

function hasResources({ clusters, same, sum }: Overview): boolean {
  return [...clusters, same, sum].some(
    (row) => row?.totals !== undefined && amountRows(row.totals).length > COLUMNS,
  );
}

/** Pods, CPU, memory and GPUs. */
const COLUMNS = 4;

function headRow({ hasTargets, hasResources: others }: TableColumns): string {
  const cluster = hasTargets ? "Cluster and target" : "Cluster";
  const names = [cluster, "What happens", "Pods", "CPU", "Memory"];
  const cells = [...names, others ? "Accelerators" : "GPUs"];
  const marks = cells.map((_cell, index) => (index < cells.length - COLUMNS ? "---" : "--:"));
  return `${tableRow(cells)}${tableRow(marks)}`;
}

function clusterRow(row: ClusterRow, columns: TableColumns): string {
  // A column for targets would leave too little room for words.
  const target = columns.hasTargets && row.target !== "" ? `<br>${foreignCell(row.target)}` : "";
  return tableRow([`${foreignCell(row.title)}${target}`, row.what, ...amountCells(row, columns)]);
}

/** A row about several clusters, all words of ours. */
function wholeRow(row: OverviewRow, columns: TableColumns): string {
  return tableRow([`**${row.title}**`, row.what, ...amountCells(row, columns)]);
}

function tableRow(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |\n`;
}

/** Texts with backslashes and bars are quoted as JSON, so that a bar cannot end the cell. */
function foreignCell(text: string): string {
  return codeCell(/[\\|]/.test(text) ? showData(text) : text);
}

function amountCells(
  { totals }: OverviewRow,
  { hasResources: others }: TableColumns,
): readonly string[] {
  if (totals === undefined) return Array.from({ length: COLUMNS }, () => "");
  const rows = amountRows(totals);
  const cells = rows.slice(0, COLUMNS).map((row) => change(row));
  if (!others) return cells;
  const accelerators = rows
    .slice(COLUMNS - 1)
    .map((row, index) => change(row, ` ${index === 0 ? "GPUs" : foreignCell(row.name)}`));
  return [...cells.slice(0, -1), accelerators.join("<br>")];
}

function amountRows({ before, after }: NonNullable<OverviewRow["totals"]>): readonly TotalsRow[] {
  return totalsRows(before, after, rangeWithFirmHyphen);
}

/** A line can be broken before the arrow alone. */
function change({ before, after }: TotalsRow, unit = ""): string {
  if (before === after) return `${after}${unit}`;
  if (after === "none") return `${before}${unit} →\u00a0${after}`;
  return `${before} →\u00a0${after}${unit}`;
}
