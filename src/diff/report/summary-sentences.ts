import { defuse } from "../../diagnostics/defuse.ts";
import { count, formatCount } from "../../diagnostics/show.ts";
import { effects } from "../../kuberay/effects/effects.ts";
import type { ComparedManifests, ManifestDiff } from "../compare/manifest-diff.ts";
import { isQuiet } from "./group-diffs.ts";
import { objectNoun } from "./object-noun.ts";

type Outcome = "not-compared" | ComparedManifests["effect"] | "created" | "deleted";

/** What becomes of one cluster, and of several, from the most severe outcome on. */
const verbs: Readonly<Record<Outcome, readonly [one: string, several: string]>> = Object.freeze({
  "not-compared": ["cannot be compared", "cannot be compared"],
  rejected: ["is refused", "are refused"],
  deleted: ["is deleted", "are deleted"],
  address: ["gets a new address", "get new addresses"],
  recreate: ["loses all its pods", "lose all their pods"],
  "new-cluster": ["moves to a new cluster", "move to new clusters"],
  "new-pods-only": ["changes when its pods are recreated", "change when their pods are recreated"],
  scale: ["scales", "scale"],
  "in-place": ["changes in place", "change in place"],
  rerun: ["changes with its next run", "change with their next runs"],
  created: ["is created", "are created"],
  none: ["changes without effect", "change without effect"],
});

/** `3 clusters change: 1 loses all its pods, 2 scale; 84 are the same.` */
export function changeSummary(diffs: readonly ManifestDiff[]): string {
  const changed = diffs.filter((diff) => !isQuiet(diff));
  const noun = objectNoun(diffs);
  if (changed.length === 0) return `${sameClause(diffs, noun)}.`;
  const outcomes = changed.map(outcomeOf);
  const parts = Object.entries(verbs).flatMap(([outcome, [one, several]]) => {
    const number = outcomes.filter((each) => each === outcome).length;
    return number === 0 ? [] : [`${formatCount(number)} ${number === 1 ? one : several}`];
  });
  const same = sameClause(diffs, "");
  const rest = same === "" ? "." : `; ${same}.`;
  const [only, ...more] = parts;
  if (only !== undefined && more.length === 0) {
    return `${only.replace(" ", changed.length === 1 ? ` ${noun} ` : ` ${noun}s `)}${rest}`;
  }
  return `${count(changed.length, noun)} change: ${parts.join(", ")}${rest}`;
}

/** `84 are the same, 3 of them written differently`; empty where none is the same. */
function sameClause(diffs: readonly ManifestDiff[], noun: string): string {
  const quiet = diffs.flatMap((diff) => (diff.ok && isQuiet(diff) ? [diff] : []));
  if (quiet.length === 0) return "";
  const respelled = quiet.filter(({ spelling }) => spelling.length > 0).length;
  const number = noun === "" ? formatCount(quiet.length) : count(quiet.length, noun);
  const clause = `${number} ${quiet.length === 1 ? "is" : "are"} the same`;
  if (respelled === 0) return clause;
  const which = respelled === quiet.length ? "" : `${formatCount(respelled)} of them `;
  return `${clause}, ${which}written differently`;
}

/** `Effects are those of KubeRay 1.4.2 (target "production").`; one sentence for each release, with all who say so. */
export function releaseSentences(diffs: readonly ManifestDiff[]): readonly string[] {
  const sources = new Map<string, Set<string>>();
  for (const diff of diffs) {
    if (!diff.ok) continue;
    const from = sources.get(diff.kuberay_version) ?? new Set();
    sources.set(diff.kuberay_version, from);
    if (diff.kuberay_version_from !== undefined) {
      from.add(defuse(defuse(diff.kuberay_version_from)));
    }
  }
  return [...sources]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([release, from]) => {
      const why = from.size === 0 ? "" : ` (${[...from].sort().join(", ")})`;
      return `Effects are for KubeRay ${release}${why}.`;
    });
}

/** How severe the outcome of a comparison is: 0 where nothing happens. */
export function severity(diff: ManifestDiff): number {
  if (!diff.ok) return effects.length + 1;
  return isQuiet(diff) ? 0 : effects.indexOf(diff.effect) + 1;
}

function outcomeOf(diff: ManifestDiff): Outcome {
  if (!diff.ok) return "not-compared";
  if (diff.effect === "rejected") return "rejected";
  return diff.presence === "created" || diff.presence === "deleted" ? diff.presence : diff.effect;
}
