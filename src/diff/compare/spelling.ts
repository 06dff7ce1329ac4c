import type { Respelling } from "./comparison.ts";
import { formatDiffPath } from "./diff-path.ts";
import type { SpellingCause, SpellingDifference } from "./manifest-diff.ts";
import { sides } from "./sides.ts";
import { spellingCauses } from "./spelling-causes.ts";
import type { TextEffect } from "./text-effect.ts";

/** A place that is written differently, as a report tells it. */
export function describeRespelling(
  respelling: Respelling,
  comparesText: TextEffect,
): SpellingDifference {
  const { display, cause } = respelling;
  const meaning = meaningOf(respelling);
  const own = changesText(cause) ? comparesText(respelling) : undefined;
  const difference = { path: formatDiffPath(display), ...sides(respelling), cause };
  return own === undefined
    ? { ...difference, effect: "none", reason: meaning }
    : { ...difference, effect: own.effect, reason: `${meaning} ${TEXT_COUNTS} ${own.reason}` };
}

/** Seen with a real API server: applying a manifest writes the default of the CRD where `replicas` is left out. */
function meaningOf({ trail, cause, after }: Respelling): string {
  if (cause !== "autoscaler" || trail.at(-1)?.step !== "replicas") return spellingCauses[cause];
  if (after !== undefined) {
    return `${spellingCauses.autoscaler} Applying a manifest that sets it overwrites the autoscaler's value once: running pods stay, but a lost one may not be replaced until the autoscaler writes it again.`;
  }
  return `${spellingCauses.autoscaler} Applying a manifest that leaves it out can set it to 0: running pods stay, but a lost one is not replaced until the autoscaler writes it again.`;
}

const TEXT_COUNTS = "But KubeRay compares the text of the spec, not its meaning.";

/**
 * Whether Go writes something else for the same meaning: quantities come out canonical, and what is empty or zero does not
 * come out at all, but lists keep their order and what is said stays said.
 */
export function changesText(cause: SpellingCause): boolean {
  return textualCauses.includes(cause);
}

const textualCauses: readonly SpellingCause[] = Object.freeze([
  "order",
  "default",
  "operator-default",
  "port-name",
  "service-account",
  "kueue",
  "unread",
  "replica-bounds",
  "ray-resources",
  "fault-tolerance",
]);
