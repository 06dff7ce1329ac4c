import { expect, test } from "vitest";
import type { PlainObject } from "../../src/diagnostics/plain-data.ts";
import type { Boundary } from "./compared.ts";
import { briefly, compared, expectBoundary } from "./compared.ts";
import { cluster, group, merge } from "./manifests.ts";
import { job, schedule } from "./owners.ts";

const workers = (changes: PlainObject) => ({
  rayClusterSpec: { workerGroupSpecs: [group("workers", changes)] },
});
const image = { template: { spec: { containers: [{ name: "ray-worker", image: "other:1" }] } } };
const inPhase = (jobDeploymentStatus: string, spec: PlainObject = {}) =>
  job(spec, { status: { jobDeploymentStatus } });
const interactive = { submissionMode: "InteractiveMode", entrypoint: null };
const selected = { clusterSelector: { "ray.io/cluster": "shared" }, rayClusterSpec: null };

const beside = { clusterSelector: { "ray.io/cluster": "shared" } };

test.each<
  readonly [name: string, before: PlainObject, after: PlainObject, effect: string, reason?: string]
>([
  ["an image", job(), job(workers(image)), "rerun", "only a retry"],
  ["replicas", job(), job(workers({ replicas: 5, maxReplicas: 9 })), "rerun"],
  ["an entrypoint", job(), job({ entrypoint: "python other.py" }), "rerun"],
  ["an environment", job(), job({ runtimeEnvYAML: "pip: [torch]" }), "rerun"],
  ["metadata of Ray", job(), job({ metadata: { team: "ml" } }), "rerun"],
  ["a label", job(), job({}, { metadata: { labels: { a: "b" } } }), "rerun"],
  ["retries", job(), job({ backoffLimit: 2 }), "in-place"],
  ["a deadline", job(), job({ activeDeadlineSeconds: 60 }), "in-place", "fails at once"],
  [
    "a longer deadline",
    job({ activeDeadlineSeconds: 60 }),
    job({ activeDeadlineSeconds: 600 }),
    "in-place",
    "from then on.",
  ],
  ["shutdown", job(), job({ shutdownAfterJobFinishes: true }), "in-place", "at once"],
  ["another submission mode", job(), job({ submissionMode: "HTTPMode" }), "rerun", "may never end"],
  ["another name", job(), job({}, { metadata: { name: "other" } }), "address", "another job"],
  [
    "a suspension",
    job({ shutdownAfterJobFinishes: true }),
    job({ shutdownAfterJobFinishes: true, suspend: true }),
    "recreate",
    "is lost",
  ],
  [
    "a suspension without shutdown",
    job(),
    job({ suspend: true }),
    "rejected",
    "ends as ValidationFailed",
  ],
  [
    "the end of a suspension",
    job({ shutdownAfterJobFinishes: true, suspend: true }),
    job({ shutdownAfterJobFinishes: true }),
    "scale",
    "from the beginning",
  ],
  [
    "anything of a suspended job",
    job({ shutdownAfterJobFinishes: true, suspend: true }),
    job({ shutdownAfterJobFinishes: true, suspend: true, entrypoint: "x" }),
    "rerun",
    "is suspended",
  ],
  [
    "anything while a job is starting",
    inPhase("Initializing"),
    job({ entrypoint: "x" }),
    "in-place",
    "not submitted yet",
  ],
  ["the cluster while a job is starting", inPhase("Initializing"), job(workers(image)), "rerun"],
  ["an entrypoint of a job that runs", inPhase("Running"), job({ entrypoint: "x" }), "rerun"],
  [
    "an entrypoint of one that ended",
    inPhase("Complete"),
    job({ entrypoint: "x" }),
    "none",
    "new name",
  ],
  ["the cluster of one that failed", inPhase("Failed"), job(workers(image)), "none", "new name"],
  ["a deadline of one that ended", inPhase("Complete"), job({ activeDeadlineSeconds: 5 }), "none"],
  ["retries of one that ended", inPhase("Failed"), job({ backoffLimit: 5 }), "none"],
  [
    "shutdown of one that ended",
    inPhase("Complete"),
    job({ shutdownAfterJobFinishes: true }),
    "in-place",
  ],
  [
    "the id that a job waits for",
    job(interactive),
    job({ ...interactive, jobId: "train-1" }),
    "in-place",
  ],
  [
    "the id, of one that runs",
    inPhase("Running", interactive),
    job({ ...interactive, jobId: "train-1" }),
    "rerun",
  ],
  ["an id where nobody waits", job(), job({ jobId: "train-1" }), "rerun"],
  [
    "a suspension of one that waits",
    inPhase("Waiting", { ...interactive, shutdownAfterJobFinishes: true }),
    job({ ...interactive, shutdownAfterJobFinishes: true, suspend: true }),
    "none",
  ],
  [
    "an end of a suspension that never came",
    inPhase("Waiting", { ...interactive, shutdownAfterJobFinishes: true, suspend: true }),
    job({ ...interactive, shutdownAfterJobFinishes: true }),
    "none",
    "whatever suspend says",
  ],
  [
    "the end of a suspension, with an id",
    job({ shutdownAfterJobFinishes: true, suspend: true, jobId: "train-1" }),
    job({ shutdownAfterJobFinishes: true, jobId: "train-1" }),
    "scale",
    'under the id "train-1"',
  ],
  [
    "a deadline before the run, of one that runs",
    inPhase("Running"),
    job({ preRunningDeadlineSeconds: 5 }),
    "rerun",
    "only a retry",
  ],
  [
    "a deadline before the run, of one that starts",
    inPhase("Initializing"),
    job({ preRunningDeadlineSeconds: 5 }),
    "in-place",
    "fails at once",
  ],
  [
    "a deadline of one that is suspended",
    inPhase("Suspended", { shutdownAfterJobFinishes: true, suspend: true }),
    job({ shutdownAfterJobFinishes: true, suspend: true, activeDeadlineSeconds: 5 }),
    "rerun",
    "takes this when it starts again",
  ],
  [
    "an entrypoint that KubeRay submits itself",
    job({ submissionMode: "HTTPMode" }),
    job({ submissionMode: "HTTPMode", entrypoint: "x" }),
    "rerun",
    "when Ray has lost the job",
  ],
  [
    "a mode of one that waits for an id",
    job(interactive),
    job(),
    "rerun",
    "ends as ValidationFailed",
  ],
  [
    "a mode of one that runs with its id",
    inPhase("Running", interactive),
    job(),
    "rerun",
    "may never end",
  ],
  [
    "a selector that goes, with shutdown",
    job(selected),
    job({ shutdownAfterJobFinishes: true }),
    "address",
    "may delete the selected cluster",
  ],
  [
    "another selected cluster",
    job(selected),
    job(merge(selected, { clusterSelector: { "ray.io/cluster": "other" } })),
    "none",
  ],
  [
    "another controller, once it is set",
    job({ managedBy: "ray.io/kuberay-operator" }),
    job({ managedBy: "kueue.x-k8s.io/multikueue" }),
    "rejected",
    "nobody change managedBy of a job",
  ],
  [
    "anything of a job that another controller looks after",
    job({ managedBy: "kueue.x-k8s.io/multikueue" }),
    job({ managedBy: "kueue.x-k8s.io/multikueue", entrypoint: "x" }),
    "none",
  ],
  [
    "another queue of a job that runs",
    job({}, { metadata: { labels: { "kueue.x-k8s.io/queue-name": "a" } } }),
    job({}, { metadata: { labels: { "kueue.x-k8s.io/queue-name": "b" } } }),
    "rejected",
    "the job is not suspended",
  ],
  [
    "the template of a schedule",
    schedule(),
    schedule({ jobTemplate: { entrypoint: "x" } }),
    "rerun",
  ],
  ["other times", schedule(), schedule({ schedule: "0 4 * * *" }), "in-place", "for each time"],
  ["a zone", schedule(), schedule({ timeZone: "Europe/Berlin" }), "in-place"],
  ["a stop of a schedule", schedule(), schedule({ suspend: true }), "in-place", "go on"],
  ["a start of it", schedule({ suspend: true }), schedule(), "in-place", "for each time"],
  ["a label of it", schedule(), schedule({}, { metadata: { labels: { a: "b" } } }), "none"],
  [
    "another name of it",
    schedule(),
    schedule({}, { metadata: { name: "other" } }),
    "address",
    "deletes its jobs",
  ],
])("%s, in the newest release", (_name, before, after, effect, reason) => {
  const diff = compared(before, after, { featureGates: "RayCronJob=true" });
  expect(diff.effect).toBe(effect);
  expect(diff.changes.map((change) => change.reason).join(" ")).toContain(reason ?? "");
});

