import type { ManifestDiff } from "../compare/manifest-diff.ts";
import { isQuiet } from "./group-diffs.ts";

/** How a page colours the outcome of a comparison: the name of a class of its stylesheet. */
export function outcomeClass(diff: ManifestDiff): string {
  if (!diff.ok || diff.effect === "rejected") return "refused";
  if (isQuiet(diff)) return "quiet";
  if (diff.presence === "created" || diff.presence === "deleted") return diff.presence;
  return effectClass(diff.effect);
}

/** The same for an effect. */
export function effectClass(effect: string): string {
  return Object.hasOwn(classes, effect) ? (classes[effect] ?? "quiet") : "severe";
}

const classes: Readonly<Record<string, string>> = Object.freeze({
  none: "quiet",
  rerun: "mild",
  "in-place": "mild",
  scale: "mild",
  "new-pods-only": "moderate",
  "new-cluster": "severe",
  recreate: "severe",
  address: "severe",
  rejected: "refused",
});
