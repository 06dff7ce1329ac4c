import type { DiffStyle, Paint } from "./diff-paint.ts";
import { effectStyle } from "./diff-paint.ts";
import type { ClusterRow, Overview, OverviewRow } from "./overview.ts";
import { rangeWithHyphen } from "./range-styles.ts";
import type { TotalsRow } from "./show-totals.ts";
import { totalsRows } from "./show-totals.ts";
import { textWidth } from "./text-width.ts";
import { wrapText } from "./wrap-text.ts";

/** With fewer columns for the names of clusters, the amounts stand below them. */
const LEAST_NAME_COLUMNS = 24;
const INDENTATION = "  ";
const GAP = "  ";

/**
 * The overview as lines of so many columns at most: of each cluster its name, below it what happens, and beside them the
 * amounts, those before above those after. All begin with two blanks, so that none begins with text of a manifest.
 */
export function overviewLines(
  overview: Overview,
  columns: number,
  paint: Paint,
): readonly string[] {
  const rows = tableRows(overview);
  const widths = amountWidths(rows);
  const amounts = widths.reduce((sum, width) => sum + GAP.length + width, INDENTATION.length);
  const room = columns - amounts;
  if (room < LEAST_NAME_COLUMNS) return rows.flatMap((row) => stackedLines(row, columns, paint));
  const natural = largest(rows.flatMap(({ left }) => left.map(({ text }) => textWidth(text))));
  const names = Math.min(natural, room);
  return rows.flatMap((row) => besideLines(row, { names, widths, columns }, paint));
}

interface TableWidths {
  readonly names: number;
  readonly widths: readonly number[];
  /** Of the whole table. */
  readonly columns: number;
}

interface Painted {
  readonly text: string;
  readonly style: DiffStyle | undefined;
}

/** A row of the table: what stands on the left, line by line, and on the right the amounts. */
interface TableRow {
  readonly left: readonly Painted[];
  readonly amounts: readonly AmountCell[];
}

type AmountCell = Omit<TotalsRow, "amount">;

function tableRows({ clusters, same, sum, hasTargets }: Overview): readonly TableRow[] {
  const heading = { style: "heading" } as const;
  const what = hasTargets ? "  Target: what happens" : "  What happens";
  return [
    {
      left: [
        { text: "Cluster", ...heading },
        { text: what, ...heading },
      ],
      amounts: AMOUNTS.map((name) => ({ name, before: name, after: name })),
    },
    ...clusters.map((row) => clusterTableRow(row, hasTargets)),
    ...(same === undefined ? [] : [wholeRow(same, undefined)]),
    ...(sum === undefined ? [] : [wholeRow(sum, "heading")]),
  ];
}

const AMOUNTS = Object.freeze(["Pods", "CPU", "Memory", "GPUs"]);

function clusterTableRow(row: ClusterRow, hasTargets: boolean): TableRow {
  const target = hasTargets && row.target !== "" ? `${row.target}: ` : "";
  const style = row.diff.ok ? effectStyle(row.diff.effect) : "rejected";
  return tableRow(row, [
    { text: row.title, style: "title" },
    { text: `  ${target}${row.what}`, style },
  ]);
}

/** A row about several clusters: one line where it can be. */
function wholeRow(row: OverviewRow, style: DiffStyle | undefined): TableRow {
  const whole = `${row.title}: ${row.what}`;
  if (row.what !== "" && whole.length <= LEAST_NAME_COLUMNS) {
    return tableRow(row, [{ text: whole, style }]);
  }
  const what = row.what === "" ? [] : [{ text: `  ${row.what}`, style: undefined }];
  return tableRow(row, [{ text: row.title, style }, ...what]);
}

/** Resources that have no column of their own stand on the left. */
function tableRow({ totals }: OverviewRow, left: readonly Painted[]): TableRow {
  if (totals === undefined) return { left, amounts: [] };
  const rows = totalsRows(totals.before, totals.after, rangeWithHyphen);
  const others = rows.slice(AMOUNTS.length).map(({ name, before, after }) => ({
    text: `  ${name}: ${before === after ? after : `${before} -> ${after}`}`,
    style: undefined,
  }));
  return { left: [...left, ...others], amounts: rows.slice(0, AMOUNTS.length) };
}

function amountWidths(rows: readonly TableRow[]): readonly number[] {
  return AMOUNTS.map((_name, index) =>
    largest(
      rows.flatMap(({ amounts }) => {
        const cell = amounts[index];
        return cell === undefined ? [] : [cell.before.length, afterCell(cell).length];
      }),
    ),
  );
}

function largest(numbers: readonly number[]): number {
  return numbers.reduce((left, right) => Math.max(left, right), 0);
}

function afterCell({ before, after }: AmountCell): string {
  return before === after ? "" : `-> ${after}`;
}

function besideLines(
  { left, amounts }: TableRow,
  { names, widths, columns }: TableWidths,
  paint: Paint,
): readonly string[] {
  const changes = amounts.some((cell) => afterCell(cell) !== "");
  const sides = [amounts.map(({ before }) => before), changes ? amounts.map(afterCell) : []];
  const wrapped = ({ text, style }: Painted, width: number) =>
    wrapText(text, "    ", width).map((line) => ({ text: line, style }));
  const whole = columns - INDENTATION.length;
  const [title = { text: "", style: undefined }, ...others] = left;
  // A title that does not fit has lines of its own, and below the amounts there is room.
  const isLong = textWidth(title.text) > names;
  const above = isLong ? wrapped(title, whole) : [];
  const texts = [
    ...(isLong ? [] : wrapped(title, names)),
    ...others.flatMap((other, index) =>
      wrapped(other, changes || (isLong && index === 0) ? names : whole),
    ),
  ];
  const height = Math.max(texts.length, changes ? 2 : 1);
  const beside = Array.from({ length: height }, (_, index) => {
    const { text, style } = texts[index] ?? { text: "", style: undefined };
    const cells = widths.map((width, column) => (sides[index]?.[column] ?? "").padStart(width));
    const pad = " ".repeat(Math.max(0, names - textWidth(text)));
    return `${INDENTATION}${paintText({ text, style }, paint)}${pad}${GAP}${cells.join(GAP)}`.trimEnd();
  });
  return [...above.map((line) => `${INDENTATION}${paintText(line, paint)}`), ...beside];
}

/** The amounts as a sentence below the names. */
function stackedLines(
  { left, amounts }: TableRow,
  columns: number,
  paint: Paint,
): readonly string[] {
  const isHead = amounts.every(({ name, before }) => name === before);
  const sentence = amounts
    .map((cell) => `${cell.name} ${[cell.before, afterCell(cell)].join(" ").trimEnd()}`)
    .join(", ");
  return [
    ...left.flatMap(({ text, style }) =>
      wrapText(`${INDENTATION}${text}`, "      ", columns).map((line) =>
        paintText({ text: line, style }, paint),
      ),
    ),
    ...(isHead || amounts.length === 0 ? [] : wrapText(`    ${sentence}`, "      ", columns)),
  ];
}

/** Painted but for its indentation. */
function paintText({ text, style }: Painted, paint: Paint): string {
  const shown = text.trimStart();
  if (style === undefined || shown === "") return text;
  return `${text.slice(0, text.length - shown.length)}${paint(style, shown)}`;
}