const alpha = { apiVersion: "ray.io/v1alpha1" };
const old = (manifest: PlainObject) =>
  merge(manifest, {
    ...alpha,
    spec: { rayClusterSpec: { headGroupSpec: { serviceType: "ClusterIP" } } },
  });
const more = { replicas: 3, maxReplicas: 3 };
const scaling = { rayClusterSpec: { enableInTreeAutoscaling: true } };

test.each<Boundary>([
  [
    "an image",
    old(job()),
    old(job(workers(image))),
    ["0.5.0", "new-pods-only"],
    ["0.5.2", "rerun"],
  ],
  ["more replicas", old(job()), old(job(workers(more))), ["0.5.0", "scale"], ["0.5.2", "scale"]],
  ["more replicas, later", job(), job(workers(more)), ["1.0.0", "scale"], ["1.1.0", "rerun"]],
  [
    "more replicas of what scales",
    job(scaling),
    job(merge(scaling, workers(more))),
    ["1.0.0", "rerun"],
    ["1.1.0", "rerun"],
  ],
  [
    "an id that a job waits for",
    job(interactive),
    job({ ...interactive, jobId: "train-1" }),
    ["1.2.2", "rerun"],
    ["1.3.0", "in-place"],
  ],
  [
    "shutdown beside a selected cluster",
    old(job(beside)),
    old(job(merge(beside, { shutdownAfterJobFinishes: true }))),
    ["0.6.0", "in-place"],
    ["1.0.0", "none"],
  ],
  [
    "a suspension before the job runs",
    old(inPhase("Initializing", { shutdownAfterJobFinishes: true })),
    old(job({ shutdownAfterJobFinishes: true, suspend: true })),
    ["1.0.0", "rerun"],
    ["1.1.0", "recreate"],
  ],
  [
    "what is not known yet",
    job(),
    job({ backoffLimit: 3 }),
    ["1.1.1", "none"],
    ["1.2.0", "in-place"],
  ],
  [
    "a rule for what has ended",
    job(),
    job({ deletionPolicy: "DeleteCluster" }),
    ["1.2.2", "none"],
    ["1.3.0", "rejected"],
  ],
  [
    "the same, once it is gone",
    job(),
    job({ deletionPolicy: "DeleteCluster" }),
    ["1.4.2", "rejected"],
    ["1.5.0", "none"],
  ],
  [
    "a suspension",
    old(job()),
    old(job({ suspend: true })),
    ["0.5.0", "none"],
    ["0.5.2", "recreate"],
  ],
])("%s", (...boundary) => expectBoundary(boundary));

