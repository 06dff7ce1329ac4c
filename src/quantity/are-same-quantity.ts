import { parseQuantity } from "./parse-quantity.ts";
import { sameQuantity } from "./same-quantity.ts";

/** Whether two values, whatever they are, are quantities of one amount, such as `1000m` and 1. */
export function areSameQuantity(left: unknown, right: unknown): boolean {
  const [before, after] = [quantityOf(left), quantityOf(right)];
  return before !== undefined && after !== undefined && sameQuantity(before, after);
}

function quantityOf(value: unknown) {
  return typeof value === "string" || typeof value === "number"
    ? parseQuantity(String(value))
    : undefined;
}
