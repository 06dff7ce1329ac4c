import type { PlainObject } from "../../src/diagnostics/plain-data.ts";

/** A change of a manifest and its effect in the newest release, with words of the reason. */
export type EffectRow = readonly [
  name: string,
  before: PlainObject,
  after: PlainObject,
  effect: string,
  reason?: string,
];

/** A change of a cluster, and all that comes of it in short: `~ spec.rayVersion new-pods-only`. */
export type ClusterEffectRow = readonly [
  name: string,
  before: PlainObject,
  after: PlainObject,
  changes: readonly string[],
];

/** A change whose outcome a golden file holds. */
export type ComparedRow = readonly [name: string, before: PlainObject, after: PlainObject];
