import { formatCount } from "../diagnostics/show.ts";
import type { TextLimits } from "./text-limits.ts";
import type { TextMistake } from "./text-mistake.ts";

/** A text that is longer than its limits allow is not even looked at. */
export function tooLong(units: number, { length, advice }: TextLimits): TextMistake {
  const [actual, most] = [formatCount(units), formatCount(length)];
  return {
    code: "input-limit",
    start: 0,
    end: 0,
    message: `The text is ${actual} characters long; at most ${most} are allowed.`,
    hint: advice,
  };
}