test.each<readonly [string, PlainObject, PlainObject, string, string]>([
  ["0.5.2", old(job()), old(job({ suspend: true })), "recreate", "and deletes the cluster."],
  ["0.6.0", old(job()), old(job({ suspend: true })), "recreate", "the cluster and the submitter."],
  ["1.4.2", job(interactive), job(), "rerun", "is refused until the mode is"],
  ["0.6.0", old(job()), old(job(beside)), "none", "that it started with."],
  ["1.0.0", job(), job(beside), "none", "nothing cleans its own cluster up"],
  ["1.5.2", job(interactive), job(), "rerun", "ends as ValidationFailed"],
])("KubeRay %s says it in its way", (kuberayVersion, before, after, effect, reason) => {
  const { changes } = compared(before, after, { kuberayVersion });
  expect(changes).toContainEqual(
    expect.objectContaining({ effect, reason: expect.stringContaining(reason) }),
  );
});

test.each<readonly [string, PlainObject, string, string]>([
  ["a job", job(), "scale", "runs the job"],
  [
    "a suspended job",
    job({ shutdownAfterJobFinishes: true, suspend: true }),
    "none",
    "nothing until",
  ],
  ["a job of Kueue", job({ managedBy: "kueue.x-k8s.io/multikueue" }), "none", "makes nothing"],
  ["a schedule", schedule(), "scale", "at each time"],
  ["a suspended schedule", schedule({ suspend: true }), "none", "no jobs until"],
  ["a cluster", cluster(), "scale", "and the pods"],
  ["a suspended cluster", cluster({ spec: { suspend: true } }), "none", "no pods until"],
])("%s that is new", (_name, after, effect, reason) => {
  expect(compared(undefined, after).changes).toEqual([
    expect.objectContaining({ effect, reason: expect.stringContaining(reason) }),
  ]);
});

