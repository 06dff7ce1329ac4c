import { expect, test } from "vitest";
import { readiness } from "../../src/lifecycle/readiness.ts";
import type { Json } from "./observations.ts";
import {
  event,
  planFor,
  pod,
  raycluster,
  running,
  unschedulable,
  waitingFor,
} from "./observations.ts";

const plan = planFor("1.7.0");
const head = pod("train-head-abc", "head", running);
const first = pod("train-0-abc", "worker-group-0", running);
const second = pod("train-1-abc", "worker-group-1", running);
const third = pod("train-1-def", "worker-group-1", running);

/** The pods of all groups but one, whose second pod has this status. */
function lacking(status: Json): readonly Json[] {
  return [head, first, second, pod("train-1-def", "worker-group-1", status)];
}

function observe(pods: readonly unknown[], events: readonly unknown[] = [], seconds = 10) {
  return readiness(plan, {
    raycluster: raycluster({ lastUpdateTime: "2026-01-01T00:00:00Z" }),
    pods,
    events,
    secondsSinceCreation: seconds,
  });
}

test("a cluster is ready when every group has its minimum, whatever the status says", () => {
  expect(observe([head, first, second, third])).toEqual({
    state: "ready",
    evidence: "pods",
    message: "4 of 4 pods ready.",
    ready_pods: 4,
    needed_pods: 4,
    waiting_for: [],
  });
});

test("the status `ready` does not stand in for a pod that is lost", () => {
  const answer = readiness(plan, {
    raycluster: raycluster({ state: "ready", readyWorkerReplicas: 3 }),
    pods: [head, first, second],
    secondsSinceCreation: 10,
  });
  expect(answer).toMatchObject({
    state: "waiting",
    message: "3 of 4 pods ready, waiting for worker-group-1.",
    waiting_for: ["worker-group-1"],
  });
});

// biome-ignore format: one pod a line.
const strays: readonly (readonly [string, Json])[] = [
  ["that is being deleted", pod("train-1-def", "worker-group-1", running, { deletionTimestamp: "2026-01-01T00:00:00Z" })],
  ["of an earlier cluster", pod("train-1-def", "worker-group-1", running, { ownerReferences: [{ kind: "RayCluster", uid: "other" }] })],
  ["of another cluster", pod("train-1-def", "worker-group-1", running, { labels: { "ray.io/cluster": "other", "ray.io/group": "worker-group-1" } })],
  ["of an unknown group", pod("train-1-def", "worker-group-7", running)],
  ["of a group that has enough", pod("train-0-def", "worker-group-0", running)],
  ["without labels", { metadata: { name: "train-1-def" }, status: running }],
  ["that is listed a second time", pod("train-1-abc", "worker-group-1", running)],
  ["that has failed since", pod("train-1-def", "worker-group-1", { ...running, phase: "Failed" })],
  ["that has ended since", pod("train-1-def", "worker-group-1", { ...running, phase: "Succeeded" })],
];

test.each(strays)("a ready pod %s does not count", (_what, stray) => {
  const answer = observe([head, first, second, stray]);
  expect(answer).toMatchObject({
    state: "waiting",
    ready_pods: 3,
    waiting_for: ["worker-group-1"],
  });
});

test("a pod counts once for its uid, else for its namespace and name", () => {
  const named = (name: string, metadata: Json) =>
    pod(name, "worker-group-1", running, { name, ...metadata });
  const counted = (...workers: readonly Json[]) => observe([head, first, ...workers]).ready_pods;
  expect(counted(named("a", { uid: "1" }), named("b", { uid: "1" }))).toBe(3);
  expect(counted(named("a", { uid: "1" }), named("a", { uid: "2" }))).toBe(4);
  expect(counted(named("a", { namespace: "ml" }), named("a", { namespace: "ml" }))).toBe(3);
  expect(counted(named("a", { namespace: "ml" }), named("a", { namespace: "other" }))).toBe(4);
});

// biome-ignore format: one pod a line.
const copies: readonly (readonly [string, Json, string | undefined])[] = [
  ["is being deleted", pod("train-1-def", "worker-group-1", running, { deletionTimestamp: "2026-01-01T00:00:00Z" }), undefined],
  ["is not ready", pod("train-1-def", "worker-group-1", waitingFor("ErrImagePull")), "image-pull-failed"],
];

