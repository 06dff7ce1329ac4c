const RESOURCE_NAME = /^[A-Za-z0-9_][-A-Za-z0-9_.:/]*$/;

/**
 * Why a text cannot be the name of a custom resource of Ray: a sentence about "It"; undefined where it can. The name goes
 * through JSON, a shell and Ray's autoscaler: no quotes, no backslash, nothing invisible.
 */
export function rayResourceProblem(text: string): string | undefined {
  if (text.length > 200) return "It must be at most 200 characters long.";
  if (RESOURCE_NAME.test(text)) return undefined;
  return 'It may have only letters, digits, "_", "-", ".", ":" and "/", and must start with a letter, a digit or "_".';
}
