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

test.each<readonly [object: object | null, answer: object]>([
  [null, { state: "waiting", message: 'The RayService "train" does not exist.' }],
  [object({}), { state: "waiting", message: 'The RayService "train" is not serving yet.' }],
  [
    object({}, { deletionTimestamp: "now" }),
    {
      state: "failed",
      message: 'The RayService "train" is being deleted.',
      reason: "being-deleted",
    },
  ],
  [
    object(condition("Suspended", "True")),
    { state: "suspended", message: 'The RayService "train" is suspended.' },
  ],
  [
    object({ ...condition("Ready", "True"), activeServiceStatus: { rayClusterName: "train-b" } }),
    { state: "ready", message: 'The RayService "train" is serving.', cluster: "train-b" },
  ],
  [
    object(condition("Ready", "False", "ValidationFailed")),
    { state: "failed", message: "KubeRay refuses the RayService: why.", reason: "refused" },
  ],
  [
    object({ conditions: [{ type: "Ready", status: "False", reason: "ValidationFailed" }] }),
    {
      state: "failed",
      message: "KubeRay refuses the RayService: no reason is given.",
      reason: "refused",
    },
  ],
  [
    object(condition("Ready", "False", "InitializingTimeout")),
    {
      state: "failed",
      message: 'The RayService "train" did not start to serve in time.',
      reason: "gave-up",
    },
  ],
  [
    object({ activeServiceStatus: { applicationStatuses: { chat: { status: "UNHEALTHY" } } } }),
    {
      state: "waiting",
      message: 'The application "chat" is UNHEALTHY: no reason is given.',
      reason: "application-failed",
    },
  ],
])("of the service %j it is said", (raycluster, answer) => {
  expect(serviceReadiness(servicePlan("1.7.0"), { raycluster, secondsSinceCreation: 0 })).toEqual(
    answer,
  );
});

test.each([
  [null, "does not exist"],
  [object({}), "is not serving yet"],
])("a service is late when it is %j", (raycluster, how) => {
  expect(serviceReadiness(servicePlan("1.7.0"), { raycluster, secondsSinceCreation: 900 })).toEqual(
    {
      state: "timed-out",
      message: `Not serving after 900 seconds: The RayService "train" ${how}.`,
    },
  );
});

test("an event says that KubeRay refuses a service", () => {
  const observed = {
    raycluster: object({}),
    events: [refusal("RayService")],
    secondsSinceCreation: 0,
  };
  expect(serviceReadiness(servicePlan("1.3.2"), observed)).toEqual({
    state: "failed",
    message: "KubeRay refuses the RayService: The spec is wrong.",
    reason: "refused",
  });
});

test("each decision takes the plan of its kind alone, and says which it is", () => {
  const now = { secondsSinceCreation: 0 };
  expect(() => jobOutcome(servicePlan("1.7.0"), now)).toThrow(
    new TypeError(
      'jobOutcome: plan must be the plan of a RayJob, but it is that of a "RayService".',
    ),
  );
  expect(() => serviceReadiness(jobPlan("1.7.0"), now)).toThrow(/^serviceReadiness: plan must be/);
  expect(() => readiness(jobPlan("1.7.0"), now)).toThrow(/^readiness: plan must be/);
  expect(() => jobOutcome(planOf({}, "1.7.0"), now)).toThrow(/it is that of a "RayCluster"/);
  expect(() => Reflect.apply(teardown, undefined, [{}, now])).toThrow(/^teardown: plan must be/);
});

test.each([
  ["namespace", 7],
  ["serviceAccount", 7],
  ["serviceAccountNamespace", 7],
  ["operatorNamespace", 7],
  ["name", 7],
  ["jobs", "yes"],
  ["services", "yes"],
])("the rights name their option %s when it is wrong", (option, value) => {
  const wrong = { [option]: value };
  expect(() => Reflect.apply(rbacManifests, undefined, [wrong])).toThrow(
    new RegExp(`^rbacManifests: The option ${option} must be`),
  );
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
