const DATA_KEY = /^[-._A-Za-z0-9]+$/;

/**
 * Why a text is no key of a Secret or a ConfigMap: a sentence about "It"; undefined where it is one. Source: Kubernetes,
 * IsConfigMapKey.
 */
export function dataKeyProblem(text: string): string | undefined {
  if (text.length > 253) return "It must be at most 253 characters long.";
  if (text === "." || text.startsWith("..")) return 'It must not be "." nor start with "..".';
  return DATA_KEY.test(text)
    ? undefined
    : 'It must have one or more letters, digits, "-", "_" and ".", and nothing else.';
}
