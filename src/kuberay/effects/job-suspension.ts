import { ownField } from "../../diagnostics/own-field.ts";
import { isFrom } from "../laws/law.ts";
import type { Consequence, EffectContext, FieldChange } from "./field-rule.ts";
import { jobPhase } from "./job-phase.ts";
import { ENDED } from "./next-run.ts";

/**
 * A job that is suspended or resumed. Sources: rayjob_controller.go, v0.5.2 to v1.0.0: the Ray job is stopped first, and only
 * while it runs; from v1.1.0 on the cluster is deleted with it.
 */
export function suspendedJob(
  _change: FieldChange,
  { before, after, target }: EffectContext,
): Consequence {
  const phase = jobPhase(before);
  if (phase === "ended") return { effect: "none", reason: ENDED };
  const [was, is] = [before, after].map(({ view }) => ownField(view.spec, "suspend") === true);
  if (is && !was) {
    if (phase === "waiting") {
      return {
        effect: "none",
        reason: "A job that waits for the id of another one is not suspended.",
      };
    }
    const lost = isFrom(target, "1.1") ? "is lost" : "is stopped";
    return {
      effect: "recreate",
      reason: `KubeRay deletes the cluster and the submitter, and the job that runs ${lost}.`,
    };
  }
  if (!was) return { effect: "none", reason: "The job is not suspended either way." };
  return {
    effect: "scale",
    reason: "The job starts from the beginning, on a new cluster and under a new id.",
  };
}
