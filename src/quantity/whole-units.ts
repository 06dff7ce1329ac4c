/** How near a whole number an amount must be to count as that number; decimals such as 2.01 have no exact double. */
const TOLERANCE = 1e-6;

/**
 * An amount in whole units: the whole number within 1e-6 where there is one, else rounded down, so never more than was
 * asked. Zero is possible. NaN and infinities come back as they are.
 */
export function wholeUnits(amount: number): number {
  const nearest = Math.round(amount);
  return Math.abs(amount - nearest) <= TOLERANCE ? nearest : Math.floor(amount);
}
