import { ownField, ownText } from "../../diagnostics/own-field.ts";
import { showText } from "../../diagnostics/show.ts";
import type { OperatorTarget } from "../laws/law.ts";
import { isFrom } from "../laws/law.ts";
import type { Consequence, EffectContext, FieldChange } from "./field-rule.ts";
import type { JobPhase } from "./job-phase.ts";
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
  if (is === was) return { effect: "none", reason: "The job is not suspended either way." };
  if (phase === "waiting") {
    return {
      effect: "none",
      reason: "A job that waits for the id of another one is not suspended, whatever suspend says.",
    };
  }
  if (is) return suspended(phase, target);
  const id = ownText(after.view.spec, "jobId");
  return {
    effect: "scale",
    reason: `The job starts from the beginning, on a new cluster and under ${id === undefined ? "a new id" : `the id ${showText(id)}`}.`,
  };
}

function suspended(phase: JobPhase | undefined, target: OperatorTarget): Consequence {
  if (isFrom(target, "1.1")) {
    return {
      effect: "recreate",
      reason: "KubeRay deletes the cluster and the submitter, and the job that runs is lost.",
    };
  }
  if (phase === "starting") {
    return { effect: "rerun", reason: "Before KubeRay 1.1 a job is suspended only once it runs." };
  }
  const submitter = isFrom(target, "0.6") ? " and the submitter" : "";
  return {
    effect: "recreate",
    reason: `KubeRay stops the job that runs, and deletes the cluster${submitter}.`,
  };
}
