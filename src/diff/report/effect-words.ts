import type { Effect } from "../../kuberay/effects/effects.ts";

/** Each effect in a few plain words, for a heading; `effectSummaries` say it as a whole. */
export const effectWords: Readonly<Record<Effect, string>> = Object.freeze({
  none: "without effect",
  rerun: "only the next run changes",
  "in-place": "the change applies at once",
  scale: "pods added or removed",
  "new-pods-only": "running pods keep the old template",
  "new-cluster": "a new cluster takes over",
  recreate: "all running pods are deleted",
  address: "drivers must reconnect",
  rejected: "refused",
});
