/** Text in base64, with its padding, as Go's standard encoding reads it: line breaks are ignored. Undefined where it is none. */
export function decodeBase64(source: string): string | undefined {
  const text = source.replace(/[\r\n]/g, "");
  if (text.length % 4 !== 0) return undefined;
  const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  let [bits, count, place] = [0, 0, 0];
  for (let index = 0; index < text.length - padding; index++) {
    const value = ALPHABET.indexOf(text.charAt(index));
    if (value === -1) return undefined;
    bits = ((bits << 6) | value) & 0xffffff;
    count += 6;
    if (count >= 8) {
      count -= 8;
      bytes[place++] = (bits >> count) & 0xff;
    }
  }
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
