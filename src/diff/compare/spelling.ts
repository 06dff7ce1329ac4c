import type { Respelling } from "./comparison.ts";
import { formatDiffPath } from "./diff-path.ts";
import type { SpellingCause, SpellingDifference } from "./manifest-diff.ts";
import { countsForRecreate, RECREATION } from "./recreate.ts";
import { sides } from "./sides.ts";

const reasons: Readonly<Record<SpellingCause, string>> = Object.freeze({
  quantity: "This is the same amount.",
  "server-default": "The API server stores this where it is left out.",
  default: "Leaving it out means the same.",
  zero: "Leaving it out means the same.",
  empty: "Nothing is in it.",
  order: "The order means nothing here.",
  autoscaler: "The autoscaler decides this in both manifests.",
  "api-version": "Both versions are stored as the same object.",
  namespace: "The object in the cluster has the namespace that the manifest was posted to.",
});

/** A place that is written differently, as a report tells it. */
export function describeRespelling(respelling: Respelling, recreates: boolean): SpellingDifference {
  const { path, cause } = respelling;
  const isOtherText = recreates && changesText(cause) && countsForRecreate(path);
  const difference = { path: formatDiffPath(path), ...sides(respelling), cause };
  return isOtherText
    ? {
        ...difference,
        effect: "recreate",
        reason: `${reasons[cause]} ${TEXT_COUNTS} ${RECREATION}`,
      }
    : { ...difference, effect: "none", reason: reasons[cause] };
}

const TEXT_COUNTS = "But KubeRay compares the text of the spec, not its meaning.";

/**
 * Whether Go writes something else for the same meaning: quantities come out canonical, and what is empty or zero does not
 * come out at all, but lists keep their order and what is said stays said.
 */
function changesText(cause: SpellingCause): boolean {
  return cause === "order" || cause === "default";
}
