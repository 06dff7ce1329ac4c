import { defuse } from "../../diagnostics/defuse.ts";
import { count } from "../../diagnostics/show.ts";
import { compareEffects, effects } from "../../kuberay/effects/effects.ts";
import type { Change, ComparedManifests, ManifestDiff, Refusal } from "../compare/manifest-diff.ts";
import { effectWords } from "./effect-words.ts";
import type { ReportedChange } from "./merge-changes.ts";
import { mergeChanges } from "./merge-changes.ts";

const SHOWN_TITLE = 200;
const SHOWN_TARGET = 60;

/** The title of a pair, printable, of a size that can be read, and harmless anywhere but at the start of a line. */
export function showTitle({ title }: ManifestDiff): string {
  return printable(title, SHOWN_TITLE);
}

/** The target of a pair in the same way; empty where there is none. */
export function showTarget({ target = "" }: ManifestDiff): string {
  return printable(target, SHOWN_TARGET);
}

/** The title with the target, where there is one: `ml/train (train.yaml) of production`. */
export function showPlace(diff: ManifestDiff): string {
  const target = showTarget(diff);
  return target === "" ? showTitle(diff) : `${showTitle(diff)} of ${target}`;
}

function printable(text: string, maximum: number): string {
  return defuse(text.length > maximum ? `${text.slice(0, maximum - 1)}…` : text);
}

/** What became of a cluster, in a few plain words: `2 changes: pods are added or removed`. */
export function summarize(diff: ComparedManifests): string {
  const { presence, same, spelling, effect } = diff;
  if (presence === "neither") return "does not exist";
  if (same) {
    const places = count(spelling.length, "place");
    const written = spelling.length === 0 ? "" : `, written differently in ${places}`;
    return effect === "none"
      ? `same meaning${written}`
      : `same meaning${written}; ${effectWords[effect]}`;
  }
  if (presence !== "both") {
    if (effect === "rejected") return `${presence}, but refused`;
    return diff.pod_refusals.length > 0 ? `${presence}, but its pods are refused` : presence;
  }
  const changes = mergeChanges(diff.changes);
  const number = count(changes.length, "change");
  if (diff.pod_refusals.length > 0 && effect !== "rejected") {
    const now = effect === "none" ? "nothing happens to running pods" : effectWords[effect];
    return `${number}: ${now}, and new pods are refused`;
  }
  if (effect === "none") return `${number}, without effect`;
  const isMixed = effect !== "rejected" && changes.some((change) => change.effect !== effect);
  return `${number}${isMixed ? ", the most severe" : ""}: ${effectWords[effect]}`;
}

/** What is refused in the new manifest and no change tells of. */
export function untoldRefusals({ changes, refusals }: ComparedManifests): readonly Refusal[] {
  const told = changes.filter(({ effect }) => effect === "rejected");
  return refusals.filter(({ message }) => !told.some(({ reason }) => reason.includes(message)));
}

/** What Kubernetes refuses in new pods and no change tells of. */
export function untoldPodRefusals(diff: ComparedManifests): readonly Refusal[] {
  return diff.pod_refusals.filter(
    ({ message }) => !diff.changes.some(({ reason }) => reason.includes(message)),
  );
}

/** Changes with the same effect for the same reason. */
export interface ChangeGroup {
  readonly effect: Change["effect"];
  readonly reason: string;
  readonly changes: readonly ReportedChange[];
}

/**
 * The changes by effect, the most severe one first, and within an effect by reason, in the order in which they come. Those
 * that are one thing are merged.
 */
export function groupChanges(changes: readonly Change[]): readonly ChangeGroup[] {
  const groups = new Map<string, ReportedChange[]>();
  for (const change of mergeChanges(changes)) {
    const key = `${effects.indexOf(change.effect)} ${change.reason}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [change]);
    else group.push(change);
  }
  return [...groups.values()]
    .flatMap((group): readonly ChangeGroup[] => {
      const [first] = group;
      return first === undefined
        ? []
        : [{ effect: first.effect, reason: first.reason, changes: group }];
    })
    .sort((left, right) => compareEffects(right.effect, left.effect));
}
