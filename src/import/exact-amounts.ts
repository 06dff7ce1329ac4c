import type { PlainData } from "../diagnostics/plain-data.ts";
import { parseQuantity } from "../quantity/parse-quantity.ts";

const NANOS = 10n ** 9n;
const MEBIBYTE = 2n ** 20n;

/** CPUs in steps of 0.001, rounded down; undefined for what is no quantity above 0. */
export function cpusOf(quantity: PlainData | undefined): number | undefined {
  const nanos = nanosOf(quantity);
  if (nanos === undefined) return undefined;
  const millis = nanos / 10n ** 6n;
  return millis > 0n ? Number(millis) / 1000 : undefined;
}

/**
 * GiB in steps of 1 MiB; undefined for what is no quantity above 0. What is no whole number of MiB is rounded to a
 * hundredth of a GiB, for nobody wants to read 7.4501953125.
 */
export function gibibytesOf(quantity: PlainData | undefined): number | undefined {
  const nanos = nanosOf(quantity);
  if (nanos === undefined) return undefined;
  const exact = exactGibibytesOf(quantity);
  if (exact !== undefined) return exact;
  const rounded = Math.round(Number(nanos / NANOS) / 2 ** 30 / 0.01) / 100;
  return rounded > 0 ? rounded : undefined;
}

/** GiB of a whole number of MiB; undefined for anything else. */
export function exactGibibytesOf(quantity: PlainData | undefined): number | undefined {
  const nanos = nanosOf(quantity);
  const unit = MEBIBYTE * NANOS;
  return nanos !== undefined && nanos % unit === 0n && nanos > 0n
    ? Number(nanos / unit) / 1024
    : undefined;
}

function nanosOf(quantity: PlainData | undefined): bigint | undefined {
  if (typeof quantity !== "string" && typeof quantity !== "number") return undefined;
  return parseQuantity(String(quantity))?.nanos;
}
