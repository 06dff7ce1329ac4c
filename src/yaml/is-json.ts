/** Whether a text is one JSON document, which kubectl then reads as that. */
export function isJson(text: string): boolean {
  if (!/^\s*\{/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** A text that may be JSON, which is found out at most once. */
export interface JsonText {
  readonly text: string;
  readonly isJson: () => boolean;
}

export function jsonText(text: string): JsonText {
  let known: boolean | undefined;
  return {
    text,
    isJson: () => {
      known ??= isJson(text);
      return known;
    },
  };
}
