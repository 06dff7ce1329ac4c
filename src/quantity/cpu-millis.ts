import { wholeUnits } from "./whole-units.ts";

/**
 * CPUs -> whole thousandths of a CPU, rounded down unless within 1e-6m of a whole one: 2.01 -> 2010, 0.0005 -> 0.
 * For a finite number above zero; zero in the result is for validation to refuse. NaN gives NaN.
 */
export function cpuMillis(cpu: number): number {
  return wholeUnits(cpu * 1000);
}

/** CPUs as Ray sees them: whole ones, rounded up as everybody rounds the quantity of a container. */
export function wholeCpus(cpu: number): number {
  return Math.ceil(cpuMillis(cpu) / 1000);
}
