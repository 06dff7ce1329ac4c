import { ownField, ownInteger } from "../../diagnostics/own-field.ts";
import { isFrom } from "../laws/law.ts";
import { clusterConsequence } from "./cluster-consequence.ts";
import type {
  ClusterState,
  Consequence,
  EffectContext,
  FieldChange,
  FieldRule,
} from "./field-rule.ts";
import { fieldRule } from "./field-rule.ts";
import { jobPhase } from "./job-phase.ts";
import { suspendedJob } from "./job-suspension.ts";
import { managerRules, unchangeableRules } from "./manager-rules.ts";
import { ENDED, nextRun } from "./next-run.ts";

/**
 * What a change does to a RayJob that waits, runs or has ended. Sources: ray-operator/controllers/ray/rayjob_controller.go
 * and common/job.go, v0.4.0 to v1.7.0. The order of the rules behind the first ones means nothing: each is about another field.
 */
export const jobRules: readonly FieldRule[] = Object.freeze([
  ...unchangeableRules,
  ...managerRules,
  fieldRule("RayJob.spec.rayClusterSpec", ownCluster),
  fieldRule("RayJob.spec.clusterSelector", selector),
  fieldRule("RayJob.spec.suspend", suspendedJob),
  fieldRule("RayJob.spec.jobId", jobId),
  fieldRule("RayJob.spec.submissionMode", submissionMode),
  ...["activeDeadlineSeconds", "preRunningDeadlineSeconds"].map((field) =>
    fieldRule(`RayJob.spec.${field}`, deadline),
  ),
  fieldRule("RayJob.spec.backoffLimit", retries),
  ...[
    "shutdownAfterJobFinishes",
    "ttlSecondsAfterFinished",
    "deletionStrategy",
    "deletionPolicy",
  ].map((field) => fieldRule(`RayJob.spec.${field}`, cleaning)),
  fieldRule("RayJob.spec", submitted),
]);

/** From 1.1 on a change of the cluster's spec is disregarded; before, all of it or `replicas` alone is passed on. */
function ownCluster(change: FieldChange, context: EffectContext): Consequence {
  const { target, after } = context;
  if (!isFrom(target, "0.5.2")) return clusterConsequence(change, context);
  if (after.view.job?.selectsCluster === true) {
    return {
      effect: "none",
      reason: "The job runs on a cluster that it selects, so nothing makes this one.",
    };
  }
  const isReplicas = change.trail.at(-1)?.step === "replicas";
  const isPassedOn = !isFrom(target, "1.1") && isReplicas && !after.cluster.autoscales;
  if (isPassedOn && jobPhase(context.before) !== "ended") {
    return clusterConsequence(change, context);
  }
  return nextRun(context);
}

/** The name of the cluster stays in the status: deleteClusterResources in rayjob_controller.go, v1.0.0 to v1.7.0. */
function selector(_change: FieldChange, { before, after, target }: EffectContext): Consequence {
  const [selected, selects] = [before, after].map(({ view }) => view.job?.selectsCluster === true);
  if (selected && !selects) {
    return deletesItsCluster(after)
      ? {
          effect: "address",
          reason:
            "KubeRay keeps the name of the selected cluster as that of the job's own one, and may delete the selected cluster when the job ends or is retried.",
        }
      : {
          effect: "none",
          reason: "The job keeps the cluster that it started with, which is the selected one.",
        };
  }
  const isLeft = !selected && isFrom(target, "1.0");
  return {
    effect: "none",
    reason: isLeft
      ? "The job keeps the cluster that it started with, but nothing cleans its own cluster up any more."
      : "The job keeps the cluster that it started with.",
  };
}

function deletesItsCluster({ view: { spec } }: ClusterState): boolean {
  return (
    ownField(spec, "shutdownAfterJobFinishes") === true ||
    (ownInteger(spec, "backoffLimit") ?? 0) > 0 ||
    ["deletionStrategy", "deletionPolicy"].some((key) => ownField(spec, key) !== undefined)
  );
}

