import { isFrom } from "../laws/law.ts";
import type { Consequence, EffectContext } from "./field-rule.ts";
import { jobPhase } from "./job-phase.ts";

/** What has ended does not start again: checkIfTerminal states in rayjob_controller.go, v0.5.2 to v1.7.0. */
export const ENDED =
  "The job has ended, and no change starts it again: for that it needs a new name.";

/**
 * What a field that is read when a run starts does to a RayJob. Sources: getOrCreateRayClusterInstance, createK8sJobIfNeed
 * and the states Retrying and Suspended in ray-operator/controllers/ray/rayjob_controller.go, v0.5.2 to v1.7.0.
 */
export function nextRun(context: EffectContext): Consequence {
  switch (jobPhase(context.before)) {
    case "ended":
      return { effect: "none", reason: ENDED };
    case "suspended":
      return {
        effect: "rerun",
        reason: "The job is suspended: it takes this when it starts again.",
      };
    case undefined:
      return {
        effect: "rerun",
        reason: `${keeps(context)} A job that has ended takes nothing: to run it again, give it a new name.`,
      };
    default:
      return { effect: "rerun", reason: keeps(context) };
  }
}

/** Retries are known from 1.2 on, suspension from 0.5.2 on. */
function keeps({ target }: EffectContext): string {
  const starts = isFrom(target, "1.2")
    ? "only a retry or a start after a suspension takes this."
    : isFrom(target, "0.5.2")
      ? "only a start after a suspension takes this."
      : "only another job takes this.";
  return `A job that runs keeps what it started with: ${starts}`;
}
