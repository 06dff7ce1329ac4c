const WORD = /^[!-~]+$/;

/** Why a text is no address of Redis, nor a prefix of its keys: a sentence about "It"; undefined where it can be one. */
export function redisWordProblem(text: string): string | undefined {
  if (text.length > 1_000) return "It must be at most 1000 characters long.";
  return WORD.test(text) ? undefined : "It must be one word of letters, digits and punctuation.";
}
