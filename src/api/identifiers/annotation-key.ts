import { labelKeyProblem } from "./label-key.ts";

/**
 * Why a text is no key of an annotation: a sentence about "It"; undefined where it is one.
 * As a label's key, but upper and lower case are the same before "/", too. Source: Kubernetes, ValidateAnnotations.
 */
export function annotationKeyProblem(text: string): string | undefined {
  return labelKeyProblem(text.replace(FOLDED, lowerCase));
}

// Go's ToLower makes ASCII letters of these two as well: the dotted capital I and the Kelvin sign.
const FOLDED = /[A-Z\u0130\u212a]/g;

function lowerCase(letter: string): string {
  return letter === "\u0130" ? "i" : letter.toLowerCase();
}
