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
  for (const [key, { data, path }] of entriesAt(place, field)) {
    const keyProblem = labelKeyProblem(key);
    if (keyProblem !== undefined) {
      const message = `The ${noun}'s key ${showText(key)} is not valid. ${keyProblem}`;
      yield { path, target: "key", message, hint: `Write a key such as example.com/team.` };
    }
    if (typeof data !== "string") continue;
    const valueProblem = labelValueProblem(data);
    if (valueProblem === undefined) continue;
    const message = `The ${noun}'s value ${showText(data)} of ${showText(key)} is not valid. ${valueProblem}`;
    const hint =
      noun === "label"
        ? "Shorten or respell the value, or make it an annotation, which may hold any text."
        : "Write the value as the nodes carry it: kubectl get nodes --show-labels.";
    yield { path, message, hint };
  }
}

/** What is wrong with the key of an annotation. Source: Kubernetes, ValidateAnnotations. */
export function* annotationKeyFindings(key: string, { path }: Place): Iterable<PodFinding> {
  const problem = annotationKeyProblem(key);
  if (problem === undefined) return;
  const message = `The annotation's key ${showText(key)} is not valid. ${problem}`;
  yield { path, target: "key", message, hint: "Write a key such as example.com/note." };
}
