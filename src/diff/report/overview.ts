import { count, formatCount } from "../../diagnostics/show.ts";
import type { ComparedManifests, ManifestDiff } from "../compare/manifest-diff.ts";
import { isQuiet, sumTotals } from "./group-diffs.ts";
import { objectNoun } from "./object-noun.ts";
import { outcomeWords } from "./outcome-words.ts";
import { showTarget, showTitle } from "./summarize.ts";
import { severity } from "./summary-sentences.ts";

/** The table with which a report begins. */
export interface Overview {
  /** Every cluster that is not the same, the most severe outcome first. */
  readonly clusters: readonly ClusterRow[];
  /** All that are the same, as one row; undefined where none is. */
  readonly same: OverviewRow | undefined;
  /** All together; undefined where there is one alone. */
  readonly sum: OverviewRow | undefined;
  /** Whether the clusters are those of several targets of a project. */
  readonly hasTargets: boolean;
}

export interface OverviewRow {
  /** Printable. */
  readonly title: string;
  /** What happens, in plain words; may be empty. */
  readonly what: string;
  /** Undefined where there is nothing to count. */
  readonly totals: ComparedManifests["totals"] | undefined;
}

export interface ClusterRow extends OverviewRow {
  readonly diff: ManifestDiff;
  /** Printable; empty where there is none. */
  readonly target: string;
}

export function overviewOf(diffs: readonly ManifestDiff[]): Overview {
  const clusters = diffs
    .filter((diff) => !isQuiet(diff))
    .sort((left, right) => severity(right) - severity(left))
    .map(clusterRow);
  const quiet = diffs.filter(isQuiet);
  return {
    clusters,
    same: quiet.length === 0 ? undefined : sameRow(quiet, clusters.length > 0),
    sum: diffs.length < 2 ? undefined : sumRow(diffs),
    hasTargets: new Set(diffs.map(showTarget)).size > 1,
  };
}

function clusterRow(diff: ManifestDiff): ClusterRow {
  return {
    diff,
    title: showTitle(diff),
    target: showTarget(diff),
    what: outcomeWords(diff),
    totals: diff.ok ? diff.totals : undefined,
  };
}

function sameRow(quiet: readonly ManifestDiff[], areOthers: boolean): OverviewRow {
  const respelled = quiet.filter((diff) => diff.ok && diff.spelling.length > 0).length;
  const which = respelled === quiet.length ? "" : `${formatCount(respelled)} of them `;
  return {
    title: count(quiet.length, areOthers ? "other" : objectNoun(quiet)),
    what: respelled === 0 ? "the same" : `the same, ${which}written differently`,
    totals: sumTotals(quiet),
  };
}

function sumRow(diffs: readonly ManifestDiff[]): OverviewRow {
  const left = diffs.filter((diff) => !diff.ok).length;
  return {
    title: `All ${count(diffs.length, objectNoun(diffs))}`,
    what: left === 0 ? "" : `without the ${formatCount(left)} that cannot be compared`,
    totals: sumTotals(diffs),
  };
}
