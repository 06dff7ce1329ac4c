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
const alpha = { apiVersion: "ray.io/v1alpha1" };
const old = (manifest: PlainObject) =>
  merge(manifest, {
    ...alpha,
    spec: { rayClusterSpec: { headGroupSpec: { serviceType: "ClusterIP" } } },
  });
const more = { replicas: 3, maxReplicas: 3 };
const scaling = { rayClusterSpec: { enableInTreeAutoscaling: true } };

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
];
