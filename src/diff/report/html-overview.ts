import type { BarScale } from "./html-bar.ts";
import { barScale, htmlBar } from "./html-bar.ts";
import { htmlCode, htmlText } from "./html-text.ts";
import { outcomeClass } from "./outcome-class.ts";
import type { ClusterRow, Overview, OverviewRow } from "./overview.ts";
import { rangeWithDash } from "./range-styles.ts";
import type { TotalsRow } from "./show-totals.ts";
import { totalsRows } from "./show-totals.ts";

/**
 * The overview as a table, its clusters with links to their details. On a narrow screen each row is a block, so every cell
 * knows what its column is called.
 */
export function htmlOverview(
  { clusters, same, sum, hasTargets }: Overview,
  anchorOf: (row: ClusterRow) => string,
): string {
  const scale = barScale(clusters);
  const rows = [
    ...clusters.map((row) => clusterRow(row, anchorOf(row), hasTargets, scale)),
    ...(same === undefined ? [] : [wholeRow(same, "same", hasTargets)]),
    ...(sum === undefined ? [] : [wholeRow(sum, "sum", hasTargets)]),
  ];
  const target = hasTargets ? '<th scope="col">Target</th>' : "";
  const amounts = AMOUNTS.map((name) => `<th scope="col" class="amount">${name}</th>`).join("");
  return [
    '<table class="overview">',
    `<thead><tr><th scope="col">Cluster</th>${target}<th scope="col">What happens</th>${amounts}</tr></thead>`,
    "<tbody>",
    ...rows,
    "</tbody>",
    "</table>",
  ].join("\n");
}

const AMOUNTS = Object.freeze(["Pods", "CPU", "Memory", "Accelerators"]);

function clusterRow(row: ClusterRow, anchor: string, hasTargets: boolean, scale: BarScale): string {
  const target = hasTargets ? cell("Target", row.target === "" ? "" : htmlCode(row.target)) : "";
  const words = `<span class="outcome ${outcomeClass(row.diff)}">${htmlText(row.what)}</span>`;
  return `<tr><th scope="row"><a href="#${anchor}">${htmlCode(row.title)}</a></th>${target}${cell("What happens", words)}${amountCells(row, scale)}</tr>`;
}

/** A row about several clusters, without a bar. */
function wholeRow(row: OverviewRow, kind: "same" | "sum", hasTargets: boolean): string {
  const target = hasTargets ? cell("Target", "") : "";
  return `<tr class="${kind}"><th scope="row">${htmlText(row.title)}</th>${target}${cell("What happens", htmlText(row.what))}${amountCells(row, new Map())}</tr>`;
}

function amountCells({ totals }: OverviewRow, scale: BarScale): string {
  if (totals === undefined) return AMOUNTS.map((name) => cell(name, "", "amount")).join("");
  const rows = totalsRows(totals.before, totals.after, rangeWithDash);
  const shown = (row: TotalsRow, unit: string) =>
    `<span class="line">${change(row, unit)}</span>${htmlBar(row, totals, scale)}`;
  const [gpus, ...others] = rows.slice(AMOUNTS.length - 1);
  const accelerators = [
    ...(gpus === undefined ? [] : [shown(gpus, " GPUs")]),
    ...others.map((row) => shown(row, ` ${htmlCode(row.name)}`)),
  ];
  return [
    ...rows.slice(0, AMOUNTS.length - 1).map((row) => cell(row.name, shown(row, ""), "amount")),
    cell("Accelerators", accelerators.join(""), "amount"),
  ].join("");
}

function change({ before, after }: TotalsRow, unit: string): string {
  const now = `<span class="now">${after}</span>`;
  if (before === after) return `${now}${unit}`;
  const was = `<span class="was">${before}</span>`;
  return after === "none" ? `${was}${unit} → ${now}` : `${was} → ${now}${unit}`;
}

function cell(column: string, content: string, kind = ""): string {
  const names = [kind, content === "" ? "empty" : ""].filter((name) => name !== "").join(" ");
  const attribute = names === "" ? "" : ` class="${names}"`;
  return `<td${attribute} data-column="${column}">${content}</td>`;
}
