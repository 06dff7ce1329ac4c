import type { ManifestDiff } from "../compare/manifest-diff.ts";

/** What several objects are called together: `cluster`, a kind such as `RayJob` where all are of it, else `manifest`. */
export function objectNoun(diffs: readonly ManifestDiff[]): string {
  const [kind = "RayCluster", ...others] = new Set(diffs.flatMap((diff) => diff.kind ?? []));
  if (others.length > 0) return "manifest";
  return kind === "RayCluster" ? "cluster" : kind;
}
