import type { PlainData } from "../../diagnostics/plain-data.ts";
import { formatCount } from "../../diagnostics/show.ts";

const MAXIMUM_PORT = 65_535;
const MAXIMUM_NAME_LENGTH = 15;

/** Why a number is no port: a sentence about "It"; undefined where it is one, and for what is no number. */
export function portNumberProblem(data: PlainData | undefined): string | undefined {
  if (typeof data !== "number" || (data >= 1 && data <= MAXIMUM_PORT)) return undefined;
  return `It must be from 1 to ${formatCount(MAXIMUM_PORT)}.`;
}

/** Why a text is no name of a port: a sentence about "It". Source: Kubernetes, IsValidPortName. */
export function portNameProblem(text: string): string | undefined {
  if (text === "") return "It is empty.";
  if (!/^[-a-z0-9]*$/.test(text)) return 'It may have only lower-case letters, digits and "-".';
  if (text.length > MAXIMUM_NAME_LENGTH) {
    return `It is ${formatCount(text.length)} characters long; at most ${MAXIMUM_NAME_LENGTH} are allowed.`;
  }
  if (!/[a-z]/.test(text)) return "It must contain a letter.";
  if (text.includes("--")) return 'It must not contain "--".';
  if (text.startsWith("-") || text.endsWith("-")) return 'It must not start or end with "-".';
  return undefined;
}
