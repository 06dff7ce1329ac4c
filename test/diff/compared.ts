import type { DiffOptions } from "../../src/diff/compare/diff-manifests.ts";
import { diffManifests } from "../../src/diff/compare/diff-manifests.ts";
import type { ComparedManifests } from "../../src/diff/compare/manifest-diff.ts";
import type { Memory } from "../memory.ts";
import { memory } from "../memory.ts";

/** The outcome for two manifests that can be compared. */
export function compared(old: unknown, current: unknown, options?: DiffOptions): ComparedManifests {
  const diff = diffManifests(old, current, options);
  if (!diff.ok) throw new Error(diff.diagnostics.map(({ message }) => message).join(" "));
  return diff;
}

const known = memory<Memory<Memory<ComparedManifests>>>();

/** The same for two manifests of a row, which is compared for the goldens as well: each once. */
export function comparedRow(
  old: unknown,
  current: unknown,
  options?: DiffOptions,
): ComparedManifests {
  if (!isKey(old) || !isKey(current)) return compared(old, current, options);
  const ofBoth = known(old, memory)(current, memory);
  return ofBoth(JSON.stringify(options ?? {}), () => compared(old, current, options));
}

function isKey(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** The changes in short: `~ spec.rayVersion new-pods-only`. */
export function briefly({ changes }: ComparedManifests): readonly string[] {
  const signs = { added: "+", removed: "-", changed: "~" };
  return changes.map(({ kind, path, effect }) => `${signs[kind]} ${path} ${effect}`);
}
