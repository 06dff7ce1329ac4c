import type { Release } from "./release.ts";
import { compareReleases } from "./release.ts";

/** The API versions of the group ray.io. */
export type ApiVersionName = "v1" | "v1alpha1";

/** A stretch of releases: from the first that has something to the first that has it no longer. */
export interface Span {
  readonly from?: Release | undefined;
  readonly until?: Release | undefined;
}

/**
 * The releases of one API version in the table's notation: `1.2+` from 1.2 on, `<1.4` before 1.4, `1.3<1.5` both;
 * `v1:1.3+,v1alpha1` says it for each API version, and what is not named has none. Undefined: in no release.
 */
export function spanOf(notation: string, apiVersion: ApiVersionName): Span | undefined {
  for (const part of notation.split(",")) {
    if (!part.startsWith("v")) return readSpan(part);
    const colon = part.indexOf(":");
    const name = colon === -1 ? part : part.slice(0, colon);
    if (name === apiVersion) return colon === -1 ? {} : readSpan(part.slice(colon + 1));
  }
  return undefined;
}

/** Whether a release lies within a span of the table. */
export function isWithin(notation: string, apiVersion: ApiVersionName, release: Release): boolean {
  const span = spanOf(notation, apiVersion);
  if (span === undefined) return false;
  if (span.from !== undefined && compareReleases(release, span.from) < 0) return false;
  return span.until === undefined || compareReleases(release, span.until) < 0;
}

function readSpan(text: string): Span {
  const [from = "", until] = text.split("<");
  return {
    from: from === "" ? undefined : readRelease(from.replace("+", "")),
    until: until === undefined ? undefined : readRelease(until),
  };
}

function readRelease(text: string): Release {
  const [major = 0, minor = 0, patch = 0] = text.split(".").map(Number);
  return { major, minor, patch };
}
