import { showText } from "../../diagnostics/show.ts";
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
        if (choice.list !== undefined && choice.list !== container.list) continue;
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
    const closest = closestName(data, choice.words);
    yield {
      path,
      message: `${field} is ${showText(data)}; it must be ${listWords(choice.words)}.`,
      hint: closest === undefined ? `Use ${listWords(choice.words)}.` : `Did you mean ${closest}?`,
    };
  }
}

/** `Always, OnFailure or Never`. */
function listWords(words: readonly string[]): string {
  const named = words.filter((word) => word !== "");
  const last = named.at(-1) ?? "";
  return named.length < 2 ? last : `${named.slice(0, -1).join(", ")} or ${last}`;
}
