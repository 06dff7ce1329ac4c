import type { NameRule } from "./name-rule.ts";
import { nameProblem } from "./name-rule.ts";

const MAXIMUM_LENGTH = 63;

const DNS_1123_LABEL: NameRule = Object.freeze({
  pattern: /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/,
  disallowed: /[^-a-z0-9]/,
  allowedWords: 'lower-case letters, digits and "-"',
  start: /^[a-z0-9]/,
  startWords: "a lower-case letter or a digit",
  endWords: "a lower-case letter or a digit",
});

const DNS_1035_LABEL: NameRule = Object.freeze({
  ...DNS_1123_LABEL,
  pattern: /^[a-z](?:[-a-z0-9]*[a-z0-9])?$/,
  start: /^[a-z]/,
  startWords: "a lower-case letter",
});

/**
 * Why a text is no DNS-1123 label, the name of a namespace: a sentence about "It"; undefined where it is one.
 * Source: Kubernetes, IsDNS1123Label.
 */
export function dns1123LabelProblem(text: string): string | undefined {
  return nameProblem(text, DNS_1123_LABEL, MAXIMUM_LENGTH);
}

/**
 * Why a text is no DNS-1035 label, the name of a Service: a sentence about "It"; undefined where it is one.
 * `maximumLength` is in characters, 63 unless a stricter one is given. Source: Kubernetes, IsDNS1035Label.
 */
export function dns1035LabelProblem(
  text: string,
  maximumLength = MAXIMUM_LENGTH,
): string | undefined {
  return nameProblem(text, DNS_1035_LABEL, maximumLength);
}
