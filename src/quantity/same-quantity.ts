import type { Quantity } from "./parse-quantity.ts";

/** Whether two quantities are the same amount, however they are written: `1Gi` and `1073741824` are. */
export function sameQuantity(left: Quantity, right: Quantity): boolean {
  return left.nanos === right.nanos;
}
