import { binarySuffixes, decimalSuffixes, UNIT_INDEX } from "./suffixes.ts";

/** A Kubernetes quantity: its exact value and the family of suffixes that it is written with. */
export interface Quantity {
  /** The value in units of 10^-9. */
  readonly nanos: bigint;
  readonly format: "decimal" | "binary" | "exponent";
}

const QUANTITY = /^([+-]?)([0-9]*)(?:\.([0-9]*))?(?:([KMGTPE]i)|([numkMGTPE])|[eE]([+-]?[0-9]+))?$/;

const MAXIMUM_LENGTH = 64;
const MAXIMUM_EXPONENT = 100;
const NANOS = 10n ** 9n;
const BINARY_MAXIMUM = (2n ** 63n - 1n) * NANOS;
const DECIMAL_END = 10n ** 21n * NANOS;
const POWERS_OF_TEN = Object.freeze(Array.from({ length: 19 }, (_, power) => 10n ** BigInt(power)));
const BINARY_NANOS = Object.freeze(
  binarySuffixes.map((_, index) => 1024n ** BigInt(index) * NANOS),
);

/**
 * Any text that Kubernetes takes for a quantity -> its value; undefined for every other text.
 * As in Kubernetes' `resource.Quantity`, what is finer than 10^-9 is rounded away from zero, and a value with a binary
 * suffix is cut to 2^63-1. Stricter than it: no text without a digit (read there as 0), no decimal from 1000E on (printed
 * wrong there), nothing longer than 64 characters or with an exponent beyond 100.
 */
export function parseQuantity(text: string): Quantity | undefined {
  if (text.length > MAXIMUM_LENGTH) return undefined;
  const match = QUANTITY.exec(text);
  if (match === null) return undefined;
  const [, sign, whole = "", fraction = "", binarySuffix, decimalSuffix = "", exponent] = match;
  if (whole === "" && fraction === "") return undefined;
  const digits = BigInt(whole + fraction);
  const magnitude =
    binarySuffix === undefined
      ? decimalNanos(digits, fraction.length, decimalExponent(decimalSuffix, exponent))
      : binaryNanos(digits, fraction.length, binarySuffix);
  if (magnitude === undefined) return undefined;
  return {
    nanos: sign === "-" ? -magnitude : magnitude,
    format: formatOf(binarySuffix, exponent),
  };
}

function decimalExponent(suffix: string, exponent: string | undefined): number {
  return exponent === undefined
    ? (decimalSuffixes.indexOf(suffix) - UNIT_INDEX) * 3
    : Number(exponent);
}

function decimalNanos(digits: bigint, decimals: number, exponent: number): bigint | undefined {
  if (Math.abs(exponent) > MAXIMUM_EXPONENT) return undefined;
  const power = 9 + exponent - decimals;
  const nanos = power < 0 ? dividedUp(digits, powerOfTen(-power)) : digits * powerOfTen(power);
  return nanos < DECIMAL_END ? nanos : undefined;
}

function binaryNanos(digits: bigint, decimals: number, suffix: string): bigint {
  const unit = BINARY_NANOS[binarySuffixes.indexOf(suffix)] ?? NANOS;
  const nanos = decimals === 0 ? digits * unit : dividedUp(digits * unit, powerOfTen(decimals));
  return nanos < BINARY_MAXIMUM ? nanos : BINARY_MAXIMUM;
}

/** What nearly all amounts need is at hand. */
function powerOfTen(power: number): bigint {
  return POWERS_OF_TEN[power] ?? 10n ** BigInt(power);
}

function dividedUp(dividend: bigint, divisor: bigint): bigint {
  return (dividend + divisor - 1n) / divisor;
}

function formatOf(
  binarySuffix: string | undefined,
  exponent: string | undefined,
): Quantity["format"] {
  if (binarySuffix !== undefined) return "binary";
  return exponent === undefined ? "decimal" : "exponent";
}
