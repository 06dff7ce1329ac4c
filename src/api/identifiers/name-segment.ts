import type { NameRule } from "./name-rule.ts";
import { nameProblem } from "./name-rule.ts";

const MAXIMUM_LENGTH = 63;

const NAME_SEGMENT: NameRule = Object.freeze({
  pattern: /^[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?$/,
  disallowed: /[^-A-Za-z0-9_.]/,
  allowedWords: 'letters, capital or small, digits, ".", "_" and "-"',
  start: /^[A-Za-z0-9]/,
  startWords: "a letter or a digit",
  endWords: "a letter or a digit",
});

/**
 * Why a text cannot be the name segment of a label key, or a label's value that is not empty: a sentence about the
 * subject; undefined where it can. Source: Kubernetes, IsQualifiedName and IsValidLabelValue.
 */
export function nameSegmentProblem(text: string, subject = "It"): string | undefined {
  return nameProblem(text, NAME_SEGMENT, MAXIMUM_LENGTH, subject);
}
