import fc from "fast-check";
import { expect, test } from "vitest";
import type { Readiness } from "../../src/lifecycle/readiness/readiness-answer.ts";
import { readinessReasons } from "../../src/lifecycle/readiness/readiness-reasons.ts";
import { readiness } from "../../src/lifecycle/readiness.ts";
import {
  event,
  planFor,
  pod,
  raycluster,
  running,
  unschedulable,
  waitingFor,
} from "./observations.ts";

const versions = ["0.4.0", "0.6.0", "1.0.0", "1.1.1", "1.2.2", "1.3.2", "1.4.2", "1.7.0"];
const plans = versions.flatMap((version) => [
  planFor(version),
  planFor(version, []),
  planFor(version, [[0, 3]]),
  planFor(version, [
    [0, 10],
    [2, 2],
  ]),
]);
const plan = fc.constantFrom(...plans);

const conditions = fc.subarray([
  { type: "HeadPodReady", status: "True" },
  { type: "HeadPodReady", status: "False", reason: "ImagePullBackOff" },
  { type: "ReplicaFailure", status: "True", reason: "FailedCreateHeadPod" },
  { type: "RayClusterSuspended", status: "True" },
]);

const status = fc.record(
  {
    state: fc.constantFrom("ready", "failed", "unhealthy", "suspended", ""),
    reason: fc.string(),
    desiredWorkerReplicas: fc.nat(8),
    availableWorkerReplicas: fc.nat(6),
    readyWorkerReplicas: fc.nat(6),
    head: fc.constant({ podIP: "10.0.0.7" }),
    conditions,
  },
  { requiredKeys: [] },
);

const cluster = fc.oneof(
  { weight: 8, arbitrary: status.map((value) => raycluster(value)) },
  fc.constant(raycluster()),
  fc.constant(raycluster({ state: "ready" }, { deletionTimestamp: "2026-01-01T00:00:00Z" })),
  fc.constant(undefined),
);

const podStatus = fc.oneof(
  { weight: 5, arbitrary: fc.constant(running) },
  fc.constant(unschedulable),
  fc.constant({ phase: "Failed", reason: "Evicted" }),
  fc.constant({ ...running, phase: "Failed" }),
  fc
    .constantFrom("ErrImagePull", "ImagePullBackOff", "CrashLoopBackOff", "ContainerCreating")
    .map((reason) => waitingFor(reason)),
);

const pods = fc
  .array(fc.tuple(fc.constantFrom("head", "worker-group-0", "worker-group-1"), podStatus), {
    maxLength: 8,
  })
  .map((list) => list.map(([group, value], index) => pod(`pod-${index}`, group, value)));

const events = fc.subarray([
  event("FailedToCreateWorkerPod", "exceeded quota"),
  event("FailedToCreateHeadPod", "no such account"),
  event("InvalidRayClusterSpec", "no"),
]);

const observed = fc.record({
  raycluster: cluster,
  pods: fc.option(pods, { nil: undefined }),
  events: fc.option(events, { nil: undefined }),
  secondsSinceCreation: fc.double({ min: 0, max: 1200, noNaN: true }),
});

test("a cluster is never ready and short of pods", () => {
  fc.assert(
    fc.property(plan, observed, (subject, now) => {
      const answer = readiness(subject, now);
      const isShort = answer.ready_pods < answer.needed_pods || answer.waiting_for.length > 0;
      expect(answer.state === "ready" && isShort).toBe(false);
      expect(answer.ready_pods).toBeLessThanOrEqual(answer.needed_pods);
      expect(answer.needed_pods).toBe(subject.pods.minimum);
      expect(answer.ready_pods === answer.needed_pods).toBe(answer.waiting_for.length === 0);
      if (answer.state === "ready") expect(answer.reason).toBeUndefined();
    }),
  );
});

test("the orders of pods and of events do not matter", () => {
  fc.assert(
    fc.property(
      plan,
      observed.chain((now) =>
        fc.record({
          now: fc.constant(now),
          pods: fc.shuffledSubarray(now.pods ?? [], { minLength: now.pods?.length ?? 0 }),
          events: fc.shuffledSubarray(now.events ?? [], { minLength: now.events?.length ?? 0 }),
        }),
      ),
      (subject, { now, pods: shuffled, events: others }) => {
        const again = {
          ...now,
          pods: now.pods === undefined ? undefined : shuffled,
          events: others,
        };
        expect(readiness(subject, again)).toEqual(readiness(subject, now));
      },
    ),
  );
});

test("beyond the timeout nothing waits, and what has timed out stays so with time", () => {
  fc.assert(
    fc.property(
      plan,
      observed,
      fc.double({ min: 0, max: 1e9, noNaN: true }),
      (subject, now, more) => {
        const answer = readiness(subject, now);
        const later = readiness(subject, {
          ...now,
          secondsSinceCreation: now.secondsSinceCreation + more,
        });
        if (now.secondsSinceCreation >= 600) expect(answer.state).not.toBe("waiting");
        else expect(answer.state).not.toBe("timed-out");
        if (answer.state !== "waiting") expect(later).toEqual(answer);
      },
    ),
  );
});

