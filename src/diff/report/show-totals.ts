import { defuse } from "../../diagnostics/defuse.ts";
import { formatCount } from "../../diagnostics/show.ts";
import type { ClusterAmounts, Totals } from "../compare/manifest-diff.ts";
import { countsAsGpu } from "../compare/pod-amounts.ts";

/** One line of a table of totals: what is counted, before and after. */
export interface TotalsRow {
  readonly name: "Pods" | "CPU" | "Memory" | "GPUs";
  readonly before: string;
  readonly after: string;
}

/** The same of an extended resource, by its key. */
export interface ResourceRow {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

type ShowAmount = (amounts: ClusterAmounts) => string;

const SHOWN_RESOURCES = 10;

/** Extended resources that are not among the GPUs, by key: `google.com/tpu`. Of very many the first ones. */
export function resourceRows(before: Totals | null, after: Totals | null): readonly ResourceRow[] {
  const amounts = [before, after].flatMap((totals) => [totals?.minimum, totals?.maximum]);
  const keys = new Set(amounts.flatMap((each) => Object.keys(each?.resources ?? {})));
  return [...keys]
    .filter((key) => !countsAsGpu(key))
    .sort()
    .slice(0, SHOWN_RESOURCES)
    .map((key) => {
      const show = ({ resources }: ClusterAmounts) =>
        formatDecimal((Object.hasOwn(resources, key) ? resources[key] : undefined) ?? 0);
      return { name: defuse(key), before: showRange(before, show), after: showRange(after, show) };
    });
}

/** Pods, CPU, memory and GPUs, from the fewest to the most: `2 to 6`, `40Gi or more`, `none` where there is no cluster. */
export function totalsRows(before: Totals | null, after: Totals | null): readonly TotalsRow[] {
  return amountRows.map(([name, show]) => ({
    name,
    before: showRange(before, show),
    after: showRange(after, show),
  }));
}

const amountRows: readonly (readonly [TotalsRow["name"], ShowAmount])[] = Object.freeze([
  ["Pods", ({ pods }) => formatDecimal(pods)],
  ["CPU", ({ cpu_millis }) => formatDecimal(cpu_millis / 1000)],
  ["Memory", ({ memory_bytes }) => formatMemory(memory_bytes)],
  ["GPUs", ({ gpus }) => formatDecimal(gpus)],
]);

function showRange(totals: Totals | null, show: ShowAmount): string {
  if (totals === null) return "none";
  const least = show(totals.minimum);
  if (totals.maximum === null) return `${least} or more`;
  const most = show(totals.maximum);
  return least === most ? least : `${least} to ${most}`;
}

const memorySuffixes = Object.freeze(["", "Ki", "Mi", "Gi"]);

/** `16Gi`, `1.5Gi`, `512Mi`: in the largest unit up to Gi that leaves at least 1. */
function formatMemory(bytes: number): string {
  let amount = bytes;
  let index = 0;
  while (amount >= 1024 && index < memorySuffixes.length - 1) {
    amount /= 1024;
    index++;
  }
  return `${formatDecimal(amount)}${memorySuffixes[index]}`;
}

/** At most three decimals, and thousands apart. From 10^21 on with an exponent. */
function formatDecimal(amount: number): string {
  const [whole = "", fraction = ""] = amount.toFixed(3).split(".");
  const decimals = fraction.replace(/0+$/, "");
  return decimals === "" ? grouped(whole) : `${grouped(whole)}.${decimals}`;
}

function grouped(whole: string): string {
  return /^\d+$/.test(whole) ? formatCount(Number(whole)) : whole;
}
