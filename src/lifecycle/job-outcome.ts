import { showText } from "../diagnostics/show.ts";
import { saysThatJobsEnded } from "../kuberay/job-status.ts";
import { parseVersion } from "../kuberay/version.ts";
import type { Plan } from "../plan/plan.ts";
import { requirePlan } from "../plan/require-plan.ts";
import type { Observed } from "./observed.ts";
import { late } from "./owner/late.ts";
import { refusalAmong } from "./owner/refusal.ts";
import { isThere } from "./readiness/cluster-reasons.ts";
import { quoteForeign } from "./readiness/quote-foreign.ts";
import { isSet, listAt, textAt, valueAt } from "./readiness/read-unknown.ts";

/** How a job stands. Plain JSON. */
export interface JobOutcome {
  /** `waiting` and `running`: ask again later. `suspended`: it goes on when somebody resumes it. `timed-out` may still change. The others are ends. */
  readonly state: "waiting" | "running" | "suspended" | "succeeded" | "failed" | "timed-out";
  /** Sentences for people. */
  readonly message: string;
  /** Why it failed; only if it did. */
  readonly reason?: JobFailure;
  /** The RayCluster that it runs on, once KubeRay says so: its pods have the label ray.io/cluster with this name. */
  readonly cluster?: string;
  /** The job's id in Ray, once KubeRay says so. */
  readonly job_id?: string;
}

/**
 * `refused`: KubeRay takes no such RayJob. `job-failed`, `job-stopped`: what Ray says of the job. `deadline-exceeded`,
 * `submission-failed`: KubeRay gave up. `being-deleted`: somebody deletes it. `without-result`: it ended, and nothing says how.
 */
export type JobFailure =
  | "refused"
  | "job-failed"
  | "job-stopped"
  | "deadline-exceeded"
  | "submission-failed"
  | "being-deleted"
  | "without-result";

/** Of a RayJob: `raycluster` is the RayJob itself; pods are ignored here. */
export type ObservedJob = Pick<Observed, "raycluster" | "events" | "secondsSinceCreation">;

/**
 * How the job of a RayJob stands: a pure decision for a server's poll or watch. The end is success or failure with its
 * reason. A job that failed and is tried again has not ended. `timed-out` means that it was not running
 * `activation_timeout_seconds` after its creation, which may still change; KubeRay's deadlines are ends. Never throws,
 * whatever the observed objects are, and throws a TypeError where the plan is not that of a RayJob.
 */
export function jobOutcome(plan: Plan, observed: ObservedJob): JobOutcome {
  requirePlan("jobOutcome", plan, ["RayJob"]);
  const rayjob = valueAt(observed, "raycluster");
  const cluster = textAt(rayjob, "status", "rayClusterName");
  const jobId = textAt(rayjob, "status", "jobId");
  return {
    ...judge(plan, rayjob, observed),
    ...(cluster === undefined ? {} : { cluster }),
    ...(jobId === undefined ? {} : { job_id: jobId }),
  };
}

type Judgement = Pick<JobOutcome, "state" | "message" | "reason">;

function judge(plan: Plan, rayjob: unknown, observed: ObservedJob): Judgement {
  const named = `The RayJob ${showText(plan.raycluster.name)}`;
  if (!isThere(rayjob)) return late(plan, observed, "running", `${named} does not exist.`);
  const ended = endOf(plan, named, rayjob);
  if (ended !== undefined) return ended;
  if (isSet(rayjob, "metadata", "deletionTimestamp")) {
    return { state: "failed", message: `${named} is being deleted.`, reason: "being-deleted" };
  }
  const refusal = refusalAmong(listAt(observed, "events"), plan.raycluster, rayjob);
  const status = textAt(rayjob, "status", "jobDeploymentStatus") ?? "";
  if (refusal !== undefined && (status === "" || status === "New")) {
    const message = `KubeRay refuses the RayJob: ${quoteForeign(refusal)}`;
    return { state: "failed", message, reason: "refused" };
  }
  switch (status) {
    case "Suspended":
      return { state: "suspended", message: `${named} is suspended.` };
    case "Running":
      return { state: "running", message: `${named} is running.` };
    case "Retrying":
      return { state: "waiting", message: `${named} failed and is being retried.` };
    case "Waiting":
      return late(
        plan,
        observed,
        "running",
        `${named} waits for the id of a job that a user submits.`,
      );
    default:
      return late(plan, observed, "running", `${named} is not running yet.`);
  }
}

/** The end of a job; undefined where it has not ended. */
function endOf(plan: Plan, named: string, rayjob: unknown): Judgement | undefined {
  const status = textAt(rayjob, "status", "jobDeploymentStatus");
  const inRay = textAt(rayjob, "status", "jobStatus");
  const kuberay = parseVersion(plan.kuberay_version);
  const rayDecides = kuberay !== undefined && !saysThatJobsEnded(kuberay);
  if (status === "ValidationFailed") {
    const message = `KubeRay refuses the RayJob: ${explanation(rayjob)}`;
    return { state: "failed", message, reason: "refused" };
  }
  if (status === "Failed") {
    const reason = failureOf(textAt(rayjob, "status", "reason"), inRay);
    return { state: "failed", message: `${named} failed: ${explanation(rayjob)}`, reason };
  }
  if (status !== "Complete" && !rayDecides) return undefined;
  switch (inRay) {
    case "SUCCEEDED":
      return { state: "succeeded", message: `${named} succeeded.` };
    case "FAILED":
      return {
        state: "failed",
        message: `${named} failed: ${explanation(rayjob)}`,
        reason: "job-failed",
      };
    case "STOPPED":
      return { state: "failed", message: `${named} was stopped.`, reason: "job-stopped" };
    default:
      return status === "Complete"
        ? {
            state: "failed",
            message: `${named} ended, and its status does not say how.`,
            reason: "without-result",
          }
        : undefined;
  }
}

/** Source: JobFailedReason in ray-operator/apis/ray/v1/rayjob_types.go, v1.2.0 to v1.7.0. */
function failureOf(reason: string | undefined, inRay: string | undefined): JobFailure {
  switch (reason) {
    case "DeadlineExceeded":
    case "PreRunningDeadlineExceeded":
      return "deadline-exceeded";
    case "SubmissionFailed":
      return "submission-failed";
    case "AppFailed":
      return "job-failed";
    default:
      if (inRay === "STOPPED") return "job-stopped";
      return inRay === "FAILED" ? "job-failed" : "without-result";
  }
}

function explanation(rayjob: unknown): string {
  return quoteForeign(
    textAt(rayjob, "status", "message") ?? textAt(rayjob, "status", "reason") ?? "",
  );
}