test("given as the previous answer, a timeout and a failure are final, whatever comes", () => {
  fc.assert(
    fc.property(plan, fc.array(observed, { maxLength: 12 }), (subject, observations) => {
      let previous: Readiness | undefined;
      for (const now of observations) {
        const answer = readiness(subject, { ...now, previous });
        if (previous?.state === "timed-out" || previous?.state === "failed") {
          expect(answer).toEqual(previous);
        }
        previous = structuredClone(answer);
      }
    }),
  );
});

test("reasons are final just where the state is failed", () => {
  fc.assert(
    fc.property(plan, observed, (subject, now) => {
      const { state, reason } = readiness(subject, now);
      const isFinal = reason !== undefined && readinessReasons[reason.code].is_final;
      expect(state === "failed").toBe(isFinal);
    }),
  );
});

test("one more ready pod never makes a cluster less ready", () => {
  fc.assert(
    fc.property(plan, observed, (subject, now) => {
      if (now.pods === undefined) return;
      const before = readiness(subject, now);
      const extra = pod("pod-zzz", "worker-group-1", running);
      const after = readiness(subject, { ...now, pods: [...now.pods, extra] });
      expect(after.ready_pods).toBeGreaterThanOrEqual(before.ready_pods);
      if (before.state === "ready") expect(after.state).toBe("ready");
    }),
  );
});

const hostileSeconds: readonly unknown[] = [
  Number.NaN,
  -1,
  Number.NEGATIVE_INFINITY,
  Number.POSITIVE_INFINITY,
  -0,
  10n ** 30n,
  "900",
  Symbol("900"),
  new Date(0),
  undefined,
  null,
  { valueOf: () => 900 },
  {
    valueOf: () => {
      throw new Error("no");
    },
  },
];

test.each(hostileSeconds.map((seconds) => ({ seconds })))(
  "$seconds as seconds are 0",
  (observed) => {
    const answer = ask({ secondsSinceCreation: observed.seconds });
    expect(answer).toEqual(ask({ secondsSinceCreation: 0 }));
    expect(answer).toMatchObject({ state: "waiting", reason: { code: "cluster-absent" } });
  },
);

/** Asks as JavaScript would that knows no types. */
function ask(observed: unknown): unknown {
  return Reflect.apply(readiness, undefined, [planFor("1.7.0"), observed]);
}

test("whatever is observed, there is an answer in printable sentences", () => {
  const subject = planFor("1.7.0");
  const junk = fc.oneof(
    fc.anything({ withDate: true, withNullPrototype: true, withBigInt: true }),
    fc.constantFrom(Symbol.iterator, raycluster({ conditions: [null] })),
    fc.anything().map((value) => raycluster({ state: value, conditions: [value] })),
    fc
      .anything()
      .map((value) => pod("p", "head", { conditions: [value], containerStatuses: [value] })),
    fc.anything().map((value) => event("InvalidRayClusterSpec", "x", { lastTimestamp: value })),
  );
  fc.assert(
    fc.property(
      junk,
      fc.array(junk),
      fc.array(junk),
      fc.double(),
      (value, list, others, seconds) => {
        const answer = readiness(subject, {
          raycluster: value,
          pods: list,
          events: others,
          secondsSinceCreation: seconds,
        });
        expect(answer.message).toMatch(/\.$/);
        expect(answer.message).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
        expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
      },
    ),
  );
});

test("where nothing can be observed, the cluster counts as absent", () => {
  const { proxy: revoked, revoke } = Proxy.revocable({}, {});
  revoke();
  for (const observed of [null, undefined, 1, "ready", Symbol("ready"), revoked]) {
    expect(ask(observed)).toEqual(ask({}));
  }
  expect(ask({})).toMatchObject({ state: "waiting", reason: { code: "cluster-absent" } });
});

test("getters that throw and proxies that were revoked tell nothing", () => {
  const subject = planFor("1.7.0");
  const throws = new Proxy(
    {},
    {
      get: () => {
        throw new Error("no");
      },
    },
  );
  const { proxy: revoked, revoke } = Proxy.revocable([], {});
  revoke();
  for (const value of [throws, revoked]) {
    expect(ask({ raycluster: null, secondsSinceCreation: 0, previous: value })).toEqual(ask({}));
    for (const observed of [
      { raycluster: value, pods: [value], events: [value] },
      { raycluster: raycluster({ conditions: value }), events: [{ involvedObject: value }] },
      { raycluster: raycluster(), pods: [pod("p", "head", { containerStatuses: value })] },
    ]) {
      const answer = readiness(subject, { ...observed, secondsSinceCreation: 1 });
      expect(answer).toMatchObject({ state: "waiting", ready_pods: 0 });
    }
  }
});