test.each(copies)("a pod that one of its copies says %s does not count", (_what, copy, code) => {
  const pods = [head, first, second, third];
  const answer = observe([...pods, copy]);
  expect(answer).toMatchObject({ state: "waiting", ready_pods: 3 });
  expect(observe([copy, ...pods])).toEqual(answer);
  // What is told is told of that copy.
  expect(answer.reason?.code).toBe(code);
});

test.each([
  ["9", "10"],
  ["10", "11"],
  [undefined, "9"],
])("of copies that are not ready, %s and %s, the order does not matter", (...versions) => {
  const [older, newer] = ["ErrImagePull", "CrashLoopBackOff"].map((reason, index) =>
    pod("train-1-def", "worker-group-1", waitingFor(reason), { resourceVersion: versions[index] }),
  );
  const answer = observe([head, first, second, older, newer]);
  expect(answer.reason?.code).toBe("container-crashes");
  expect(observe([newer, older, second, first, head])).toEqual(answer);
});

test("a copy that is being deleted counts for more than a newer one", () => {
  const leaving = { deletionTimestamp: "2026-01-01T00:00:00Z", resourceVersion: "9" };
  const status = waitingFor("ErrImagePull");
  const copies = [leaving, { resourceVersion: "10" }].map((metadata) =>
    pod("train-1-def", "worker-group-1", status, metadata),
  );
  expect(observe([head, first, second, ...copies]).reason).toBeUndefined();
});

test("a cluster that is to be suspended is not ready, though its pods are", () => {
  const suspended = { ...raycluster({ state: "ready" }), spec: { suspend: true } };
  const ask = (secondsSinceCreation: number) =>
    readiness(plan, {
      raycluster: suspended,
      pods: [head, first, second, third],
      events: [event("FailedToCreateWorkerPod", "exceeded quota: gpus")],
      secondsSinceCreation,
    });
  expect(ask(10)).toMatchObject({
    state: "waiting",
    message: '4 of 4 pods ready. The RayCluster "train" is suspended.',
    reason: { code: "cluster-suspended" },
  });
  expect(ask(600).state).toBe("timed-out");
});

type Reason = readonly [code: string, state: string, status: Json, message: string];

// biome-ignore format: one pod a line.
const reasons: readonly Reason[] = [
  ["image-name-invalid", "failed", waitingFor("InvalidImageName", 'Failed to apply default image tag "UPPER"'),
    'The image "registry.example.com/train:1.2" of pod "train-1-def" cannot be pulled: InvalidImageName: Failed to apply default image tag "UPPER".'],
  ["image-unavailable", "failed", waitingFor("ImagePullBackOff", "Back-off pulling image."),
    'The image "registry.example.com/train:1.2" of pod "train-1-def" cannot be pulled: ImagePullBackOff: Back-off pulling image.'],
  ["image-pull-failed", "waiting", waitingFor("ErrImagePull", "not found"),
    'The image "registry.example.com/train:1.2" of pod "train-1-def" cannot be pulled: ErrImagePull: not found.'],
  ["container-crashes", "waiting", waitingFor("CrashLoopBackOff", "back-off 10s", { lastState: { terminated: { exitCode: 127, reason: "Error", message: "bash: ray: command not found\n" } } }),
    'Container "ray-worker" of pod "train-1-def" keeps exiting with exit code 127 (Error): bash: ray: command not found.'],
  ["out-of-memory", "waiting", waitingFor("CrashLoopBackOff", "back-off 10s", { lastState: { terminated: { exitCode: 137, reason: "OOMKilled" } } }),
    'Container "ray-worker" of pod "train-1-def" was killed for using more memory than its limit.'],
  ["container-crashes", "waiting", { phase: "Pending", initContainerStatuses: [{ name: "wait-gcs-ready", state: { terminated: { exitCode: 1 } } }] },
    'Container "wait-gcs-ready" of pod "train-1-def" keeps exiting with exit code 1.'],
  ["container-not-started", "waiting", waitingFor("CreateContainerConfigError", 'secret "token" not found'),
    'Container "ray-worker" of pod "train-1-def" cannot be started: CreateContainerConfigError: secret "token" not found.'],
  ["pod-failed", "waiting", { phase: "Failed", reason: "Evicted", message: "The node was low on resource: memory." },
    'Pod "train-1-def" has failed: Evicted: The node was low on resource: memory.'],
  ["pod-failed", "waiting", { phase: "Failed" },
    'Pod "train-1-def" has failed.'],
  ["container-crashes", "waiting", { phase: "Failed", containerStatuses: [{ name: "ray-worker", state: { terminated: { exitCode: 2, reason: "Error" } } }] },
    'Container "ray-worker" of pod "train-1-def" keeps exiting with exit code 2 (Error).'],
  ["pod-unschedulable", "waiting", unschedulable,
    'Pod "train-1-def" cannot be scheduled: 0/3 nodes are available: 3 Insufficient nvidia.com/gpu.'],
  ["pod-unschedulable", "waiting", { phase: "Pending", conditions: [{ type: "PodScheduled", status: "False" }] },
    'Pod "train-1-def" cannot be scheduled: no reason is given.'],
  ["pod-gated", "waiting", { phase: "Pending", conditions: [{ type: "PodScheduled", status: "False", reason: "SchedulingGated", message: "Scheduling is blocked due to non-empty scheduling gates" }] },
    'Pod "train-1-def" is held back: Scheduling is blocked due to non-empty scheduling gates.'],
  ["pod-not-ready", "waiting", { phase: "Running", conditions: [{ type: "Ready", status: "False", message: "containers with unready status: [ray-worker]" }] },
    'Pod "train-1-def" is running but not ready: containers with unready status: [ray-worker].'],
];

