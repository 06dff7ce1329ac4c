import { isAbsolute, normalize, sep } from "node:path";
import { pathToFileURL } from "node:url";

/** A path as a URI reference (RFC 3986): relative as the path is, `file:` where it is absolute. */
export function fileUri(path: string): string {
  if (isAbsolute(path)) return pathToFileURL(path).href;
  return normalize(path)
    .split(sep)
    .map((segment) => encodeURIComponent(segment.replace(/\p{Cs}/gu, "\ufffd")))
    .join("/");
}
