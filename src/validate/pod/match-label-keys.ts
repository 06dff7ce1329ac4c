import { labelKeyProblem } from "../../api/identifiers/label-key.ts";
import { ownField } from "../../diagnostics/own-field.ts";
import { showText } from "../../diagnostics/show.ts";
import type { Place } from "./place.ts";
import { fieldAt, placesAt } from "./place.ts";
import type { PodFinding } from "./pod-law.ts";
import { selectorKeys } from "./selector-rules.ts";

/** Which keys may stand twice. */
export interface MatchKeyRules {
  /**
   * The keys of the pod's labels, where Kubernetes first adds the values of matchLabelKeys to the labelSelector: only then
   * does a key stand twice. Undefined where it does not, and every key that the selector has is refused.
   */
  readonly merged: ReadonlySet<string> | undefined;
}

/**
 * What is wrong with keys whose values are the pod's own: they need a labelSelector, and stand once in all.
 * Source: Kubernetes, ValidateMatchLabelKeysAndMismatchLabelKeys and PrepareForCreate of pods.
 */
export function* matchKeyFindings(term: Place, { merged }: MatchKeyRules): Iterable<PodFinding> {
  const hasSelector = ownField(term.data, "labelSelector") !== undefined;
  const selected = selectorKeys(fieldAt(term, "labelSelector"));
  const mismatched = new Set(placesAt(term, ["mismatchLabelKeys", "*"]).map(({ data }) => data));
  for (const field of ["matchLabelKeys", "mismatchLabelKeys"]) {
    const keys = placesAt(term, [field, "*"]);
    if (keys.length > 0 && !hasSelector) {
      const message = `${field} needs a labelSelector.`;
      const hint = "Add a labelSelector, or remove it.";
      yield { path: fieldAt(term, field).path, message, hint };
      continue;
    }
    const earlier = new Set<string>();
    for (const { data, path } of keys) {
      if (typeof data !== "string") continue;
      const problem =
        labelKeyProblem(data) ?? (field === "matchLabelKeys" ? clash(data) : undefined);
      earlier.add(data);
      if (problem === undefined) continue;
      const message = `The key ${showText(data)} of ${field} is not valid. ${problem}`;
      yield { path, message, hint: "Keep the key in one place." };
    }

    function clash(key: string): string | undefined {
      if (mismatched.has(key)) return "mismatchLabelKeys also has it.";
      if (merged === undefined) {
        return selected.has(key) ? "The labelSelector also has it." : undefined;
      }
      if (!merged.has(key)) return undefined;
      if (selected.has(key)) return "The labelSelector also has it, and the pod has such a label.";
      return earlier.has(key) ? "It appears twice, and the pod has such a label." : undefined;
    }
  }
}
