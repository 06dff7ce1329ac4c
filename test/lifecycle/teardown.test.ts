import fc from "fast-check";
import { expect, test } from "vitest";
import { teardown } from "../../src/lifecycle/teardown.ts";
import { planFor, pod, raycluster, running, UID } from "./observations.ts";

const plan = planFor("1.7.0");
const head = pod("train-head-abc", "head", running);
const leaving = { deletionTimestamp: "2026-01-01T00:00:00Z" };

test("a cluster that is there is to be deleted, that very one and its pods before it", () => {
  expect(teardown(plan, { raycluster: raycluster() })).toEqual({
    state: "delete",
    message: 'The RayCluster "train" must be deleted.',
    object: { apiVersion: "ray.io/v1", kind: "RayCluster", name: "train", namespace: "ml" },
    options: {
      apiVersion: "v1",
      kind: "DeleteOptions",
      propagationPolicy: "Foreground",
      preconditions: { uid: UID },
    },
  });
});

test("without a uid the name has to do", () => {
  const answer = teardown(plan, { raycluster: { metadata: { name: "train" } } });
  expect(answer).not.toHaveProperty("options.preconditions");
});

test.each<readonly [readonly string[], string]>([
  [[], ""],
  [["foregroundDeletion"], " Kubernetes deletes its pods first; 1 is left."],
  [
    ["ray.io/gcs-ft-redis-cleanup-finalizer"],
    " KubeRay cleans up Redis first, with a Job; if that fails, or KubeRay is not running, the finalizer stays until someone removes it.",
  ],
  [["orphan"], " It was deleted with the propagation policy Orphan, so its pods stay."],
  [
    ["kueue.x-k8s.io/managed", "a\u001b[31m"],
    ' The finalizer "kueue.x-k8s.io/managed" blocks the deletion until its owner removes it. The finalizer "a\\u001b[31m" blocks the deletion until its owner removes it.',
  ],
])("a cluster that is being deleted with finalizers %j is waited for", (finalizers, explained) => {
  const deleted = raycluster({}, { ...leaving, finalizers });
  expect(teardown(plan, { raycluster: deleted, pods: [head] })).toEqual({
    state: "deleting",
    message: `The RayCluster "train" is being deleted.${explained}`,
    pods_left: 1,
    finalizers,
  });
});

test("a cluster that is absent is gone when its pods are", () => {
  const pods = [pod("train-head-old", "head", running, leaving), head];
  const other = { metadata: { name: "x", labels: { "ray.io/cluster": "other" } } };
  expect(teardown(plan, { raycluster: null, pods })).toEqual({
    state: "deleting",
    message: 'The RayCluster "train" is gone; 2 of its pods still exist.',
    pods_left: 2,
    finalizers: [],
  });
  const gone = { state: "gone", message: 'The RayCluster "train" is gone.' };
  expect(teardown(plan, { raycluster: null, pods: [other] })).toEqual(gone);
  expect(teardown(plan, {})).toEqual(gone);
  expect(teardown(plan, { pods: null })).toEqual(gone);
});

test("pods that are left are counted, and a finalizer without a name is none", () => {
  const deleted = raycluster({}, { ...leaving, finalizers: ["", "foregroundDeletion"] });
  const pods = [head, pod("train-0-abc", "worker-group-0")];
  expect(teardown(plan, { raycluster: deleted, pods }).message).toBe(
    'The RayCluster "train" is being deleted. Kubernetes deletes its pods first; 2 are left.',
  );
});

test("a pod that is listed twice is one pod", () => {
  expect(teardown(plan, { pods: [head, head] })).toMatchObject({ pods_left: 1 });
});

const throwing = new Proxy(
  {},
  {
    get: () => {
      throw new Error("no");
    },
  },
);

test.each([
  ["null", null],
  ["undefined", undefined],
  ["a proxy that throws", throwing],
])(
  "where %s stands for what is observed, nothing is deleted, and nothing is gone",
  (_what, value) => {
    expect(Reflect.apply(teardown, undefined, [plan, value])).toEqual({
      state: "deleting",
      message: 'It is unknown whether the RayCluster "train" exists.',
      finalizers: [],
    });
  },
);

test("nothing is gone while the RayCluster or one of its pods is there", () => {
  const observed = fc.record({
    raycluster: fc.constantFrom(undefined, null, raycluster(), raycluster({}, leaving)),
    pods: fc.option(fc.subarray([head, pod("train-0-abc", "worker-group-0")]), { nil: undefined }),
  });
  fc.assert(
    fc.property(observed, (now) => {
      const isAbsent = now.raycluster === undefined || now.raycluster === null;
      const hasPods = now.pods !== undefined && now.pods.length > 0;
      expect(teardown(plan, now).state === "gone").toBe(isAbsent && !hasPods);
    }),
  );
});

test("whatever is observed, there is an answer in printable sentences", () => {
  const junk = fc.anything({ withDate: true, withNullPrototype: true });
  fc.assert(
    fc.property(junk, fc.array(junk), (value, pods) => {
      for (const object of [value, raycluster({}, { ...leaving, finalizers: [value] })]) {
        const { message } = teardown(plan, { raycluster: object, pods });
        expect(message).toMatch(/\.$/);
        expect(message).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
      }
    }),
  );
});
