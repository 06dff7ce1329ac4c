import type { PlainData } from "../../diagnostics/plain-data.ts";
import type { Pair } from "./comparison.ts";

/** The sides of a pair that are there. */
export function sides({ before, after }: Pair): {
  readonly before?: PlainData;
  readonly after?: PlainData;
} {
  if (before === undefined) return after === undefined ? {} : { after };
  return after === undefined ? { before } : { before, after };
}
