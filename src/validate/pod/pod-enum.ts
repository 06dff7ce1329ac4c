import { listWords, showText } from "../../diagnostics/show.ts";
import { closestName } from "../../diagnostics/suggest.ts";
import { byLastKey, entriesFor, lastKey } from "./keys-within.ts";
import type { Place } from "./place.ts";
import { placesAt } from "./place.ts";
import type { Choice } from "./pod-choices.ts";
import { containerChoices, podChoices } from "./pod-choices.ts";
import type { PodFinding } from "./pod-law.ts";
import { definePodLaw } from "./pod-law.ts";

/** Fields that take one of a few words, in just their case. */
export const podEnum = definePodLaw({
  code: "pod-enum",
  *check({ spec, judged, keys, kubernetesMinor }) {
    const isKnown = ({ sinceMinor = 0 }: Choice) => kubernetesMinor >= sinceMinor;
    const ofPod = entriesFor(OF_PODS, keys).filter(isKnown);
    for (const choice of ofPod) yield* choiceFindings(spec, choice);
    const ofContainers = entriesFor(OF_CONTAINERS, keys).filter(isKnown);
    for (const container of judged) {
      for (const choice of ofContainers) yield* choiceFindings(container, choice);
    }
  },
});

const OF_PODS = byLastKey(podChoices);
const OF_CONTAINERS = byLastKey(containerChoices);

function* choiceFindings(root: Place, choice: Choice): Iterable<PodFinding> {
  for (const place of placesAt(root, choice.pattern)) {
    const { data } = place;
    if (typeof data !== "string" || choice.words.includes(data)) continue;
    if (data === "" && choice.emptyIsDefault) continue;
    const field = lastKey(choice.pattern);
    const allowed = listWords(
      choice.words.filter((word) => word !== ""),
      "or",
    );
    const closest = closestName(data, choice.words);
    yield {
      path: place.path,
      message: `${field} is ${showText(data)}; it must be ${allowed}.`,
      hint: closest === undefined ? `Use ${allowed}.` : `Did you mean ${closest}?`,
    };
  }
}
