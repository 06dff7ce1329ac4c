import { expect, test } from "vitest";
import type { ReadinessReasonCode } from "../../src/lifecycle/readiness/readiness-reasons.ts";
import { readiness } from "../../src/lifecycle/readiness.ts";
import type { Json } from "./observations.ts";
import { event, planFor, pod, raycluster, unschedulable, waitingFor } from "./observations.ts";

/** What shows a reason, beside what else is observed. */
interface Sign {
  readonly cluster?: Json;
  readonly status?: Json;
  readonly pod?: Json;
  readonly event?: Json;
}

const killed = { lastState: { terminated: { exitCode: 137, reason: "OOMKilled" } } };
const pending = (condition: Json): Json => ({
  phase: "Pending",
  conditions: [{ type: "PodScheduled", status: "False", ...condition }],
});
const unready = { type: "Ready", status: "False", reason: "ContainersNotReady" };

/** Signs of reasons, the most telling one first: who has several problems is told of the first. */
const signs: readonly (readonly [code: ReadinessReasonCode, sign: Sign])[] = [
  ["cluster-deleted", { cluster: { deletionTimestamp: "2026-01-01T00:00:00Z" } }],
  ["cluster-suspended", { status: { state: "suspended" } }],
  ["spec-refused", { event: event("InvalidRayClusterSpec", "no") }],
  ["image-name-invalid", { pod: waitingFor("InvalidImageName") }],
  ["image-unavailable", { pod: waitingFor("ImagePullBackOff") }],
  ["image-pull-failed", { pod: waitingFor("ErrImagePull") }],
  ["pod-failed", { pod: { phase: "Failed" } }],
  ["out-of-memory", { pod: waitingFor("CrashLoopBackOff", "", killed) }],
  ["container-crashes", { pod: waitingFor("CrashLoopBackOff") }],
  ["container-not-started", { pod: waitingFor("CreateContainerError") }],
  ["pod-unschedulable", { pod: unschedulable }],
  ["pod-gated", { pod: pending({ reason: "SchedulingGated" }) }],
  ["pod-refused", { event: event("FailedToCreateWorkerPod", "no") }],
  ["pod-not-ready", { pod: { phase: "Running", conditions: [unready] } }],
];

const TAKEN_UP = { lastUpdateTime: "2026-01-01T00:00:00Z" };
const plan = planFor("1.7.0", [[4, 4]]);

function toldOf(observed: readonly Sign[]): string | undefined {
  const metadata = Object.assign({}, ...observed.map(({ cluster }) => cluster));
  const status = Object.assign({ ...TAKEN_UP }, ...observed.map((sign) => sign.status));
  const pods = observed.flatMap(({ pod: own }, index) =>
    own === undefined ? [] : [pod(`train-${index}`, "worker-group-0", own)],
  );
  const events = observed.flatMap(({ event: seen }) => (seen === undefined ? [] : [seen]));
  return readiness(plan, {
    raycluster: raycluster(status, metadata),
    pods,
    events,
    secondsSinceCreation: 10,
  }).reason?.code;
}

test.each(signs)("%s is told when it is alone", (code, sign) => {
  expect(toldOf([sign])).toBe(code);
});

test("of any two reasons the more telling one is told, whatever their order", () => {
  const astray = signs.flatMap(([code, sign], index) =>
    signs.slice(index + 1).flatMap(([other, less]) => {
      const told = [toldOf([sign, less]), toldOf([less, sign])];
      return told.every((one) => one === code) ? [] : [`${code}, ${other}: ${told.join()}`];
    }),
  );
  expect(astray).toEqual([]);
});
