const PARAMETER_NAME = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** Why a text is no name of a parameter of `ray start`: a sentence about "It"; undefined where it can be one. */
export function startParameterProblem(text: string): string | undefined {
  if (text.length > 100) return "It must be at most 100 characters long.";
  if (PARAMETER_NAME.test(text)) return undefined;
  return "It may have only lower-case letters, digits and single dashes, and must start with a letter.";
}
