import { labelKeyProblem } from "../../api/identifiers/label-key.ts";

const STANDARD: readonly string[] = Object.freeze(["foregroundDeletion", "orphan", "kubernetes"]);

/** Why a text is no finalizer of a pod: a sentence about "It". Source: Kubernetes, ValidateFinalizerName. */
export function finalizerProblem(text: string): string | undefined {
  const problem = labelKeyProblem(text);
  if (problem !== undefined || text.includes("/") || STANDARD.includes(text)) return problem;
  return 'It must have a domain and "/" before its name.';
}
