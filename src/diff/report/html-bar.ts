import type { Totals } from "../compare/manifest-diff.ts";
import type { ClusterRow } from "./overview.ts";
import type { TotalsRow } from "./show-totals.ts";
import { totalsRows } from "./show-totals.ts";

/** The largest amount of each row of totals, by its name: a bar of that amount is as wide as there is room. */
export type BarScale = ReadonlyMap<string, number>;

export function barScale(rows: readonly ClusterRow[]): BarScale {
  const scale = new Map<string, number>();
  for (const { totals } of rows) {
    if (totals === undefined) continue;
    for (const { name, amount } of totalsRows(totals.before, totals.after)) {
      for (const side of [totals.before, totals.after]) {
        const most = side === null ? 0 : amount(side.maximum ?? side.minimum);
        scale.set(name, Math.max(most, scale.get(name) ?? 0));
      }
    }
  }
  return scale;
}

/**
 * A drawing of an amount before, above, and after, below: full colour to the least, pale to the most, to the end where there
 * is no bound. The same is drawn once, nothing not at all. It is SVG with numbers alone, so no policy forbids it.
 */
export function htmlBar(
  row: TotalsRow,
  totals: { readonly before: Totals | null; readonly after: Totals | null },
  scale: BarScale,
): string {
  const largest = scale.get(row.name) ?? 0;
  if (largest === 0) return "";
  const bars =
    row.before === row.after
      ? sideBars(totals.after, row, largest, "same", 3)
      : [
          ...sideBars(totals.before, row, largest, "before", 0),
          ...sideBars(totals.after, row, largest, "after", 6),
        ];
  return `<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">${bars.join("")}</svg>`;
}

function sideBars(
  totals: Totals | null,
  { amount }: TotalsRow,
  largest: number,
  side: "before" | "after" | "same",
  top: number,
): readonly string[] {
  if (totals === null) return [];
  const width = (value: number) => Math.round((1000 * value) / largest) / 10;
  const least = width(amount(totals.minimum));
  const most = totals.maximum === null ? 100 : width(amount(totals.maximum));
  const bar = (kind: "least" | "most", wide: number) =>
    wide > 0 ? [`<rect class="${side} ${kind}" y="${top}" width="${wide}" height="4"/>`] : [];
  return [...(most > least ? bar("most", most) : []), ...bar("least", least)];
}
