import { expect, test } from "vitest";
import { jobOutcome } from "../../src/lifecycle/job-outcome.ts";
import type { Row } from "./owner-observations.ts";
import { jobPlan, object, refusal, row } from "./owner-observations.ts";

const ended = (jobDeploymentStatus: string, jobStatus?: string, reason?: string) => ({
  jobDeploymentStatus,
  ...(jobStatus === undefined ? {} : { jobStatus }),
  ...(reason === undefined ? {} : { reason }),
});

const jobs: readonly Row[] = [
  row("1.7.0", undefined, "waiting"),
  row("1.7.0", {}, "waiting"),
  row("1.7.0", ended("Initializing"), "waiting"),
  row("1.7.0", ended("Waiting"), "waiting"),
  row("1.7.0", ended("Running", "RUNNING"), "running"),
  row("1.7.0", ended("Running", "SUCCEEDED"), "running"),
  row("1.1.0", ended("Running", "SUCCEEDED"), "running"),
  row("1.0.0", ended("Running", "SUCCEEDED"), "succeeded"),
  row("1.0.0", ended("Running", "FAILED"), "failed", "job-failed"),
  row("1.0.0", ended("Running", "RUNNING"), "running"),
  row("0.4.0", ended("Running", "STOPPED"), "failed", "job-stopped"),
  row("1.7.0", ended("Complete", "SUCCEEDED"), "succeeded"),
  row("1.7.0", ended("Complete", "SUCCEEDED"), "succeeded", undefined, {
    deletionTimestamp: "now",
  }),
  row("1.1.0", ended("Complete", "FAILED"), "failed", "job-failed"),
  row("1.7.0", ended("Complete", "STOPPED"), "failed", "job-stopped"),
  row("1.7.0", ended("Complete"), "failed", "without-result"),
  row("1.7.0", ended("Failed", "FAILED", "AppFailed"), "failed", "job-failed"),
  row("1.7.0", ended("Failed", "RUNNING", "DeadlineExceeded"), "failed", "deadline-exceeded"),
  row("1.7.0", ended("Failed", "", "PreRunningDeadlineExceeded"), "failed", "deadline-exceeded"),
  row("1.7.0", ended("Failed", "", "SubmissionFailed"), "failed", "submission-failed"),
  row("1.7.0", ended("Failed", "RUNNING", "AppFailed"), "failed", "job-failed"),
  row("1.7.0", ended("Failed", "FAILED"), "failed", "job-failed"),
  row("1.7.0", ended("Failed", "STOPPED"), "failed", "job-stopped"),
  row("1.7.0", ended("Failed"), "failed", "without-result"),
  row("1.7.0", ended("Retrying", "FAILED"), "waiting"),
  row("1.7.0", ended("ValidationFailed"), "failed", "refused"),
  row("1.7.0", ended("Suspended"), "suspended"),
  row("1.7.0", ended("Suspending"), "waiting"),
  row("1.7.0", ended("Running"), "failed", "being-deleted", { deletionTimestamp: "now" }),
];

test.each(jobs)(
  "under KubeRay %s a job of status %j is %s",
  (release, status, state, reason, metadata) => {
    const raycluster = status === undefined ? null : object(status, metadata);
    const answer = jobOutcome(jobPlan(release), { raycluster, secondsSinceCreation: 0 });
    expect([answer.state, answer.reason]).toEqual([state, reason]);
  },
);

test("a job says what it runs on, and is late after the activation timeout alone", () => {
  const plan = jobPlan("1.7.0");
  const raycluster = object({
    ...ended("Initializing"),
    rayClusterName: "train-abcde",
    jobId: "j",
  });
  const answer = jobOutcome(plan, { raycluster, secondsSinceCreation: 899 });
  expect(answer).toMatchObject({ state: "waiting", cluster: "train-abcde", job_id: "j" });
  expect(jobOutcome(plan, { raycluster, secondsSinceCreation: 900 })).toMatchObject({
    state: "timed-out",
    message: 'Not running after 900 seconds: The RayJob "train" is not running yet.',
  });
});

test("an event of this very object says that KubeRay refuses it", () => {
  const ask = (uid: string, status: object = {}) =>
    jobOutcome(jobPlan("1.4.2"), {
      raycluster: object(status),
      events: [refusal("RayJob", uid), null, 7],
      secondsSinceCreation: 0,
    });
  expect(ask("1")).toMatchObject({
    state: "failed",
    reason: "refused",
    message: "KubeRay refuses the RayJob: The spec is wrong.",
  });
  expect(ask("2").state).toBe("waiting");
  expect(ask("1", ended("Running")).state).toBe("running");
});

