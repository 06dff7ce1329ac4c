import type { DiffOptions } from "../../src/diff/compare/diff-manifests.ts";
import { diffManifests } from "../../src/diff/compare/diff-manifests.ts";
import type { ComparedManifests } from "../../src/diff/compare/manifest-diff.ts";

/** The outcome for two manifests that can be compared. */
export function compared(old: unknown, current: unknown, options?: DiffOptions): ComparedManifests {
  const diff = diffManifests(old, current, options);
  if (!diff.ok) throw new Error(diff.diagnostics.map(({ message }) => message).join(" "));
  return diff;
}

/** The changes in short: `~ spec.rayVersion new-pods-only`. */
export function briefly({ changes }: ComparedManifests): readonly string[] {
  const signs = { added: "+", removed: "-", changed: "~" };
  return changes.map(({ kind, path, effect }) => `${signs[kind]} ${path} ${effect}`);
}
