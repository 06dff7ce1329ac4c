import { labelKeyProblem } from "../../api/identifiers/label-key.ts";
import { ownField } from "../../diagnostics/own-field.ts";
import { showText } from "../../diagnostics/show.ts";
import type { Place } from "./place.ts";
import { fieldAt, placesAt } from "./place.ts";
import type { PodFinding } from "./pod-law.ts";
import { selectorKeys } from "./selector-rules.ts";

/**
 * What is wrong with keys whose values are the pod's own: they need a labelSelector, and stand once in all.
 * Source: Kubernetes, validateMatchLabelKeysAndMismatchLabelKeys.
 */
export function* matchKeyFindings(term: Place, fields: readonly string[]): Iterable<PodFinding> {
  const hasSelector = ownField(term.data, "labelSelector") !== undefined;
  const taken = new Set(selectorKeys(fieldAt(term, "labelSelector")));
  for (const field of fields) {
    const keys = placesAt(term, [field, "*"]);
    if (keys.length > 0 && !hasSelector) {
      const message = `${field} needs a labelSelector.`;
      yield {
        path: fieldAt(term, field).path,
        message,
        hint: "Add a labelSelector, or remove it.",
      };
      continue;
    }
    for (const { data, path } of keys) {
      if (typeof data !== "string") continue;
      const problem =
        labelKeyProblem(data) ??
        (taken.has(data) ? "The selector or another list of keys also has it." : undefined);
      taken.add(data);
      if (problem === undefined) continue;
      const message = `The key ${showText(data)} of ${field} is not valid. ${problem}`;
      yield { path, message, hint: "Keep the key in one place." };
    }
  }
}
