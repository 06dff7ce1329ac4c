import type { Quantity } from "./parse-quantity.ts";
import { binarySuffixes, decimalSuffixes, UNIT_INDEX } from "./suffixes.ts";

const NANOS = 10n ** 9n;

/**
 * A quantity as Kubernetes' Go clients write it back: `1.5` -> `1500m`, `4096Mi` -> `4Gi`, `1.7Gi` -> `1825361100800m`.
 * A binary quantity keeps its family only as a whole number from 1024 on, and its suffix only where 1024 divides it:
 * `1.953125Ki` gives `2000`, which is the same value, but read again as a decimal would be written `2k`.
 */
export function canonicalQuantity({ nanos, format }: Quantity): string {
  if (nanos === 0n) return "0";
  if (format === "binary" && nanos % NANOS === 0n) {
    const units = nanos / NANOS;
    if (units >= 1024n || units <= -1024n) return binaryText(units);
  }
  return decimalText(nanos, format);
}

function binaryText(units: bigint): string {
  let number = units;
  let index = 0;
  while (number % 1024n === 0n && index < binarySuffixes.length - 1) {
    number /= 1024n;
    index++;
  }
  return `${number}${binarySuffixes[index]}`;
}

function decimalText(nanos: bigint, format: Quantity["format"]): string {
  let number = nanos;
  let index = 0;
  while (number % 1000n === 0n && index < decimalSuffixes.length - 1) {
    number /= 1000n;
    index++;
  }
  if (format !== "exponent") return `${number}${decimalSuffixes[index]}`;
  return index === UNIT_INDEX ? String(number) : `${number}e${(index - UNIT_INDEX) * 3}`;
}
