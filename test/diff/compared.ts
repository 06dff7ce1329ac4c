import { expect } from "vitest";
import type { PlainObject } from "../../src/diagnostics/plain-data.ts";
import type { DiffOptions } from "../../src/diff/compare/diff-manifests.ts";
import { diffManifests } from "../../src/diff/compare/diff-manifests.ts";
import type { ComparedManifests } from "../../src/diff/compare/manifest-diff.ts";

/** The outcome for two manifests that can be compared. */
export function compared(old: unknown, current: unknown, options?: DiffOptions): ComparedManifests {
  const diff = diffManifests(old, current, options);
  if (!diff.ok) expect.fail(diff.diagnostics.map(({ message }) => message).join(" "));
  return diff;
}

/** The changes in short: `~ spec.rayVersion new-pods-only`. */
export function briefly({ changes }: ComparedManifests): readonly string[] {
  const signs = { added: "+", removed: "-", changed: "~" };
  return changes.map(({ kind, path, effect }) => `${signs[kind]} ${path} ${effect}`);
}

/** A change that does one thing up to a release and another one from the next on. */
export type Boundary = readonly [
  name: string,
  before: PlainObject,
  after: PlainObject,
  older: readonly [release: string, effect: string],
  newer: readonly [release: string, effect: string],
];

export function expectBoundary([, before, after, older, newer]: Boundary): void {
  for (const [kuberayVersion, effect] of [older, newer]) {
    const diff = compared(before, after, { kuberayVersion });
    expect([kuberayVersion, diff.effect]).toEqual([kuberayVersion, effect]);
  }
}