test.each<readonly [status: object, message: string]>([
  [{}, 'The RayJob "train" is not running yet.'],
  [ended("Running"), 'The RayJob "train" is running.'],
  [ended("Suspended"), 'The RayJob "train" is suspended.'],
  [ended("Complete", "SUCCEEDED"), 'The RayJob "train" succeeded.'],
  [ended("Complete", "STOPPED"), 'The RayJob "train" was stopped.'],
  [ended("Complete"), 'The RayJob "train" ended, and its status does not say how.'],
  [ended("Complete", "FAILED"), 'The RayJob "train" failed: no reason is given.'],
  [ended("Failed"), 'The RayJob "train" failed: no reason is given.'],
  [{ ...ended("Complete", "FAILED"), message: "It broke" }, 'The RayJob "train" failed: It broke.'],
  [
    { ...ended("ValidationFailed"), message: "No entrypoint" },
    "KubeRay refuses the RayJob: No entrypoint.",
  ],
  [ended("Waiting"), 'The RayJob "train" waits for the id of a job that a user submits.'],
  [ended("Retrying"), 'The RayJob "train" failed and is being retried.'],
  [
    { ...ended("Failed", "FAILED", "AppFailed"), message: "It broke" },
    'The RayJob "train" failed: It broke.',
  ],
  [ended("Failed", "FAILED", "AppFailed"), 'The RayJob "train" failed: AppFailed.'],
])("a job of status %j says why", (status, message) => {
  const observed = { raycluster: object(status), secondsSinceCreation: 0 };
  expect(jobOutcome(jobPlan("1.7.0"), observed).message).toBe(message);
});

test.each<readonly [object: object | null, message: string]>([
  [null, 'The RayJob "train" does not exist.'],
  [object(ended("Waiting")), 'The RayJob "train" waits for the id of a job that a user submits.'],
])("a job is late when it is %j", (raycluster, message) => {
  const ask = (secondsSinceCreation: number) =>
    jobOutcome(jobPlan("1.7.0"), { raycluster, secondsSinceCreation });
  expect(ask(899)).toEqual({ state: "waiting", message });
  expect(ask(Number.NaN)).toEqual({ state: "waiting", message });
  expect(ask(900)).toEqual({
    state: "timed-out",
    message: `Not running after 900 seconds: ${message}`,
  });
});

test("a job that is being deleted has failed", () => {
  const raycluster = object(ended("Running"), { deletionTimestamp: "now" });
  expect(jobOutcome(jobPlan("1.7.0"), { raycluster, secondsSinceCreation: 0 })).toEqual({
    state: "failed",
    message: 'The RayJob "train" is being deleted.',
    reason: "being-deleted",
  });
});

test("only a refusal refuses, with a message or without, of an object with a uid or without", () => {
  const ask = (event: object, of: object = object(ended("New"))) =>
    jobOutcome(jobPlan("1.4.2"), { raycluster: of, events: [event], secondsSinceCreation: 0 });
  const { message: _, ...silent } = refusal("RayJob");
  expect(ask(silent).message).toBe("KubeRay refuses the RayJob: no reason is given.");
  expect(ask({ ...silent, reason: "Invalid" }).state).toBe("waiting");
  const ofAny = { kind: "RayJob", name: "train" };
  expect(ask({ ...silent, involvedObject: ofAny }).reason).toBe("refused");
  expect(ask(silent, { metadata: { name: "train" } }).reason).toBe("refused");
});

test("an event is read in both APIs of events, and counts for its own object alone", () => {
  const { involvedObject, message, ...event } = refusal("RayJob");
  const ask = (of: object) =>
    jobOutcome(jobPlan("1.4.2"), {
      raycluster: object({}),
      events: [of],
      secondsSinceCreation: 0,
    }).message;
  const refused = "KubeRay refuses the RayJob: The spec is wrong.";
  expect(ask({ ...event, regarding: involvedObject, note: message })).toBe(refused);
  for (const other of [{ name: "serve" }, { kind: "RayService" }]) {
    const regarding = { ...involvedObject, ...other };
    expect(ask({ ...event, regarding, note: message })).not.toBe(refused);
  }
});
