/** What KubeRay does with a change. */
export type Effect = (typeof effects)[number];

/** Every effect, from the mildest to the most severe. */
export const effects = Object.freeze([
  "none",
  "rerun",
  "in-place",
  "scale",
  "new-pods-only",
  "new-cluster",
  "recreate",
  "address",
  "rejected",
] as const);

/** Each effect in the words of a report. */
export const effectSummaries: Readonly<Record<Effect, string>> = Object.freeze({
  none: "running pods and drivers are not affected",
  rerun: "the current run keeps the old manifest, and the next run uses the new one",
  "in-place": "the change applies at once, without new pods",
  scale: "pods are added or removed",
  "new-pods-only": "running pods keep the old template until they are recreated",
  "new-cluster": "a new cluster is created beside the old one and takes over when it is serving",
  recreate: "all running pods are deleted, and new ones are created unless it is suspended",
  address: "drivers must reconnect",
  rejected: "the new manifest is refused, and nothing changes",
});

/** Above 0 where the first effect is the more severe one, below 0 where it is the milder one. */
export function compareEffects(left: Effect, right: Effect): number {
  return effects.indexOf(left) - effects.indexOf(right);
}

/** The most severe of some effects; none of none. */
export function mostSevere(some: readonly Effect[]): Effect {
  return some.reduce<Effect>(
    (worst, effect) => (compareEffects(effect, worst) > 0 ? effect : worst),
    "none",
  );
}
