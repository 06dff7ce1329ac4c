import type { PlainObject } from "../../src/diagnostics/plain-data.ts";
import type { Boundary } from "./compared.ts";
import type { EffectRow } from "./effect-row.ts";
import { group, merge } from "./manifests.ts";
import { job, schedule } from "./owners.ts";

const workers = (changes: PlainObject) => ({
  rayClusterSpec: { workerGroupSpecs: [group("workers", changes)] },
});
const image = { template: { spec: { containers: [{ name: "ray-worker", image: "other:1" }] } } };
const inPhase = (jobDeploymentStatus: string, spec: PlainObject = {}) =>
  job(spec, { status: { jobDeploymentStatus } });
const interactive = { submissionMode: "InteractiveMode", entrypoint: null };
export const selected = { clusterSelector: { "ray.io/cluster": "shared" }, rayClusterSpec: null };
/** A selector with a cluster of its own, which nothing makes. */
const beside = { clusterSelector: { "ray.io/cluster": "shared" } };
const alpha = { apiVersion: "ray.io/v1alpha1" };
const old = (manifest: PlainObject) =>
  merge(manifest, {
    ...alpha,
    spec: { rayClusterSpec: { headGroupSpec: { serviceType: "ClusterIP" } } },
  });
const more = { replicas: 3, maxReplicas: 3 };
const scaling = { rayClusterSpec: { enableInTreeAutoscaling: true } };

const inQueue = (queue: string) => ({
  metadata: { labels: { "kueue.x-k8s.io/queue-name": queue } },
});
const rules = {
  deletionStrategy: {
    deletionRules: [{ policy: "DeleteSelf", condition: { jobStatus: "FAILED" } }],
  },
};

