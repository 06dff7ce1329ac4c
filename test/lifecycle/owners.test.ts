import { expect, test } from "vitest";
import { compileOrThrow } from "../../src/compile-or-throw.ts";
import { jobOutcome } from "../../src/lifecycle/job-outcome.ts";
import { rbacManifests } from "../../src/lifecycle/rbac.ts";
import { readiness } from "../../src/lifecycle/readiness.ts";
import { serviceReadiness } from "../../src/lifecycle/service-readiness.ts";
import { teardown } from "../../src/lifecycle/teardown.ts";
import type { Plan } from "../../src/plan/plan.ts";

const cluster = {
  name: "train",
  image: "ray:1",
  ray_version: "2.52.0",
  config: { n_nodes: 2, node_config: { cpu: 4, memory_gb: 16 } },
};
const runs = { entrypoint: "python a.py", shutdown_after_finish: true };
const planOf = (request: object, kuberayVersion: string): Plan =>
  compileOrThrow({ ...cluster, ...request }, {}, { kuberayVersion }).plan;
const jobPlan = (release: string) => planOf({ job: runs }, release);
const servicePlan = (release: string) =>
  planOf({ service: { serve_config: { applications: [] } } }, release);

const object = (status: object, metadata: object = {}) => ({
  metadata: { name: "train", uid: "1", ...metadata },
  status,
});
const refusal = (kind: string, uid = "1") => ({
  type: "Warning",
  reason: `Invalid${kind}Spec`,
  message: "The spec is wrong",
  involvedObject: { kind, name: "train", uid },
});
const app = (status: string) => ({
  applicationStatuses: { chat: { status, message: "No module" } },
});

type Row = readonly [
  release: string,
  status: object | undefined,
  state: string,
  reason: string | undefined,
  metadata: object,
];

/** A row whose last members may be left out. */
function row(
  release: string,
  status: object | undefined,
  state: string,
  reason?: string,
  metadata: object = {},
): Row {
  return [release, status, state, reason, metadata];
}

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

const condition = (type: string, status: string, reason = "") => ({
  conditions: [{ type, status, reason, message: "why" }],
});

const services: readonly Row[] = [
  row("1.7.0", undefined, "waiting"),
  row("1.7.0", {}, "waiting"),
  row("1.2.2", { serviceStatus: "Running" }, "ready"),
  row("1.2.2", condition("Ready", "True"), "waiting"),
  row("1.3.0", { serviceStatus: "Running" }, "waiting"),
  row("1.3.0", condition("Ready", "True"), "ready"),
  row("1.7.0", condition("Ready", "False"), "waiting"),
  row("1.6.0", condition("Ready", "False", "ValidationFailed"), "failed", "refused"),
  row("1.7.0", condition("Ready", "False", "InitializingTimeout"), "failed", "gave-up"),
  row("1.7.0", condition("Suspended", "True"), "suspended"),
  row("1.7.0", { pendingServiceStatus: app("DEPLOY_FAILED") }, "waiting", "application-failed"),
  row("1.7.0", { activeServiceStatus: app("RUNNING") }, "waiting"),
  row(
    "1.7.0",
    { ...condition("Ready", "True"), pendingServiceStatus: app("DEPLOY_FAILED") },
    "ready",
  ),
];

test.each(services)(
  "under KubeRay %s a service of status %j is %s",
  (release, status, state, reason) => {
    const raycluster = status === undefined ? null : object(status);
    const answer = serviceReadiness(servicePlan(release), { raycluster, secondsSinceCreation: 0 });
    expect([answer.state, answer.reason]).toEqual([state, reason]);
  },
);

test("a service that fails to deploy is late at last, and says why", () => {
  const raycluster = object({
    pendingServiceStatus: { rayClusterName: "train-abcde", ...app("DEPLOY_FAILED") },
  });
  expect(serviceReadiness(servicePlan("1.7.0"), { raycluster, secondsSinceCreation: 900 })).toEqual(
    {
      state: "timed-out",
      message: 'Not serving after 900 seconds: The application "chat" is DEPLOY_FAILED: No module.',
      reason: "application-failed",
      cluster: "train-abcde",
    },
  );
});

test("each decision takes the plan of its kind alone", () => {
  const now = { secondsSinceCreation: 0 };
  expect(() => jobOutcome(servicePlan("1.7.0"), now)).toThrow(TypeError);
  expect(() => serviceReadiness(jobPlan("1.7.0"), now)).toThrow(TypeError);
  expect(() => readiness(jobPlan("1.7.0"), now)).toThrow(TypeError);
  expect(() => jobOutcome(planOf({}, "1.7.0"), now)).toThrow(/it is that of a "RayCluster"/);
});

test.each([
  null,
  7,
  "text",
  [],
  {},
  { raycluster: 7 },
  { raycluster: { status: { conditions: 7 } } },
])("nothing throws over %j", (value) => {
  const job = Reflect.apply(jobOutcome, undefined, [jobPlan("1.7.0"), value]);
  const service = Reflect.apply(serviceReadiness, undefined, [servicePlan("1.7.0"), value]);
  expect([job.state, service.state]).toEqual(["waiting", "waiting"]);
});

const pod = (name: string, of: string) => ({
  metadata: { name, labels: { "ray.io/cluster": of, "ray.io/group": "headgroup" } },
});

test("what a job made goes with it; what it selected stays", () => {
  const pods = [pod("a", "train-abcde"), pod("b", "trainer"), pod("c", "shared")];
  expect(teardown(jobPlan("1.7.0"), { pods })).toMatchObject({ state: "deleting", pods_left: 1 });
  const selecting = { job: { ...runs, cluster_selector: { "ray.io/cluster": "shared" } } };
  expect(teardown(planOf(selecting, "1.7.0"), { pods })).toEqual({
    state: "gone",
    message: 'The RayJob "train" is gone.',
  });
  const answer = teardown(servicePlan("1.7.0"), { raycluster: object({}) });
  expect(answer).toMatchObject({ state: "delete", object: { kind: "RayService", name: "train" } });
});

test.each([
  ["ray.io/rayjob-finalizer", "KubeRay stops the job in Ray first."],
  ["ray.io/rayservice-finalizer", "KubeRay deletes the service's clusters first."],
])("the finalizer %s is explained", (finalizer, explained) => {
  const raycluster = object({}, { deletionTimestamp: "now", finalizers: [finalizer] });
  expect(teardown(jobPlan("1.7.0"), { raycluster }).message).toContain(explained);
});

test.each([
  [{}, ["rayclusters"]],
  [{ jobs: true }, ["rayclusters", "rayjobs", "raycronjobs"]],
  [{ services: true }, ["rayclusters", "rayservices"]],
])("the rights for %j are those for %j", (options, resources) => {
  expect(rbacManifests(options)[0]).toMatchObject({ rules: [{ resources }, {}, {}] });
});
