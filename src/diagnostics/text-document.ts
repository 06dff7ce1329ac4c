/** A document given as text: YAML 1.2 or JSON. The file's name is for diagnostics only; nothing is opened. */
export interface TextDocument {
  readonly file: string;
  readonly text: string;
}

/** The text document that an input is, or undefined for everything else; hostile objects included. */
export function asTextDocument(input: unknown): TextDocument | undefined {
  if (typeof input !== "object" || input === null) return undefined;
  try {
    const file: unknown = Reflect.get(input, "file");
    const text: unknown = Reflect.get(input, "text");
    return typeof file === "string" && typeof text === "string" ? { file, text } : undefined;
  } catch {
    return undefined;
  }
}
