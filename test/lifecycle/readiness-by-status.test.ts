import fc from "fast-check";
import { expect, test } from "vitest";
import { readiness } from "../../src/lifecycle/readiness.ts";
import type { Json } from "./observations.ts";
import { planFor, raycluster } from "./observations.ts";

const headReady: Json = { type: "HeadPodReady", status: "True" };
const headNotReady: Json = {
  type: "HeadPodReady",
  status: "False",
  reason: "ContainersNotReady",
  message: "containers with unready status: [ray-head]",
};
const head: Json = { podIP: "10.0.0.7" };

const UNREAD =
  "KubeRay 0.4.0 does not report when pods become ready, so readiness also needs the pods.";

type Vector = readonly [
  what: string,
  kuberayVersion: string,
  groups: readonly (readonly [number, number])[],
  status: Json | undefined,
  state: string,
  message: string,
];

const two: Vector[2] = [
  [1, 1],
  [2, 4],
];

const scaling: Vector[2] = [
  [0, 10],
  [2, 2],
];

// biome-ignore format: one observation a line.
const vectors: readonly Vector[] = [
  // KubeRay 0.4: available counts the head, and pods that are pending.
  ["0.4, all there", "0.4.0", two, { state: "ready", availableWorkerReplicas: 4, head }, "ready", "4 of 4 pods ready."],
  ["0.4, one short", "0.4.0", two, { state: "ready", availableWorkerReplicas: 3, head }, "waiting", `3 of 4 pods ready, waiting for workers. ${UNREAD}`],
  ["0.4, pending pods", "0.4.0", two, { availableWorkerReplicas: 4 }, "waiting", `0 of 4 pods ready, waiting for head and workers. ${UNREAD}`],
  ["0.4, ready before there is a pod", "0.4.0", [], { state: "ready" }, "waiting", `0 of 1 pod ready, waiting for head. ${UNREAD}`],
  ["0.4, no counter", "0.4.0", two, { state: "ready", head }, "waiting", `1 of 4 pods ready, waiting for workers. ${UNREAD}`],
  // 0.5 to 1.1: running workers.
  ["0.6, all there", "0.6.0", two, { state: "ready", availableWorkerReplicas: 3, head }, "ready", "4 of 4 pods ready."],
  ["1.1, sticky state", "1.1.1", two, { state: "ready", availableWorkerReplicas: 2, head }, "waiting", "3 of 4 pods ready, waiting for workers."],
  ["1.0, no counter", "1.0.0", two, { state: "ready", head }, "waiting", "1 of 4 pods ready, waiting for workers."],
  ["1.1, unhealthy while pods start", "1.1.1", two, { state: "unhealthy", availableWorkerReplicas: 1 }, "waiting", "1 of 4 pods ready, waiting for head and workers."],
  ["1.0, head alone before there is a pod", "1.0.0", [], { state: "ready" }, "waiting", "0 of 1 pod ready, waiting for head."],
  ["1.0, head alone", "1.0.0", [], { state: "ready", head }, "ready", "1 of 1 pod ready."],
  ["1.1, failed is tried again", "1.1.1", two, { state: "failed", reason: "pods is forbidden: exceeded quota: gpus" }, "waiting", "0 of 4 pods ready, waiting for head and workers. KubeRay reports the state failed: pods is forbidden: exceeded quota: gpus."],
  // Since 1.2: ready workers; a counter of 0 is left out.
  ["1.2, running is not ready", "1.2.2", two, { state: "ready", availableWorkerReplicas: 3, readyWorkerReplicas: 2, head }, "waiting", "3 of 4 pods ready, waiting for workers."],
  ["1.2, no conditions", "1.2.2", two, { state: "ready", readyWorkerReplicas: 3, head }, "ready", "4 of 4 pods ready."],
  ["1.2, no ready worker", "1.2.2", two, { state: "ready", conditions: [headReady] }, "waiting", "1 of 4 pods ready, waiting for workers."],
  ["1.3, all there", "1.3.2", two, { state: "ready", readyWorkerReplicas: 3, conditions: [headReady] }, "ready", "4 of 4 pods ready."],
  ["1.7, more than the minimum", "1.7.0", two, { state: "ready", readyWorkerReplicas: 5, conditions: [headReady] }, "ready", "4 of 4 pods ready."],
  ["1.3, head lost", "1.3.2", two, { state: "ready", readyWorkerReplicas: 3, conditions: [headNotReady] }, "waiting", "3 of 4 pods ready, waiting for head. The head pod is not ready: ContainersNotReady: containers with unready status: [ray-head]."],
  ["1.4, conditions without the head's", "1.4.2", two, { state: "ready", readyWorkerReplicas: 3, conditions: [{ type: "RayClusterProvisioned", status: "True" }] }, "waiting", "3 of 4 pods ready, waiting for head."],
  ["1.3, one group", "1.3.2", [[0, 2], [3, 3]], { state: "", readyWorkerReplicas: 2, conditions: [headReady] }, "waiting", "3 of 4 pods ready, waiting for worker-group-1."],
  ["1.3, state not written", "1.3.2", two, { readyWorkerReplicas: 3, conditions: [headReady] }, "waiting", "4 of 4 pods ready. KubeRay has not reported the RayCluster as ready."],
  ["1.5, head's image", "1.5.2", two, { conditions: [{ type: "HeadPodReady", status: "False", reason: "ImagePullBackOff", message: "Back-off pulling image" }] }, "failed", "The head pod is not ready: ImagePullBackOff: Back-off pulling image. 0 of 4 pods ready, waiting for head and workers."],
  ["1.3, pods refused", "1.3.2", two, { conditions: [{ type: "ReplicaFailure", status: "True", reason: "FailedCreateWorkerPod", message: "exceeded quota" }, headReady] }, "waiting", "1 of 4 pods ready, waiting for workers. KubeRay reports FailedCreateWorkerPod: exceeded quota."],
  ["1.3, no head pod", "1.3.2", two, { conditions: [{ type: "HeadPodReady", status: "False", reason: "HeadPodNotFound", message: "Head Pod not found" }] }, "waiting", "0 of 4 pods ready, waiting for head and workers. The head pod does not exist: HeadPodNotFound: Head Pod not found."],
  ["1.1, failed without a reason", "1.1.1", two, { state: "failed" }, "waiting", "0 of 4 pods ready, waiting for head and workers. KubeRay reports the state failed."],
  ["1.3, suspending", "1.3.2", two, { conditions: [{ type: "RayClusterSuspending", status: "True" }] }, "waiting", '0 of 4 pods ready, waiting for head and workers. The RayCluster "train" is suspended.'],
  ["1.3, suspended by a condition", "1.3.2", two, { conditions: [{ type: "RayClusterSuspended", status: "True" }] }, "waiting", '0 of 4 pods ready, waiting for head and workers. The RayCluster "train" is suspended.'],
  ["1.3, no longer suspended", "1.3.2", two, { conditions: [{ type: "RayClusterSuspended", status: "False" }] }, "waiting", "0 of 4 pods ready, waiting for head and workers."],
  ["an older operator counts one worker", "1.7.0", two, { availableWorkerReplicas: 1 }, "waiting", "0 of 4 pods ready, waiting for head and workers. KubeRay counts running workers (1) but no ready ones, as releases before 1.2 do; the manifest was compiled for 1.7.0."],
  ["1.3, suspended", "1.3.2", two, { state: "suspended" }, "waiting", '0 of 4 pods ready, waiting for head and workers. The RayCluster "train" is suspended.'],
  ["an older operator than the plan's", "1.7.0", two, { state: "ready", availableWorkerReplicas: 3, head }, "waiting", "1 of 4 pods ready, waiting for workers. KubeRay counts running workers (3) but no ready ones, as releases before 1.2 do; the manifest was compiled for 1.7.0."],
  // KubeRay gives totals only: workers of a group that scales must not stand in for those of another one.
  ["two groups, fewer than desired", "1.7.0", scaling, { state: "ready", readyWorkerReplicas: 5, desiredWorkerReplicas: 7, conditions: [headReady] }, "waiting", "1 of 3 pods ready, waiting for worker-group-1."],
  ["two groups, one short of desired", "1.7.0", scaling, { state: "ready", readyWorkerReplicas: 6, desiredWorkerReplicas: 7, conditions: [headReady] }, "waiting", "2 of 3 pods ready, waiting for worker-group-1."],
  ["two groups, as many as desired", "1.7.0", scaling, { state: "ready", readyWorkerReplicas: 7, desiredWorkerReplicas: 7, conditions: [headReady] }, "ready", "3 of 3 pods ready."],
  ["two groups, running workers, fewer than desired", "1.1.1", scaling, { state: "ready", availableWorkerReplicas: 5, desiredWorkerReplicas: 7, head }, "waiting", "1 of 3 pods ready, waiting for worker-group-1."],
  ["two groups that need no worker", "1.7.0", [[0, 5], [0, 5]], { state: "ready", readyWorkerReplicas: 1, desiredWorkerReplicas: 4, conditions: [headReady] }, "ready", "1 of 1 pod ready."],
  ["two groups, neither scales, more desired", "1.7.0", [[1, 1], [2, 2]], { state: "ready", readyWorkerReplicas: 3, desiredWorkerReplicas: 5, conditions: [headReady] }, "ready", "4 of 4 pods ready."],
  ["a group without a pod is none to count on", "1.7.0", [[0, 0], [2, 4]], { state: "ready", readyWorkerReplicas: 2, desiredWorkerReplicas: 4, conditions: [headReady] }, "ready", "3 of 3 pods ready."],
  ["a group of at most one is one", "1.7.0", [[0, 1], [2, 2]], { state: "ready", readyWorkerReplicas: 2, desiredWorkerReplicas: 3, conditions: [headReady] }, "waiting", "2 of 3 pods ready, waiting for worker-group-1."],
  ["two groups, neither scales", "1.7.0", [[1, 1], [2, 2]], { state: "ready", readyWorkerReplicas: 3, desiredWorkerReplicas: 3, conditions: [headReady] }, "ready", "4 of 4 pods ready."],
  ["one group that scales needs its minimum alone", "1.7.0", [[2, 10]], { state: "ready", readyWorkerReplicas: 2, desiredWorkerReplicas: 7, conditions: [headReady] }, "ready", "3 of 3 pods ready."],
  ["no status", "1.7.0", two, undefined, "waiting", "0 of 4 pods ready, waiting for head and workers. KubeRay has not started to process the RayCluster."],
];

