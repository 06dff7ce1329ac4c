import { formatCount } from "../diagnostics/show.ts";
import { binarySuffixes, GIBI_INDEX } from "./suffixes.ts";

/** A count for people: at most three decimals, and thousands apart. From 10^21 on with an exponent. */
export function readableCount(amount: number): string {
  const [whole = "", fraction = ""] = amount.toFixed(3).split(".");
  const decimals = fraction.replace(/0+$/, "");
  return decimals === "" ? grouped(whole) : `${grouped(whole)}.${decimals}`;
}

/** Thousandths of a CPU as CPUs for people: 1500 -> `1.5`, 2000000 -> `2,000`. */
export function readableCpu(millis: number): string {
  return readableCount(millis / 1000);
}

/** Bytes for people: `16Gi`, `1.5Gi`, `512Mi`, in the largest unit up to Gi that leaves at least 1. */
export function readableMemory(bytes: number): string {
  let amount = bytes;
  let index = 0;
  while (amount >= 1024 && index < GIBI_INDEX) {
    amount /= 1024;
    index++;
  }
  return `${readableCount(amount)}${binarySuffixes[index]}`;
}

function grouped(whole: string): string {
  return /^\d+$/.test(whole) ? formatCount(Number(whole)) : whole;
}
