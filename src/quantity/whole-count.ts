import { parseQuantity } from "./parse-quantity.ts";

const NANOS = 10n ** 9n;

/** A quantity that is a whole number above 0, such as a count of devices; undefined for everything else. */
export function countOf(quantity: unknown): number | undefined {
  if (typeof quantity !== "string" && typeof quantity !== "number") return undefined;
  const nanos = parseQuantity(String(quantity))?.nanos;
  if (nanos === undefined || nanos <= 0n || nanos % NANOS !== 0n) return undefined;
  return Number(nanos / NANOS);
}

/** A quantity above 0, rounded up to a whole number, as everybody rounds what a container may use; undefined for everything else. */
export function roundedUp(quantity: unknown): bigint | undefined {
  if (typeof quantity !== "string" && typeof quantity !== "number") return undefined;
  const nanos = parseQuantity(String(quantity))?.nanos ?? 0n;
  return nanos > 0n ? (nanos + NANOS - 1n) / NANOS : undefined;
}