test.each(reasons)("%s is %s: %j", (code, state, status, message) => {
  const answer = observe(lacking(status));
  expect(answer).toMatchObject({ state, reason: { code, message, pod: "train-1-def" } });
  const progress = "3 of 4 pods ready, waiting for worker-group-1.";
  expect(answer.message).toBe(
    state === "failed" ? `${message} ${progress}` : `${progress} ${message}`,
  );
  expect(observe(lacking(status), [], 600).state).toBe(state === "failed" ? "failed" : "timed-out");
});

test.each([
  ["ErrImageNeverPull", "image-pull-failed"],
  ["ImageInspectError", "image-pull-failed"],
  ["RegistryUnavailable", "image-pull-failed"],
  ["SignatureValidationFailed", "image-pull-failed"],
  ["CreateContainerError", "container-not-started"],
  ["PreCreateHookError", "container-not-started"],
  ["PreStartHookError", "container-not-started"],
  ["PostStartHookError", "container-not-started"],
  ["RunContainerError", "container-not-started"],
])("a container that waits for %s is told as %s", (waits, code) => {
  expect(observe(lacking(waitingFor(waits))).reason?.code).toBe(code);
});

const killed = { lastState: { terminated: { exitCode: 137, reason: "OOMKilled" } } };

test.each<readonly [string, Json, string]>([
  [
    "runs again",
    { phase: "Running", containerStatuses: [{ name: "a", ...killed }] },
    "out-of-memory",
  ],
  ["waits for its image", waitingFor("ErrImagePull", "no", killed), "image-pull-failed"],
])("a container that was killed for its memory and %s is told", (_what, status, code) => {
  expect(observe(lacking(status)).reason?.code).toBe(code);
});

test("of a container that crashes, only what is known is told", () => {
  const { reason } = observe(lacking(waitingFor("CrashLoopBackOff")));
  expect(reason?.message).toBe('Container "ray-worker" of pod "train-1-def" keeps exiting.');
});

test("an image is told as the manifest has it, else as the status does", () => {
  const status = (name: string) => {
    const state = { waiting: { reason: "ErrImagePull" } };
    return { phase: "Pending", initContainerStatuses: [{ name, image: "mirror/x", state }] };
  };
  const imageOf = (name: string, of: Json = status(name)) => {
    const spec = {
      initContainers: [{ name: "init", image: "init:1" }],
      containers: [{ name: "ray-worker", image: "ray:1" }],
    };
    const worker = { ...pod("train-1-def", "worker-group-1", of), spec };
    return observe([head, first, second, worker]).reason?.image;
  };
  expect(imageOf("init")).toBe("init:1");
  expect(imageOf("ray-worker")).toBe("ray:1");
  expect(imageOf("other")).toBe("mirror/x");
  const silent = { name: "other", state: { waiting: { reason: "ErrImagePull" } } };
  expect(imageOf("other", { phase: "Pending", initContainerStatuses: [silent] })).toBe("");
});