test.each(vectors)("%s", (_what, kuberayVersion, groups, status, state, message) => {
  const plan = planFor(kuberayVersion, groups);
  const answer = readiness(plan, { raycluster: raycluster(status), secondsSinceCreation: 10 });
  expect(answer).toMatchObject({ state, message, needed_pods: plan.pods.minimum });
});

test.each(["desiredWorkerReplicas", "availableWorkerReplicas", "head", "lastUpdateTime"])(
  "KubeRay has taken up a cluster whose status has %s",
  (written) => {
    const answer = readiness(planFor("1.7.0"), {
      raycluster: raycluster({ [written]: "1" }),
      secondsSinceCreation: 1,
    });
    expect(answer.reason?.code).not.toBe("not-taken-up");
  },
);

test("a head that does not exist is told of the head", () => {
  const reasonOf = (reason: string) =>
    readiness(planFor("1.7.0"), {
      raycluster: raycluster({ conditions: [{ ...headNotReady, reason }] }),
      secondsSinceCreation: 1,
    }).reason;
  expect(reasonOf("HeadPodNotFound")).toMatchObject({ code: "pod-absent", group: "head" });
  expect(reasonOf("ContainersNotReady")).toMatchObject({ code: "pod-not-ready", group: "head" });
});

test("seconds that are no number are none", () => {
  const plan = { ...planFor("1.7.0"), activation_timeout_seconds: 1 };
  const answer = readiness(plan, { raycluster: null, secondsSinceCreation: Number.NaN });
  expect(answer.state).toBe("waiting");
});

