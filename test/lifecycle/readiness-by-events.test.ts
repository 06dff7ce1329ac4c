import { expect, test } from "vitest";
import { readiness } from "../../src/lifecycle/readiness.ts";
import type { Json } from "./observations.ts";
import { event, planFor, pod, raycluster, running } from "./observations.ts";

const plan = planFor("1.7.0");
const head = pod("train-head-abc", "head", running);
const first = pod("train-0-abc", "worker-group-0", running);
const second = pod("train-1-abc", "worker-group-1", running);
const third = pod("train-1-def", "worker-group-1", running);

function observe(pods: readonly unknown[], events: readonly unknown[]) {
  return readiness(plan, {
    raycluster: raycluster({ lastUpdateTime: "2026-01-01T00:00:00Z" }),
    pods,
    events,
    secondsSinceCreation: 10,
  });
}

test("an invalid spec shows in KubeRay's events alone", () => {
  const refused = event(
    "InvalidRayClusterMetadata",
    "The RayCluster metadata is invalid ml/train: name should be no more than 53 characters",
  );
  const answer = readiness(plan, {
    raycluster: raycluster(),
    pods: [],
    events: [refused],
    secondsSinceCreation: 1,
  });
  expect(answer).toMatchObject({
    state: "failed",
    reason: {
      code: "spec-refused",
      message:
        "KubeRay refuses the RayCluster: The RayCluster metadata is invalid ml/train: name should be no more than 53 characters.",
    },
  });
});

test.each<readonly [string, Json]>([
  [
    "of an earlier cluster",
    { involvedObject: { kind: "RayCluster", name: "train", uid: "other" } },
  ],
  ["of another cluster", { involvedObject: { kind: "RayCluster", name: "other" } }],
  ["of a RayJob", { involvedObject: { kind: "RayJob", name: "train" } }],
])("an event %s says nothing", (_what, more) => {
  expect(observe([], [event("InvalidRayClusterSpec", "no", more)]).state).toBe("waiting");
});

test("the last warning explains pods that were not created", () => {
  const events = [
    event("FailedToCreateWorkerPod", "older", { lastTimestamp: "2026-01-01T00:00:01Z" }),
    event("FailedToCreateWorkerPod", "exceeded quota: gpus", {
      lastTimestamp: new Date("2026-01-01T00:00:02Z"),
    }),
    event("CreatedHeadPod", "newest", { type: "Normal", lastTimestamp: "2026-01-01T00:00:03Z" }),
  ];
  expect(observe([head], events)).toMatchObject({
    state: "waiting",
    reason: {
      code: "pod-refused",
      message: "KubeRay reports FailedToCreateWorkerPod: exceeded quota: gpus.",
    },
  });
  const lacksOne = (...pods: readonly Json[]) => observe(pods, events).reason?.code;
  expect(lacksOne(head, first, pod("train-1-abc", "worker-group-1"))).toBe("pod-refused");
  expect(lacksOne(head, second, third)).toBe("pod-refused");
  const pending = ["train-1-abc", "train-1-def"].map((name) => pod(name, "worker-group-1"));
  expect(observe([head, first, ...pending], events).reason).toBeUndefined();
});

test("events of events.k8s.io/v1 are read as well", () => {
  const { involvedObject, message, lastTimestamp, ...rest } = event("InvalidRayClusterSpec", "no");
  const modern = { ...rest, regarding: involvedObject, note: message, eventTime: lastTimestamp };
  const answer = observe([], [modern]);
  expect(answer.state).toBe("failed");
  expect(answer.reason?.message).toBe("KubeRay refuses the RayCluster: no.");
});

test.each<readonly [string, (time: string) => Json]>([
  ["lastTimestamp", (lastTimestamp) => ({ lastTimestamp })],
  ["series", (lastObservedTime) => ({ series: { lastObservedTime } })],
  ["eventTime", (eventTime) => ({ eventTime })],
  ["creationTimestamp", (creationTimestamp) => ({ metadata: { creationTimestamp } })],
])("the latest warning is told, by its %s", (_what, at) => {
  const { lastTimestamp: _, ...rest } = event("FailedToCreateWorkerPod", "");
  const events = ["9", "", "1"].map((time) => ({ ...rest, message: `at ${time}`, ...at(time) }));
  const told = "KubeRay reports FailedToCreateWorkerPod: at 9.";
  expect(observe([head], events).reason?.message).toBe(told);
  expect(observe([head], events.toReversed()).reason?.message).toBe(told);
});

test("of warnings of one time the greatest text is told, whatever their order", () => {
  const told = (events: readonly Json[]) =>
    [events, events.toReversed()].map((listed) => observe([head], listed).reason?.message);
  const [a, b] = [event("A", "x"), event("B", "w")];
  expect(told([a, b])).toEqual(["KubeRay reports B: w.", "KubeRay reports B: w."]);
  expect(told([a, event("A", "z")])).toEqual(["KubeRay reports A: z.", "KubeRay reports A: z."]);
});

test("of a warning, what is missing is left out", () => {
  const told = (of: Json) => observe([head], [of]).reason?.message;
  expect(told(event("", "exceeded quota"))).toBe("KubeRay reports exceeded quota.");
  expect(told(event("FailedToCreateWorkerPod", ""))).toBe(
    "KubeRay reports FailedToCreateWorkerPod.",
  );
});

test("a refusal without a time stands while no pod says when it was made", () => {
  const { lastTimestamp: _, ...refused } = event("InvalidRayClusterSpec", "no");
  const answer = readiness(plan, {
    raycluster: raycluster(),
    pods: [head],
    events: [refused],
    secondsSinceCreation: 1,
  });
  expect(answer.state).toBe("failed");
});
