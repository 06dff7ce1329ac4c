import { defuse } from "../../diagnostics/defuse.ts";
import { count } from "../../diagnostics/show.ts";
import { compareEffects, effects } from "../compare/effects.ts";
import type { Change, ComparedManifests, ManifestDiff, Refusal } from "../compare/manifest-diff.ts";

const SHOWN_TITLE = 200;

/** The title of a pair, printable, of a size that can be read, and harmless anywhere but at the start of a line. */
export function showTitle({ title }: ManifestDiff): string {
  const cut = title.length > SHOWN_TITLE ? `${title.slice(0, SHOWN_TITLE - 1)}…` : title;
  return defuse(cut);
}

/** What became of a cluster, in a few words: `2 changes, at most scale`. */
export function summarize({
  presence,
  same,
  changes,
  spelling,
  effect,
}: ComparedManifests): string {
  if (presence === "neither") return "not there";
  if (same) {
    const places = count(spelling.length, "place");
    const written = spelling.length === 0 ? "" : `, written differently in ${places}`;
    return effect === "none"
      ? `same meaning${written}`
      : `same meaning${written}; effect ${effect}`;
  }
  if (presence !== "both") return effect === "rejected" ? `${presence}, but rejected` : presence;
  if (effect === "none") return `${count(changes.length, "change")}, without effect`;
  const isUpperBound = changes.length > 1 && effect !== "rejected";
  return `${count(changes.length, "change")}, ${isUpperBound ? "at most " : ""}${effect}`;
}

/** What is refused in the new manifest and no change tells of. */
export function untoldRefusals({ changes, refusals }: ComparedManifests): readonly Refusal[] {
  const told = changes.filter(({ effect }) => effect === "rejected");
  return refusals.filter(({ message }) => !told.some(({ reason }) => reason.includes(message)));
}

/** Changes with the same effect for the same reason. */
export interface ChangeGroup {
  readonly effect: Change["effect"];
  readonly reason: string;
  readonly changes: readonly Change[];
}

/** The changes by effect, the most severe one first, and within an effect by reason, in the order in which they come. */
export function groupChanges(changes: readonly Change[]): readonly ChangeGroup[] {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
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
