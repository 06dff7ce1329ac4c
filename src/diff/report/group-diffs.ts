import type { ComparedManifests, ManifestDiff, Totals } from "../compare/manifest-diff.ts";
import { addTotals } from "./add-totals.ts";

/** Clusters with the same changes, and the comparison of the first one, with the totals of all. */
export interface DiffGroup {
  readonly diff: ManifestDiff;
  readonly all: readonly ManifestDiff[];
}

/** Whether nothing happens to a cluster: both manifests mean the same. */
export function isQuiet(diff: ManifestDiff): boolean {
  return diff.ok && diff.same && diff.effect === "none";
}

/** Comparisons by what they say, in their order: clusters with the same changes are one. Totals are summed. */
export function groupDiffs(diffs: readonly ManifestDiff[]): readonly DiffGroup[] {
  const groups = new Map<string, ManifestDiff[]>();
  for (const [index, diff] of diffs.entries()) {
    const key = diff.ok ? contentOf(diff) : `#${index}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [diff]);
    else group.push(diff);
  }
  return [...groups.values()].flatMap((all): readonly DiffGroup[] => {
    const [first] = all;
    if (first === undefined) return [];
    return [{ diff: first.ok ? { ...first, totals: sumTotals(all) } : first, all }];
  });
}

function contentOf({
  title: _title,
  target: _target,
  project: _project,
  kuberay_version_from: _from,
  totals: _totals,
  ...content
}: ComparedManifests): string {
  return JSON.stringify(content);
}

/** What all clusters that were compared ask for together. */
export function sumTotals(diffs: readonly ManifestDiff[]): ComparedManifests["totals"] {
  const sum = (side: "before" | "after") =>
    diffs
      .map((diff) => (diff.ok ? diff.totals[side] : null))
      .reduce<Totals | null>((left, right) => addTotals(left, right), null);
  return { before: sum("before"), after: sum("after") };
}
