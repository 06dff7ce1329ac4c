import { count, formatCount, listWords } from "../diagnostics/show.ts";
import type { Plan } from "../plan/plan.ts";
import { requirePlan } from "../plan/require-plan.ts";
import type { Observed } from "./observed.ts";
import { isThere, isToBeSuspended } from "./readiness/cluster-reasons.ts";
import { explainWaiting } from "./readiness/explain-waiting.ts";
import { observedPods } from "./readiness/observed-pods.ts";
import { isSet, listAt, valueAt } from "./readiness/read-unknown.ts";
import type { Readiness } from "./readiness/readiness-answer.ts";
import { readinessReasons } from "./readiness/readiness-reasons.ts";
import type { Tally } from "./readiness/tally.ts";
import { tallyPods } from "./readiness/tally-pods.ts";
import { tallyStatus } from "./readiness/tally-status.ts";

/**
 * Whether a cluster may be used: a pure decision for a server's poll or watch, asked until the answer is not `waiting`.
 *
 * - `ready`: the RayCluster is there, neither being deleted nor to be suspended, and the head and the minimum of every
 *   group are ready. A cluster that is found ready is ready however late: a server that was restarted finds it so.
 * - `failed`: waiting does not help; `readinessReasons` says what is final and why.
 * - `timed-out`: not ready `activation_timeout_seconds` or more after the creation; the reason is the most telling one.
 *   Beyond the timeout the answer is never `waiting`.
 * - `waiting`: anything else.
 *
 * `timed-out` and `failed` are final: given the answer as `previous`, it stays so, whatever is observed later.
 * Never throws, whatever the observed objects are, and throws a TypeError where the plan is none; the order of pods and of events does not matter.
 */
export function readiness(plan: Plan, observed: Observed): Readiness {
  requirePlan("readiness", plan, ["RayCluster"]);
  const previous = endOf(observed);
  if (previous !== undefined) return previous;
  const raycluster = valueAt(observed, "raycluster");
  const pods =
    valueAt(observed, "pods") == null
      ? undefined
      : observedPods(plan, listAt(observed, "pods"), raycluster);
  const tally = pods === undefined ? tallyStatus(plan, raycluster) : tallyPods(plan, pods);
  const { readyPods, neededPods, waitingFor } = tally;
  const evidence = pods === undefined ? "status" : "pods";
  const counts = {
    evidence,
    ready_pods: readyPods,
    needed_pods: neededPods,
    waiting_for: waitingFor,
  } as const;
  const progress = describeProgress(tally);
  const isKept =
    isThere(raycluster) &&
    !isSet(raycluster, "metadata", "deletionTimestamp") &&
    !isToBeSuspended(raycluster);
  if (isKept && tally.isComplete) return { state: "ready", message: progress, ...counts };

  const reason = explainWaiting(plan, raycluster, listAt(observed, "events"), pods, tally);
  const because = reason === undefined ? {} : { reason };
  const details = reason === undefined ? progress : `${progress} ${reason.message}`;
  if (reason !== undefined && readinessReasons[reason.code].is_final) {
    return { state: "failed", message: `${reason.message} ${progress}`, ...counts, ...because };
  }
  const timeout = plan.activation_timeout_seconds;
  if (secondsAt(observed) >= timeout) {
    const message = `Not ready after ${count(timeout, "second")}: ${details}`;
    return { state: "timed-out", message, ...counts, ...because };
  }
  return { state: "waiting", message: details, ...counts, ...because };
}

/** The previous answer where it is final. */
function endOf(observed: Observed): Readiness | undefined {
  try {
    const { previous } = observed;
    return previous?.state === "timed-out" || previous?.state === "failed" ? previous : undefined;
  } catch {
    return undefined;
  }
}

/** Only a finite number counts. */
function secondsAt(observed: Observed): number {
  const seconds = valueAt(observed, "secondsSinceCreation");
  return typeof seconds === "number" && Number.isFinite(seconds) ? seconds : 0;
}

const SHOWN_GROUPS = 5;

/** `3 of 4 pods ready, waiting for worker-group-1.` */
function describeProgress({ readyPods, neededPods, waitingFor }: Tally): string {
  const ready = `${formatCount(readyPods)} of ${count(neededPods, "pod")} ready`;
  if (waitingFor.length === 0) return `${ready}.`;
  const shown =
    waitingFor.length > SHOWN_GROUPS ? waitingFor.slice(0, SHOWN_GROUPS - 1) : waitingFor;
  const names =
    shown.length === waitingFor.length
      ? shown
      : [...shown, count(waitingFor.length - shown.length, "more group")];
  return `${ready}, waiting for ${listWords(names, "and")}.`;
}
