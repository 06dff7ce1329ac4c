import { readableCount, readableCpu, readableMemory } from "../../quantity/readable-amount.ts";
import type { ClusterAmounts, Totals } from "../compare/manifest-diff.ts";
import { countsAsGpu } from "../compare/pod-amounts.ts";
import type { RangeStyle } from "./range-styles.ts";
import { rangeInWords } from "./range-styles.ts";
import { showData } from "./show-data.ts";

/** One line of a table of totals: what is counted, before and after. */
export interface TotalsRow {
  /** Pods, CPU, Memory, GPUs or the name of an extended resource, printable. */
  readonly name: string;
  readonly before: string;
  readonly after: string;
  /** The number itself, in a unit of its own. */
  readonly amount: (amounts: ClusterAmounts) => number;
}

/** Something that is counted: its name, how many, and how that is written. */
interface Measure {
  readonly name: string;
  readonly amount: (amounts: ClusterAmounts) => number;
  readonly show: (amount: number) => string;
}

/**
 * Pods, CPU, memory and GPUs, then every other extended resource that either side asks for, by name; each from the fewest to
 * the most: `2 to 6`, `40Gi or more`, `none` where there is no cluster.
 */
export function totalsRows(
  before: Totals | null,
  after: Totals | null,
  range: RangeStyle = rangeInWords,
): readonly TotalsRow[] {
  const resources = resourceNames([before, after]).map(resourceMeasure);
  return [...measures, ...resources].map((measure) => ({
    name: measure.name,
    before: showRange(before, measure, range),
    after: showRange(after, measure, range),
    amount: measure.amount,
  }));
}

const measures: readonly Measure[] = Object.freeze([
  { name: "Pods", amount: ({ pods }) => pods, show: readableCount },
  { name: "CPU", amount: ({ cpu_millis }) => cpu_millis, show: readableCpu },
  { name: "Memory", amount: ({ memory_bytes }) => memory_bytes, show: readableMemory },
  { name: "GPUs", amount: ({ gpus }) => gpus, show: readableCount },
]);

function resourceMeasure(name: string): Measure {
  return {
    name: PLAIN_NAME.test(name) ? name : showData(name),
    amount: ({ resources }) => (Object.hasOwn(resources, name) ? (resources[name] ?? 0) : 0),
    show: readableCount,
  };
}

const PLAIN_NAME = /^[\w./-]{1,120}$/;

/** The extended resources besides GPUs of which something is asked for, by name. */
function resourceNames(sides: readonly (Totals | null)[]): readonly string[] {
  const names = sides
    .flatMap((totals) => (totals === null ? [] : [totals.minimum, totals.maximum]))
    .flatMap((amounts) => Object.entries(amounts?.resources ?? {}))
    .flatMap(([name, number]) => (number === 0 || countsAsGpu(name) ? [] : [name]));
  return [...new Set(names)].sort();
}

function showRange(totals: Totals | null, { amount, show }: Measure, range: RangeStyle): string {
  if (totals === null) return "none";
  const least = show(amount(totals.minimum));
  if (totals.maximum === null) return range(least, undefined);
  const most = show(amount(totals.maximum));
  return least === most ? least : range(least, most);
}
