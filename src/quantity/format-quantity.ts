import { binarySuffixes, decimalSuffixes, MEBI_INDEX, UNIT_INDEX } from "./suffixes.ts";

/** Thousandths of a CPU as a canonical quantity: 2000 -> `2`, 1500 -> `1500m`. For safe integers from 0. */
export function formatCpu(millis: number): string {
  return withLargestSuffix(millis, 1000, decimalSuffixes, UNIT_INDEX - 1);
}

/**
 * Mebibytes as a canonical quantity: 512 -> `512Mi`, 2048 -> `2Gi`. For safe integers from 0 and below 2^43: a quantity
 * with a binary suffix ends at 8Ei.
 */
export function formatMemory(mebibytes: number): string {
  return withLargestSuffix(mebibytes, 1024, binarySuffixes, MEBI_INDEX);
}

/** A count, such as that of GPUs, as a canonical quantity: 8 -> `8`, 1000 -> `1k`. For safe integers from 0. */
export function formatWhole(count: number): string {
  return withLargestSuffix(count, 1000, decimalSuffixes, UNIT_INDEX);
}

/** Kubernetes' canonical form: the largest suffix that leaves a whole number; zero has none. */
function withLargestSuffix(
  amount: number,
  step: number,
  suffixes: readonly string[],
  unit: number,
): string {
  if (amount === 0) return "0";
  let number = amount;
  let index = unit;
  while (number % step === 0 && index < suffixes.length - 1) {
    number /= step;
    index++;
  }
  return `${number}${suffixes[index]}`;
}
