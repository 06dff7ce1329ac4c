import { annotationKeyProblem } from "../../api/identifiers/annotation-key.ts";
import { labelKeyProblem } from "../../api/identifiers/label-key.ts";
import { labelValueProblem } from "../../api/identifiers/label-value.ts";
import { showText } from "../../diagnostics/show.ts";
import type { Place } from "./place.ts";
import { entriesAt } from "./place.ts";
import type { PodFinding } from "./pod-law.ts";

/** What is wrong with a map of labels. `noun` is what one of them is called. Source: Kubernetes, ValidateLabels. */
export function* labelMapFindings(
  place: Place,
  field: string,
  noun: "label" | "node selector",
): Iterable<PodFinding> {
  for (const [key, entry] of entriesAt(place, field)) {
    const { data } = entry;
    const keyProblem = labelKeyProblem(key);
    if (keyProblem !== undefined) {
      const message = `The ${noun}'s key ${showText(key)} is not valid. ${keyProblem}`;
      const hint = "Write a key such as example.com/team.";
      yield { path: entry.path, target: "key", message, hint };
    }
    if (typeof data !== "string") continue;
    const valueProblem = labelValueProblem(data);
    if (valueProblem === undefined) continue;
    const message = `The ${noun}'s value ${showText(data)} of ${showText(key)} is not valid. ${valueProblem}`;
    const hint =
      noun === "label"
        ? "Shorten or respell the value, or make it an annotation, which may hold any text."
        : "Write the value as the nodes carry it: kubectl get nodes --show-labels.";
    yield { path: entry.path, message, hint };
  }
}

/** What is wrong with the key of an annotation. Source: Kubernetes, ValidateAnnotations. */
export function* annotationKeyFindings(key: string, place: Place): Iterable<PodFinding> {
  const problem = annotationKeyProblem(key);
  if (problem === undefined) return;
  const message = `The annotation's key ${showText(key)} is not valid. ${problem}`;
  const hint = "Write a key such as example.com/note.";
  yield { path: place.path, target: "key", message, hint };
}
