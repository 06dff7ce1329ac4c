import { compareEffects } from "../../kuberay/effects/effects.ts";
import type { ComparedManifests, ManifestDiff } from "../compare/manifest-diff.ts";
import { effectWords } from "./effect-words.ts";
import { isQuiet } from "./group-diffs.ts";

/** What will happen to a cluster, in plain words, the most severe first: `drivers must reconnect; pods are added or removed`. */
export function outcomeWords(diff: ManifestDiff): string {
  if (!diff.ok) return "cannot be compared";
  const { presence, effect, changes } = diff;
  if (presence === "neither") return "does not exist";
  const isRefused = effect === "rejected";
  if (presence !== "both") return isRefused ? `${presence}, but refused` : presence;
  if (isRefused) return effectWords.rejected;
  if (isQuiet(diff)) return "the same";
  const others = changes.map((change) => change.effect).filter((each) => each !== "none");
  // New pods come of the new template, as many as it says.
  const isWhole = [effect, ...others].includes("recreate");
  const told = [...new Set([effect, ...others])].filter(
    (each) => !isWhole || (each !== "scale" && each !== "new-pods-only"),
  );
  if (told.length === 1 && effect === "none" && hasOtherBounds(diff)) return NOT_NOW;
  return told
    .sort((left, right) => compareEffects(right, left))
    .map((each) => effectWords[each])
    .join("; ");
}

const NOT_NOW = "no pod changes now";

/** Whether a cluster without a change of pods may come to another number of them: KubeRay passes on its bounds. */
function hasOtherBounds({ kind, totals }: ComparedManifests): boolean {
  return kind === "RayCluster" && JSON.stringify(totals.before) !== JSON.stringify(totals.after);
}