/** Only a job that waits for the id of one that somebody else submits reads it later: v1.3.0. */
function jobId(change: FieldChange, context: EffectContext): Consequence {
  const isInteractive = context.before.view.job?.submissionMode === "InteractiveMode";
  const phase = jobPhase(context.before);
  const mayWait = phase === undefined || phase === "waiting" || phase === "starting";
  const waits = mayWait && isFrom(context.target, "1.3");
  const isGiven = (change.before ?? "") === "" && (change.after ?? "") !== "";
  if (!isInteractive || !waits || !isGiven) return nextRun(context);
  return {
    effect: "in-place",
    reason: "The RayJob waits for this id, and follows that job from then on.",
  };
}

function submissionMode(_change: FieldChange, context: EffectContext): Consequence {
  const own = nextRun(context);
  if (own.effect === "none") return own;
  return { effect: "rerun", reason: `${own.reason} ${dangerOfOtherMode(context)}` };
}

function dangerOfOtherMode({ before, target }: EffectContext): string {
  const isInteractive = before.view.job?.submissionMode === "InteractiveMode";
  if (!isInteractive || !isFrom(target, "1.3") || jobPhase(before) === "running") {
    return "One that runs may never end, since KubeRay looks for a submitter of the other mode.";
  }
  return isFrom(target, "1.5")
    ? "One that waits for a job id ends as ValidationFailed."
    : "One that waits for a job id is refused until the mode is InteractiveMode again.";
}

/** Read again and again until the job ends, or until it runs; time counts anew at each start. */
function deadline({ before, after, trail }: FieldChange, context: EffectContext): Consequence {
  const phase = jobPhase(context.before);
  if (phase === "ended") return { effect: "none", reason: ENDED };
  const isMet = phase === "running" && trail.at(-1)?.step === "preRunningDeadlineSeconds";
  if (phase === "suspended" || isMet) return nextRun(context);
  if (phase === "waiting" && trail.at(-1)?.step === "activeDeadlineSeconds") {
    return {
      effect: "in-place",
      reason: "KubeRay counts by this from the start of the job, but only once it no longer waits.",
    };
  }
  const isShorter = typeof after === "number" && (typeof before !== "number" || after < before);
  return {
    effect: "in-place",
    reason: isShorter
      ? "KubeRay counts by this from then on: where that much time has passed, the job fails at once."
      : "KubeRay counts by this from then on.",
  };
}

function retries(_change: FieldChange, context: EffectContext): Consequence {
  if (jobPhase(context.before) === "ended") return { effect: "none", reason: ENDED };
  return { effect: "in-place", reason: "KubeRay counts the next failures of the job by this." };
}

/**
 * Read when the job ends and, seen in the code of all releases, of one that has ended too. Up to v0.6.0 a selected cluster is
 * deleted like any other.
 */
function cleaning(_change: FieldChange, { after, target }: EffectContext): Consequence {
  const isSelected = after.view.job?.selectsCluster === true;
  if (isSelected && isFrom(target, "1.0")) {
    return { effect: "none", reason: "KubeRay deletes no cluster that a job selects." };
  }
  if (isSelected) {
    return {
      effect: "in-place",
      reason:
        "KubeRay reads this when the job ends, and before 1.0 it deletes the selected cluster too. Of a job that has ended it can do so at once.",
    };
  }
  return {
    effect: "in-place",
    reason:
      "KubeRay reads this when the job ends. Of a job that has ended it can delete the cluster, or what else the rules name, at once.",
  };
}

/** What is submitted, and by whom. Ray forgets a job when its head is lost; in HTTPMode KubeRay then submits it again. */
function submitted(_change: FieldChange, context: EffectContext): Consequence {
  const phase = jobPhase(context.before);
  if (phase === "starting") {
    return {
      effect: "in-place",
      reason: "The job is not submitted yet, so this is what is submitted.",
    };
  }
  const own = nextRun(context);
  const mode = context.before.view.job?.submissionMode;
  const isAgain = mode === "HTTPMode" && isFrom(context.target, "1.1");
  if (!isAgain || phase === "ended" || phase === "suspended") return own;
  const again = "In HTTPMode KubeRay also submits it again, with this, when Ray has lost the job.";
  return { effect: "rerun", reason: `${own.reason} ${again}` };
}
