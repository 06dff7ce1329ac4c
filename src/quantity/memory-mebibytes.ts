import { wholeUnits } from "./whole-units.ts";

/**
 * Gibibytes (2^30 bytes) -> whole mebibytes (2^20 bytes), rounded down unless within 1e-6Mi of a whole one: 1.5 -> 1536,
 * 2.3 -> 2355. For a finite number above zero; zero in the result is for validation to refuse. NaN gives NaN.
 */
export function memoryMebibytes(memoryGib: number): number {
  return wholeUnits(memoryGib * 1024);
}
