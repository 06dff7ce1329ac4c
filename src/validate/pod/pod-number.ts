import { formatCount } from "../../diagnostics/show.ts";
import { byLastKey, entriesFor, lastKey } from "./keys-within.ts";
import type { Place } from "./place.ts";
import { placesAt } from "./place.ts";
import type { PodFinding } from "./pod-law.ts";
import { definePodLaw } from "./pod-law.ts";
import type { NumberBounds } from "./pod-numbers.ts";
import { containerNumbers, podNumbers } from "./pod-numbers.ts";

/** Numbers within their bounds. */
export const podNumber = definePodLaw({
  code: "pod-number",
  *check({ spec, judged, keys }) {
    for (const bounds of entriesFor(OF_PODS, keys)) yield* boundsFindings(spec, bounds);
    const ofContainers = entriesFor(OF_CONTAINERS, keys);
    for (const container of judged) {
      for (const bounds of ofContainers) yield* boundsFindings(container, bounds);
    }
  },
});

const OF_PODS = byLastKey(podNumbers);
const OF_CONTAINERS = byLastKey(containerNumbers);

function* boundsFindings(
  root: Place,
  { pattern, least, most, hint }: NumberBounds,
): Iterable<PodFinding> {
  for (const place of placesAt(root, pattern)) {
    const { data } = place;
    if (typeof data !== "number" || (data >= least && data <= most)) continue;
    const field = lastKey(pattern);
    const allowed = Number.isFinite(most)
      ? `from ${formatCount(least)} to ${formatCount(most)}`
      : `at least ${formatCount(least)}`;
    yield {
      path: place.path,
      message: `${field} is ${data}; it must be ${allowed}.`,
      hint: hint ?? `Write a number ${allowed}, or remove the field.`,
    };
  }
}
