import { expect, test } from "vitest";
import type { PlainObject } from "../../src/diagnostics/plain-data.ts";
import { briefly, compared, comparedRow } from "./compared.ts";
import { expectBoundary } from "./expect-boundary.ts";
import {
  beside,
  interactive,
  jobEffectBoundaries,
  jobEffectRows,
  old,
  selected,
} from "./job-effect-rows.ts";
import { cluster, group } from "./manifests.ts";
import { job, schedule } from "./owners.ts";

test.each(jobEffectRows)("%s, in the newest release", (_name, before, after, effect, reason) => {
  const diff = comparedRow(before, after, { featureGates: "RayCronJob=true" });
  expect(diff.effect).toBe(effect);
  expect(diff.changes.map((change) => change.reason).join(" ")).toContain(reason ?? "");
});

test.each(jobEffectBoundaries)("%s", (...boundary) => expectBoundary(boundary));

test.each<readonly [string, PlainObject, PlainObject, string, string]>([
  ["0.5.2", old(job()), old(job({ suspend: true })), "recreate", "and deletes the cluster."],
  ["0.6.0", old(job()), old(job({ suspend: true })), "recreate", "the cluster and the submitter."],
  ["1.4.2", job(interactive), job(), "rerun", "is refused until the mode is"],
  ["0.6.0", old(job()), old(job(beside)), "none", "that it started with."],
  ["1.0.0", job(), job(beside), "none", "nothing cleans its own cluster up"],
  ["1.5.2", job(interactive), job(), "rerun", "ends as ValidationFailed"],
  [
    "1.0.0",
    job({ submissionMode: "HTTPMode" }),
    job({ submissionMode: "HTTPMode", entrypoint: "x" }),
    "rerun",
    "takes nothing: to run it again, give it a new name.",
  ],
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
  ["RayCronJob=true", "in-place", "by the new times"],
  ["RayCronJob=false", "none", "needs the feature gate RayCronJob, which is off."],
  ["", "in-place", "by the new times"],
])("a schedule under %j: %s", (featureGates, effect, reason) => {
  const { changes } = compared(schedule(), schedule({ schedule: "0 4 * * *" }), { featureGates });
  expect(changes).toMatchObject([{ effect, reason: expect.stringContaining(reason) }]);
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
  expect(pods(job({ rayClusterSpec: { suspend: true } }))).toBe(0);
  expect(pods(job({ clusterSelector: { "ray.io/cluster": "shared" } }))).toBe(0);
  expect(pods(job({ shutdownAfterJobFinishes: true, suspend: true }))).toBe(0);
  expect(pods(schedule())).toBe(3);
});