test.each([
  ["1.4.2", false],
  ["1.5.0", true],
])("KubeRay %s: a refused spec ends a job for good: %s", (kuberayVersion, isEnd) => {
  const [change] = compared(job(), job({ ttlSecondsAfterFinished: -1 }), {
    kuberayVersion,
  }).changes;
  expect(change?.effect).toBe("rejected");
  expect(change?.reason.includes("ValidationFailed")).toBe(isEnd);
});

test.each([
  ["RayCronJob=true", "in-place"],
  ["RayCronJob=false", "none"],
  ["", "in-place"],
])("a schedule under %j: %s", (featureGates, effect) => {
  expect(
    compared(schedule(), schedule({ schedule: "0 4 * * *" }), { featureGates }).changes[0]?.effect,
  ).toBe(effect);
});

test.each([
  ["1.6.2", "where one has passed since"],
  ["1.7.0", "for each time that has passed since"],
])("KubeRay %s catches up: %s", (kuberayVersion, words) => {
  const { changes } = compared(schedule(), schedule({ schedule: "0 4 * * *" }), { kuberayVersion });
  expect(changes[0]?.reason).toContain(words);
});

test("a schedule is none of a release without schedules", () => {
  const options = { kuberayVersion: "1.5.2" };
  expect(compared(schedule(), schedule({ schedule: "0 4 * * *" }), options)).toMatchObject({
    effect: "rejected",
    refusals: [{ code: "api-kind-not-served" }],
  });
  expect(compared(schedule(), schedule(), options)).toMatchObject({ same: true, effect: "none" });
});

test("the embedded cluster is compared like a RayCluster, items by name", () => {
  const reordered = job({
    rayClusterSpec: { workerGroupSpecs: [group("b"), group("workers")] },
  });
  const before = job({ rayClusterSpec: { workerGroupSpecs: [group("workers"), group("b")] } });
  expect(compared(before, reordered)).toMatchObject({ same: true, effect: "none" });
  expect(briefly(compared(before, job()))).toEqual([
    "- spec.rayClusterSpec.workerGroupSpecs[b] rerun",
  ]);
});

test("what the server and Kueue write is no change", () => {
  const labels = { labels: { "kueue.x-k8s.io/queue-name": "a" } };
  const own = job({ shutdownAfterJobFinishes: true }, { metadata: labels });
  const live = job(
    {
      shutdownAfterJobFinishes: true,
      submissionMode: "K8sJobMode",
      ttlSecondsAfterFinished: 0,
      backoffLimit: 0,
      suspend: true,
    },
    {
      metadata: { ...labels, uid: "u", finalizers: ["ray.io/rayjob-finalizer"] },
      status: { jobDeploymentStatus: "Suspended" },
    },
  );
  for (const diff of [compared(own, live), compared(live, own)]) {
    expect(diff).toMatchObject({ same: true, effect: "none" });
  }
});

test("a text of YAML that says the same is no change", () => {
  const [left, right] = [
    "pip: [torch]\nenv_vars: {A: b}",
    '{"env_vars": {"A": "b"}, "pip": ["torch"]}',
  ];
  const diff = compared(job({ runtimeEnvYAML: left }), job({ runtimeEnvYAML: right }));
  expect(diff).toMatchObject({ same: true, spelling: [{ cause: "yaml-text", effect: "none" }] });
  expect(compared(job({ runtimeEnvYAML: left }), job({ runtimeEnvYAML: "pip: [jax]" })).same).toBe(
    false,
  );
});

test("another kind is another object", () => {
  const diff = compared(schedule(), job());
  expect(diff).toMatchObject({ kind: "RayJob", presence: "both", same: false, effect: "address" });
  expect(briefly(diff)).toEqual(["~ (manifest) address"]);
  expect(diff.changes[0]?.reason).toContain("the RayCronJob stays until it is deleted");
});

test("a job on a selected cluster asks for no pods of its own, nor does a suspended one", () => {
  const pods = (manifest: PlainObject) => compared(manifest, manifest).totals.after?.minimum.pods;
  expect(pods(job())).toBe(3);
  expect(pods(job(selected))).toBe(0);
  expect(pods(job({ shutdownAfterJobFinishes: true, suspend: true }))).toBe(0);
  expect(pods(schedule())).toBe(3);
});
