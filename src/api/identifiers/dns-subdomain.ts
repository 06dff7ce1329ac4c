import type { NameRule } from "./name-rule.ts";
import { nameProblem } from "./name-rule.ts";

const MAXIMUM_LENGTH = 253;

const DNS_1123_SUBDOMAIN: NameRule = Object.freeze({
  pattern: /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/,
  disallowed: /[^-.a-z0-9]/,
  allowedWords: 'lower-case letters, digits, "." and "-"',
  start: /^[a-z0-9]/,
  startWords: "a lower-case letter or a digit",
  endWords: "a lower-case letter or a digit",
  clash: {
    pattern: /\.[.-]|-\./,
    words: 'each part between "." must start and end with a lower-case letter or a digit',
  },
});

/**
 * Why a text is no DNS-1123 subdomain, the name of most objects: a sentence about the subject; undefined where it is one.
 * At most 253 characters in all; a part between dots may be longer than 63. Source: Kubernetes, IsDNS1123Subdomain.
 */
export function dns1123SubdomainProblem(text: string, subject = "It"): string | undefined {
  return nameProblem(text, DNS_1123_SUBDOMAIN, MAXIMUM_LENGTH, subject);
}
