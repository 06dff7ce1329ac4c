import { labelKeyProblem } from "../../api/identifiers/label-key.ts";
import { labelValueProblem } from "../../api/identifiers/label-value.ts";
import { showText } from "../../diagnostics/show.ts";
import type { Place } from "./place.ts";
import { entriesAt } from "./place.ts";
import type { PodFinding } from "./pod-law.ts";
import { definePodLaw } from "./pod-law.ts";

/** Labels and node selectors. Source: Kubernetes, ValidateLabels. */
export const podLabel = definePodLaw({
  code: "pod-label",
  *check({ metadata, spec }) {
    yield* mapFindings(metadata, "labels", "label");
    yield* mapFindings(spec, "nodeSelector", "node selector");
  },
});

function* mapFindings(place: Place, field: string, noun: string): Iterable<PodFinding> {
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
        ? "Shorten or change the value, or use an annotation, which may hold any text."
        : "Write the value exactly as on the nodes: kubectl get nodes --show-labels.";
    yield { path, message, hint };
  }
}