test("a pod is ready by its own condition, in the phase Running or without a phase", () => {
  const counted = (status: Json) => observe(lacking(status)).ready_pods;
  const [scheduled, ready] = ["PodScheduled", "Ready"].map((type) => ({ type, status: "True" }));
  expect(counted({ conditions: [scheduled, ready] })).toBe(4);
  const unready = { type: "Ready", status: "False", reason: "ContainersNotReady" };
  const answer = observe(lacking({ phase: "Running", conditions: [scheduled, unready] }));
  expect(answer.reason?.message).toBe(
    'Pod "train-1-def" is running but not ready: ContainersNotReady.',
  );
});

test("of pods with the same reason the first by group and name is told", () => {
  const status = waitingFor("ErrImagePull");
  const pods = [
    pod("z", "worker-group-0", status),
    pod("a", "worker-group-1", status),
    pod("b", "worker-group-1", status),
  ];
  const told = (listed: readonly Json[]) => observe([head, ...listed]).reason?.pod;
  expect([told(pods), told(pods.toReversed())]).toEqual(["z", "z"]);
  const of = pods.slice(1);
  expect([told([first, ...of]), told([first, ...of.toReversed()])]).toEqual(["a", "a"]);
});

test("a pod that one of two owners made does not count", () => {
  const ownerReferences = [
    { kind: "Job", uid: "1" },
    { kind: "RayCluster", uid: "other" },
  ];
  const foreign = pod("train-1-def", "worker-group-1", running, { ownerReferences });
  expect(observe([head, first, second, foreign]).ready_pods).toBe(3);
});

test("containers that are being created are nothing to speak of", () => {
  expect(observe(lacking(waitingFor("ContainerCreating"))).reason).toBeUndefined();
});

test("a worker beyond its group's minimum keeps nobody waiting", () => {
  const extra = pod("train-1-zzz", "worker-group-1", waitingFor("ImagePullBackOff", "no"));
  expect(observe([head, first, second, third, extra]).state).toBe("ready");
  const other = pod("train-0-zzz", "worker-group-0", waitingFor("ImagePullBackOff", "no"));
  expect(observe([head, first, second, other]).state).toBe("waiting");
});

test("of several reasons the most telling one is given", () => {
  const pods = [
    pod("train-head-abc", "head", unschedulable),
    pod("train-0-abc", "worker-group-0", waitingFor("ImagePullBackOff", "no")),
    pod("train-1-abc", "worker-group-1", waitingFor("CrashLoopBackOff")),
  ];
  expect(observe(pods).reason).toMatchObject({
    code: "image-unavailable",
    pod: "train-0-abc",
    group: "worker-group-0",
    container: "ray-worker",
    image: "registry.example.com/train:1.2",
  });
});

test("a cluster without a status has been taken up once it has a pod", () => {
  const pods = [pod("train-head-abc", "head")];
  const answer = readiness(plan, { raycluster: raycluster(), pods, secondsSinceCreation: 1 });
  expect(answer.reason).toBeUndefined();
});

test("five groups are all named", () => {
  const groups = Array.from({ length: 4 }, () => [1, 1] as const);
  const answer = readiness(planFor("1.7.0", groups), {
    raycluster: raycluster({}),
    pods: [],
    secondsSinceCreation: 1,
  });
  expect(answer.message).toContain(
    "waiting for head, worker-group-0, worker-group-1, worker-group-2 and worker-group-3.",
  );
});

test("many groups are not all named", () => {
  const wide = planFor(
    "1.7.0",
    Array.from({ length: 40 }, () => [1, 1] as const),
  );
  const answer = readiness(wide, { raycluster: raycluster(), pods: [], secondsSinceCreation: 0 });
  expect(answer.waiting_for).toHaveLength(41);
  expect(answer.message).toBe(
    "0 of 41 pods ready, waiting for head, worker-group-0, worker-group-1, worker-group-2 and 37 more groups. KubeRay has not started to process the RayCluster.",
  );
});

test("what Kubernetes says cannot break lines or reach a terminal", () => {
  const message = `a\n\u001b[31mb\u2028${"x".repeat(5000)}`;
  const answer = observe(lacking(waitingFor("ErrImagePull", message)));
  expect(answer.message).not.toMatch(/[\p{Cc}\p{Zl}]/u);
  expect(answer.message.length).toBeLessThan(700);
});
