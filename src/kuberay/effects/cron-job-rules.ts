import { ownField } from "../../diagnostics/own-field.ts";
import { gateOf, gateWords, isFrom } from "../laws/law.ts";
import type { Consequence, EffectContext, FieldChange, FieldRule } from "./field-rule.ts";
import { fieldRule } from "./field-rule.ts";
import { unchangeableRules } from "./manager-rules.ts";

const GATE = "RayCronJob";

/**
 * What a change does to a schedule. Source: ray-operator/controllers/ray/raycronjob_controller.go, v1.6.0 to v1.7.0: the next
 * time counts from the last one that the status has.
 */
export const cronJobRules: readonly FieldRule[] = Object.freeze([
  ...unchangeableRules,
  fieldRule("RayCronJob.spec", nothingRuns),
  fieldRule("RayCronJobSpec.jobTemplate", () => ({
    effect: "rerun",
    reason: "Jobs created from then on follow this; existing ones stay as they are.",
  })),
  fieldRule("RayCronJobSpec.schedule", otherTimes),
  fieldRule("RayCronJobSpec.timeZone", otherTimes),
  fieldRule("RayCronJobSpec.suspend", suspension),
]);

/** Known to be off: by default it is off too, but who has schedules has mostly turned it on. */
function nothingRuns(_change: FieldChange, { target }: EffectContext): Consequence | undefined {
  const gate = gateOf(target, GATE);
  if (gate.isOn || !gate.isKnown) return undefined;
  return {
    effect: "none",
    reason: `Nothing ever runs: a schedule needs ${gateWords(GATE, gate)}.`,
  };
}

function otherTimes(_change: FieldChange, { after, target }: EffectContext): Consequence {
  if (ownField(after.view.spec, "suspend") === true) {
    return { effect: "in-place", reason: "The schedule is suspended: it starts no jobs." };
  }
  return {
    effect: "in-place",
    reason: `The next job starts by the new times. ${missed(target)} Jobs that run stay as they are.`,
  };
}

function suspension(_change: FieldChange, { after, target }: EffectContext): Consequence {
  return ownField(after.view.spec, "suspend") === true
    ? { effect: "in-place", reason: "No new jobs are made; those that run go on." }
    : { effect: "in-place", reason: `Jobs are made again. ${missed(target)}` };
}

/** One job for all that was missed in v1.6, one for each in v1.7. */
function missed(target: EffectContext["target"]): string {
  return isFrom(target, "1.7")
    ? "KubeRay counts from the last time, and may start a job at once for each time that has passed since."
    : "KubeRay counts from the last time, and may start a job at once where one has passed since.";
}
