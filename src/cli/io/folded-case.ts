/**
 * The same text for paths that name one file on the file systems of macOS and Windows: those ignore upper and lower case, and
 * how an accent is encoded.
 */
export function foldedCase(path: string): string {
  return path.normalize("NFC").toLowerCase();
}