test("a cluster that is not there keeps waiting until the timeout", () => {
  const plan = planFor("1.7.0");
  const observe = (secondsSinceCreation: number) =>
    readiness(plan, { raycluster: null, secondsSinceCreation });
  expect(observe(599.9)).toMatchObject({ state: "waiting", reason: { code: "cluster-absent" } });
  expect(observe(600)).toMatchObject({
    state: "timed-out",
    message:
      'Not ready after 600 seconds: 0 of 4 pods ready, waiting for head and workers. The RayCluster "train" does not exist.',
  });
});

test("a cluster that is being deleted has failed, however many pods are ready", () => {
  const status = { state: "ready", readyWorkerReplicas: 3, conditions: [headReady] };
  const answer = readiness(planFor("1.7.0"), {
    raycluster: raycluster(status, { deletionTimestamp: "2026-01-01T00:00:00Z" }),
    secondsSinceCreation: 10,
  });
  expect(answer).toMatchObject({
    state: "failed",
    reason: { code: "cluster-deleted", message: 'The RayCluster "train" is being deleted.' },
  });
});

test("a cluster that is found ready long after the timeout is ready", () => {
  const status = { state: "ready", readyWorkerReplicas: 3, conditions: [headReady] };
  const observed = { raycluster: raycluster(status), secondsSinceCreation: 86_400 };
  expect(readiness(planFor("1.7.0"), observed).state).toBe("ready");
});

