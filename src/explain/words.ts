import { diagnosticCodes } from "../diagnostics/codes.ts";
import { spellingCauses } from "../diff/compare/spelling-causes.ts";
import { effectSummaries, effects } from "../kuberay/effects/effects.ts";
import { readinessReasons } from "../lifecycle/readiness/readiness-reasons.ts";

/** What words of a kind are for. */
export type WordKind = "diagnostic" | "effect" | "readiness" | "spelling";

/** A word that a report prints. Two kinds can share one. */
export interface ReportWord {
  readonly word: string;
  readonly kind: WordKind;
  /** What it means, as a sentence. */
  readonly summary: string;
  /** Where it is explained, from the root of the package. */
  readonly page: string;
  /** Whether the page explains other words too: then a heading of the second level bears the word. */
  readonly isSection: boolean;
}

/** Each kind, as a heading names it, in the order of a list. */
export const wordKinds: Readonly<Record<WordKind, string>> = Object.freeze({
  effect: "Effects: what KubeRay does with a change",
  spelling: "Causes of another spelling: why two manifests have the same meaning",
  readiness: "Readiness reasons: why a cluster is not ready",
  diagnostic: "Diagnostics: the rules for a request, its settings, a project file and a manifest",
});

/** Every word of every registry, each kind in its own order. */
export const reportWords: readonly ReportWord[] = Object.freeze([
  ...effects.map((word) => ({
    ...ownPage("effect", word, `docs/effects/${word}.md`),
    summary: sentence(effectSummaries[word]),
  })),
  ...Object.entries(spellingCauses).map(([word, summary]) => ({
    ...section("spelling", word, "docs/spelling-causes.md"),
    summary,
  })),
  ...Object.entries(readinessReasons).map(([word, { summary }]) => ({
    ...section("readiness", word, "docs/readiness-reasons.md"),
    summary,
  })),
  ...Object.entries(diagnosticCodes).map(([word, { summary }]) => ({
    ...ownPage("diagnostic", word, `docs/diagnostics/${word}.md`),
    summary,
  })),
]);

function ownPage(kind: WordKind, word: string, page: string) {
  return { kind, word, page, isSection: false };
}

function section(kind: WordKind, word: string, page: string) {
  return { kind, word, page, isSection: true };
}

function sentence(clause: string): string {
  return `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`;
}
