import { expect } from "vitest";
import type { PlainObject } from "../../src/diagnostics/plain-data.ts";
import { comparedRow } from "./compared.ts";

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
    const diff = comparedRow(before, after, { kuberayVersion });
    expect([kuberayVersion, diff.effect]).toEqual([kuberayVersion, effect]);
  }
}
