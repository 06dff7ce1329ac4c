/** The words of a key in lower case: `idleTimeoutSeconds`, `idle_timeout_seconds` -> idle, timeout, seconds. */
export function foldedWords(key: string): readonly string[] {
  if (key.length > LONGEST) return [];
  return (key.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+/g) ?? []).map((word) =>
    word.toLowerCase(),
  );
}

const LONGEST = 100;
