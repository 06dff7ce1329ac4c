import { annotationKeyProblem } from "./annotation-key.ts";
import { labelKeyProblem } from "./label-key.ts";

const FIELD =
  /^(?:metadata\.(?:name|namespace|uid)|spec\.(?:nodeName|serviceAccountName)|status\.(?:hostIPs?|podIPs?))$/;
const ENTRY = /^metadata\.(labels|annotations)\['([^']*)'\]$/;

/**
 * Why a text is no field of a pod that a variable can read: a sentence about "It"; undefined where it is one. Source:
 * Kubernetes, ValidateEnvVarValueFrom in pkg/apis/core/validation/validation.go, v1.34.
 */
export function podFieldProblem(text: string): string | undefined {
  if (FIELD.test(text)) return undefined;
  const [, map, key = ""] = ENTRY.exec(text) ?? [];
  if (map === undefined) return "A variable cannot read it.";
  return map === "labels" ? labelKeyProblem(key) : annotationKeyProblem(key);
}
