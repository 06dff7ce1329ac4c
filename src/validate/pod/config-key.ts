import { formatCount } from "../../diagnostics/show.ts";

const MAXIMUM_LENGTH = 253;

/** Why a text is no key of a ConfigMap or Secret: a sentence about "It". Source: Kubernetes, IsConfigMapKey. */
export function configKeyProblem(text: string): string | undefined {
  if (text === "") return "It is empty.";
  if (!/^[-._a-zA-Z0-9]+$/.test(text)) return 'It may have only letters, digits, "-", "_" and ".".';
  if (text.length > MAXIMUM_LENGTH) {
    return `It is ${formatCount(text.length)} characters long; at most ${MAXIMUM_LENGTH} are allowed.`;
  }
  return text === "." || text.startsWith("..")
    ? 'It must not be "." or start with "..".'
    : undefined;
}
