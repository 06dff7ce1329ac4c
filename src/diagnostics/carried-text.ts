/**
 * The first code point of a text that no chain of YAML readers carries unchanged, or undefined where all are carried.
 * These are DEL and the C1 controls (U+007F to U+009F, with NEL), U+FFFE, U+FFFF and surrogates without a partner:
 * kustomize fails on them or alters them even where they are escaped. Other controls only need escapes.
 */
export function uncarriedCodePoint(text: string): number | undefined {
  const index = text.search(UNCARRIED);
  return index === -1 ? undefined : text.codePointAt(index);
}

// With the u flag a surrogate matches only where it has no partner.
const UNCARRIED = /[\u007f-\u009f\ud800-\udfff\ufffe\uffff]/u;
