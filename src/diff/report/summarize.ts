import { defuse } from "../../diagnostics/defuse.ts";
import { count } from "../../diagnostics/show.ts";
import { compareEffects, effects } from "../../kuberay/effects/effects.ts";
import type { Change, ComparedManifests, ManifestDiff, Refusal } from "../compare/manifest-diff.ts";
import { effectWords } from "./effect-words.ts";
import type { ReportedChange } from "./merge-changes.ts";
import { mergeChanges } from "./merge-changes.ts";

const SHOWN_TITLE = 200;
const SHOWN_TARGET = 60;

/**
 * The title of a pair, printable, of a size that can be read, and harmless anywhere but at the start of a line. Behind the
 * kind where that is not a RayCluster.
 */
export function showTitle({ title, kind = "RayCluster" }: ManifestDiff): string {
  const shown = printable(title, SHOWN_TITLE);
  return kind === "RayCluster" ? shown : `${kind} ${shown}`;
}

/** The title with the kind and the target, for the start of a line. */
export function showHeading(diff: ManifestDiff): string {
  const place = showPlace(diff);
  return (diff.kind ?? "RayCluster") === "RayCluster" ? `RayCluster ${place}` : place;
}

/** The target of a pair in the same way; empty where there is none. */
export function showTarget({ target = "", project = "" }: ManifestDiff): string {
  const name = printable(target, SHOWN_TARGET);
  return project === "" ? name : `${name} in ${printable(project, SHOWN_TARGET)}`;
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

/** What is wrong with the new manifest and no change tells of: of one kind, under its heading. */
export interface UntoldPart {
  readonly heading: string;
  /** The heading in a few words. */
  readonly label: string;
  readonly refusals: readonly Refusal[];
}

/** What is refused or dropped of the new manifest and no change tells of; parts that have something. */
export function untoldParts(diff: ComparedManifests): readonly UntoldPart[] {
  const { changes, refusals, pod_refusals, dropped } = diff;
  const rejected = changes.filter(({ effect }) => effect === "rejected");
  const parts: readonly UntoldPart[] = [
    {
      heading: "Refused in the new manifest, whatever changes",
      label: "Refused",
      refusals: untold(refusals, rejected),
    },
    {
      heading: "Refused by Kubernetes, so that no new pod can be made",
      label: "No new pod",
      refusals: untold(pod_refusals, changes),
    },
    {
      heading: "Dropped by the API server, so it has no effect",
      label: "Dropped",
      refusals: untold(dropped, changes),
    },
  ];
  return parts.filter((part) => part.refusals.length > 0);
}

function untold(refusals: readonly Refusal[], changes: readonly Change[]): readonly Refusal[] {
  if (refusals.length === 0) return refusals;
  const reasons = [...new Set(changes.map(({ reason }) => reason))].join("\n");
  return refusals.filter(({ message }) => !reasons.includes(message));
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
