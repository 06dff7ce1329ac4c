import type { PlainData } from "../../diagnostics/plain-data.ts";
import { formatCount } from "../../diagnostics/show.ts";

const MAXIMUM_PORT = 65_535;

/** Why a number is no port: a sentence about "It"; undefined where it is one, and for what is no number. */
export function portNumberProblem(data: PlainData | undefined): string | undefined {
  if (typeof data !== "number" || (data >= 1 && data <= MAXIMUM_PORT)) return undefined;
  return `It must be from 1 to ${formatCount(MAXIMUM_PORT)}.`;
}