test("a cluster that is to be suspended is not ready, though its status still says so", () => {
  const status = { state: "ready", readyWorkerReplicas: 3, conditions: [headReady] };
  const suspended = { ...raycluster(status), spec: { suspend: true } };
  const observed = { raycluster: suspended, secondsSinceCreation: 10 };
  expect(readiness(planFor("1.7.0"), observed)).toMatchObject({
    state: "waiting",
    message: '4 of 4 pods ready. The RayCluster "train" is suspended.',
    reason: { code: "cluster-suspended" },
  });
});

test("the totals of several groups never hide that one of them is short", () => {
  const bounds = [
    { minimum: 0, maximum: 6 },
    { minimum: 2, maximum: 2 },
    { minimum: 1, maximum: 4 },
  ];
  const plan = planFor(
    "1.7.0",
    bounds.map(({ minimum, maximum }) => [minimum, maximum]),
  );
  const group = ({ minimum, maximum }: (typeof bounds)[number]) =>
    fc.integer({ min: minimum, max: maximum }).chain((desired) =>
      fc.record({
        desired: fc.constant(desired),
        ready: fc.nat(desired),
        minimum: fc.constant(minimum),
      }),
    );
  fc.assert(
    fc.property(fc.tuple(...bounds.map(group)), (groups) => {
      const sum = (key: "desired" | "ready") =>
        groups.reduce((total, counts) => total + counts[key], 0);
      const status = {
        state: "ready",
        readyWorkerReplicas: sum("ready"),
        desiredWorkerReplicas: sum("desired"),
        conditions: [headReady],
      };
      const answer = readiness(plan, { raycluster: raycluster(status), secondsSinceCreation: 10 });
      const isShort = groups.some(({ ready, minimum }) => ready < minimum);
      if (isShort) expect(answer.state).toBe("waiting");
      if (groups.every(({ ready, desired }) => ready === desired))
        expect(answer.state).toBe("ready");
      const certain = groups.reduce(
        (total, { ready, minimum }) => total + Math.min(ready, minimum),
        1,
      );
      expect(answer.ready_pods).toBeLessThanOrEqual(certain);
    }),
  );
});
