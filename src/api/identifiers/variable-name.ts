const VARIABLE_NAME = /^[-._A-Za-z][-._A-Za-z0-9]*$/;

/**
 * Why a text is no name of an environment variable: a sentence about "It"; undefined where it is one. Source: Kubernetes,
 * IsEnvVarName, in the strict form that every release takes; at most 4,096 characters.
 */
export function variableNameProblem(text: string): string | undefined {
  if (text.length > 4_096) return "It must be at most 4096 characters long.";
  if (text === "." || text.startsWith("..")) return 'It must not be "." nor start with "..".';
  if (VARIABLE_NAME.test(text)) return undefined;
  return 'It may have only letters, digits, "_", "-" and ".", and must not start with a digit.';
}
