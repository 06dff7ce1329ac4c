import { readableCount, readableCpu, readableMemory } from "../../quantity/readable-amount.ts";
import type { ClusterAmounts, Totals } from "../compare/manifest-diff.ts";

/** One line of a table of totals: what is counted, before and after. */
export interface TotalsRow {
  readonly name: "Pods" | "CPU" | "Memory" | "GPUs";
  readonly before: string;
  readonly after: string;
}

type ShowAmount = (amounts: ClusterAmounts) => string;

/** Pods, CPU, memory and GPUs, from the fewest to the most: `2 to 6`, `40Gi or more`, `none` where there is no cluster. */
export function totalsRows(before: Totals | null, after: Totals | null): readonly TotalsRow[] {
  return amountRows.map(([name, show]) => ({
    name,
    before: showRange(before, show),
    after: showRange(after, show),
  }));
}

const amountRows: readonly (readonly [TotalsRow["name"], ShowAmount])[] = Object.freeze([
  ["Pods", ({ pods }) => readableCount(pods)],
  ["CPU", ({ cpu_millis }) => readableCpu(cpu_millis)],
  ["Memory", ({ memory_bytes }) => readableMemory(memory_bytes)],
  ["GPUs", ({ gpus }) => readableCount(gpus)],
]);

function showRange(totals: Totals | null, show: ShowAmount): string {
  if (totals === null) return "none";
  const least = show(totals.minimum);
  if (totals.maximum === null) return `${least} or more`;
  const most = show(totals.maximum);
  return least === most ? least : `${least} to ${most}`;
}
