import { formatCount } from "../../diagnostics/show.ts";

const MAXIMUM_NAME_LENGTH = 15;

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
