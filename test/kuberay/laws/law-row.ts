import type { PlainObject } from "../../../src/diagnostics/plain-data.ts";

/** A law, a manifest, and what is found of the law under releases, each perhaps with feature gates. */
export type LawRow = readonly [
  code: string,
  manifest: PlainObject,
  found: Readonly<Record<string, readonly string[]>>,
];
