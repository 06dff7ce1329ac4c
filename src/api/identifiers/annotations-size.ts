/** The size of all keys and values together in bytes of UTF-8; a lone surrogate counts 3. */
export function annotationsSizeBytes(annotations: Readonly<Record<string, string>>): number {
  let bytes = 0;
  for (const key of Object.keys(annotations)) {
    bytes += utf8Bytes(key) + utf8Bytes(annotations[key] ?? "");
  }
  return bytes;
}

/** One byte a UTF-16 unit, and what is more: a pair of surrogates takes 4 bytes, any other unit from U+0800 on takes 3. */
function utf8Bytes(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit >= 0x800) {
      bytes += 2;
      if (isHighSurrogate(unit) && isLowSurrogate(text.charCodeAt(index + 1))) index++;
    } else if (unit >= 0x80) {
      bytes += 1;
    }
  }
  return bytes;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}
