/** How many of the needed pods are ready. */
export interface Tally {
  readonly readyPods: number;
  readonly neededPods: number;
  /** Groups that are short; `workers` where it is not known which. */
  readonly waitingFor: readonly string[];
  /** Whether the evidence says that the cluster may be used: then no pod is missing. */
  readonly isComplete: boolean;
}
