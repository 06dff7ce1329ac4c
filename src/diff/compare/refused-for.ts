import type { Finding } from "../../diagnostics/diagnostic.ts";
import type { Difference } from "./comparison.ts";
import { areRelated } from "./judge-side.ts";

/** Whether a change has part in one of the refusals of the new manifest. */
export function isRefusedFor(difference: Difference, refusals: readonly Finding[]): boolean {
  const { afterPath } = difference;
  const isConcerned = ({ path, related = [] }: Finding) =>
    [path, ...related.map((place) => place.path)].some((place) => areRelated(place, afterPath));
  return !lacksItem(difference) && refusals.some(isConcerned);
}

/** Whether the new manifest lacks the item of a list that a change is about. */
export function lacksItem({ trail, afterPath }: Difference): boolean {
  return afterPath.length < trail.length;
}
