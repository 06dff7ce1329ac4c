import { listWords, showText } from "../../diagnostics/show.ts";
import { closestName } from "../../diagnostics/suggest.ts";
import type { Place } from "./place.ts";
import { placesAt } from "./place.ts";
import type { Choice } from "./pod-choices.ts";
import { containerChoices, podChoices } from "./pod-choices.ts";
import type { PodFinding } from "./pod-law.ts";
import { definePodLaw } from "./pod-law.ts";

/** Fields that take one of a few words, in just their case. */
export const podEnum = definePodLaw({
  code: "pod-enum",
  *check({ spec, judged, kubernetesMinor }) {
    for (const choice of podChoices) {
      if (kubernetesMinor >= (choice.sinceMinor ?? 0)) yield* choiceFindings(spec, choice);
    }
    for (const container of judged) {
      for (const choice of containerChoices) {
        if (kubernetesMinor >= (choice.sinceMinor ?? 0)) yield* choiceFindings(container, choice);
      }
    }
  },
});

function* choiceFindings(root: Place, choice: Choice): Iterable<PodFinding> {
  for (const { data, path } of placesAt(root, choice.pattern)) {
    if (typeof data !== "string" || choice.words.includes(data)) continue;
    if (data === "" && choice.emptyIsDefault) continue;
    const field = choice.pattern.findLast((step) => step !== "*") ?? "";
    const allowed = listWords(
      choice.words.filter((word) => word !== ""),
      "or",
    );
    const closest = closestName(data, choice.words);
    yield {
      path,
      message: `${field} is ${showText(data)}; it must be ${allowed}.`,
      hint: closest === undefined ? `Use ${allowed}.` : `Did you mean ${closest}?`,
    };
  }
}