export const jobEffectRows: readonly EffectRow[] = [
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
  ["a finalizer", job(), job({}, { metadata: { finalizers: ["a/b"] } }), "none"],
  ["an annotation", job(), job({}, { metadata: { annotations: { a: "b" } } }), "rerun"],
  ["another namespace", job(), job({}, { metadata: { namespace: "other" } }), "address"],
  [
    "the cluster beside one that is selected",
    job(beside),
    job({ ...beside, ...workers(image) }),
    "none",
    "on a cluster that it selects",
  ],
  ["a selector that comes", job(), job(selected), "none", "nothing cleans"],
  ["a selector that goes", job(beside), job(), "none", "which is the selected one"],
  [
    "a selector that goes, with no retries",
    job(beside),
    job({ backoffLimit: 0 }),
    "none",
    "which is the selected one",
  ],
  [
    "a selector that goes, with a retry",
    job(beside),
    job({ backoffLimit: 1 }),
    "address",
    "may delete the selected cluster",
  ],
  [
    "a selector that goes, with rules",
    job(beside),
    job(rules),
    "address",
    "may delete the selected cluster",
  ],
  ["rules of a job on a selected cluster", job(selected), job({ ...selected, ...rules }), "none"],
  [
    "the id, of one that waits",
    inPhase("Waiting", interactive),
    job({ ...interactive, jobId: "train-1" }),
    "in-place",
  ],
  [
    "the id, of one that starts",
    inPhase("Initializing", interactive),
    job({ ...interactive, jobId: "train-1" }),
    "in-place",
  ],
  [
    "the id, of one that ended",
    inPhase("Complete", interactive),
    job({ ...interactive, jobId: "train-1" }),
    "none",
  ],
  [
    "another id",
    job({ ...interactive, jobId: "train-1" }),
    job({ ...interactive, jobId: "train-2" }),
    "rerun",
  ],
  ["no id any more", job({ ...interactive, jobId: "train-1" }), job(interactive), "rerun"],
  ["an id where nobody waits, at the start", inPhase("New"), job({ jobId: "train-1" }), "rerun"],
  ["the end of waiting", job(interactive), job({ submissionMode: "HTTPMode" }), "rerun"],
  [
    "another submission mode of one that ended",
    inPhase("Complete"),
    job({ submissionMode: "HTTPMode" }),
    "none",
    "new name",
  ],
  [
    "a shorter deadline",
    job({ activeDeadlineSeconds: 600 }),
    job({ activeDeadlineSeconds: 60 }),
    "in-place",
    "fails at once",
  ],
  [
    "no deadline any more",
    job({ activeDeadlineSeconds: 600 }),
    job(),
    "in-place",
    "KubeRay counts by this from then on.",
  ],
  [
    "a suspension of one that ended",
    inPhase("Complete", { shutdownAfterJobFinishes: true }),
    job({ shutdownAfterJobFinishes: true, suspend: true }),
    "none",
    "new name",
  ],
  ["a suspension that was none", job({ suspend: "x" }), job({ suspend: false }), "none"],
  [
    "a controller that the API refuses",
    job(),
    job({ managedBy: "me" }),
    "rejected",
    "managedBy must be",
  ],
  [
    "what the API and the operator refuse",
    job(),
    job({ managedBy: "me", backoffLimit: -1 }),
    "rejected",
    "ends as ValidationFailed",
  ],
  [
    "an entrypoint of a new one",
    inPhase("New"),
    job({ entrypoint: "x" }),
    "in-place",
    "not submitted yet",
  ],
  [
    "an entrypoint of one that is being suspended",
    inPhase("Suspending"),
    job({ entrypoint: "x" }),
    "rerun",
    "is suspended",
  ],
  [
    "an entrypoint of one that is suspended",
    inPhase("Suspended"),
    job({ entrypoint: "x" }),
    "rerun",
    "is suspended",
  ],
  [
    "an entrypoint of one that is tried again",
    inPhase("Retrying"),
    job({ entrypoint: "x" }),
    "in-place",
    "not submitted yet",
  ],
  [
    "an entrypoint of one that was refused",
    inPhase("ValidationFailed"),
    job({ entrypoint: "x" }),
    "none",
    "new name",
  ],
  [
    "the operator again",
    job({ managedBy: "kueue.x-k8s.io/multikueue" }),
    job(),
    "scale",
    "manages the job again",
  ],
  [
    "another controller",
    job(),
    job({ managedBy: "kueue.x-k8s.io/multikueue" }),
    "address",
    "leaves its cluster",
  ],
  ...["Running", "Suspended", "Suspending", "Complete"].map(
    (phase): EffectRow => [
      `another queue of a job that is ${phase}`,
      job({}, { ...inQueue("a"), status: { jobDeploymentStatus: phase } }),
      job({}, inQueue("b")),
      phase === "Running" ? "rejected" : "none",
    ],
  ),
  [
    "another queue of a job that is to be suspended",
    job(
      { shutdownAfterJobFinishes: true, suspend: true },
      { ...inQueue("a"), status: { jobDeploymentStatus: "Running" } },
    ),
    job({ shutdownAfterJobFinishes: true, suspend: true }, inQueue("b")),
    "none",
  ],
  ["no queue any more", job({}, inQueue("a")), job(), "none"],
  [
    "an image of a job in a queue",
    job({}, inQueue("a")),
    job(workers(image), inQueue("a")),
    "rerun",
    "Kueue may stop a job",
  ],
  [
    "an image of a job in a queue that ended",
    job({}, { ...inQueue("a"), status: { jobDeploymentStatus: "Complete" } }),
    job(workers(image), inQueue("a")),
    "none",
  ],
  [
    "an image of a schedule in a queue",
    schedule({}, inQueue("a")),
    schedule({ jobTemplate: workers(image) }, inQueue("a")),
    "rerun",
  ],
  [
    "other times of a schedule that is stopped",
    schedule({ suspend: true }),
    schedule({ suspend: true, schedule: "0 4 * * *" }),
    "in-place",
    "it starts no jobs",
  ],
  [
    "an annotation of a schedule",
    schedule(),
    schedule({}, { metadata: { annotations: { a: "b" } } }),
    "none",
  ],
];

export const jobEffectBoundaries: readonly Boundary[] = [
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
  [
    "an entrypoint",
    old(job()),
    old(job({ entrypoint: "x" })),
    ["0.5.0", "rerun"],
    ["0.5.2", "rerun"],
  ],
  ["an entrypoint, later", job(), job({ entrypoint: "x" }), ["1.1.1", "rerun"], ["1.2.0", "rerun"]],
  [
    "more replicas of a job that ended",
    job({}, { status: { jobDeploymentStatus: "Complete" } }),
    job(workers(more)),
    ["1.0.0", "none"],
    ["1.1.0", "none"],
  ],
  [
    "what becomes of the job, once it is suspended",
    job({ shutdownAfterJobFinishes: true }),
    job({ shutdownAfterJobFinishes: true, suspend: true }),
    ["1.0.0", "recreate"],
    ["1.1.0", "recreate"],
  ],
  [
    "the end of waiting",
    job(interactive),
    job({ submissionMode: "HTTPMode" }),
    ["1.4.2", "rerun"],
    ["1.5.0", "rerun"],
  ],
  [
    "a selector that goes, with a policy",
    job(beside),
    job({ deletionPolicy: "DeleteCluster" }),
    ["1.2.2", "none"],
    ["1.3.0", "rejected"],
  ],
];
