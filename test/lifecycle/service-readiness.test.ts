import { expect, test } from "vitest";
import { serviceReadiness } from "../../src/lifecycle/service-readiness.ts";
import type { Row } from "./owner-observations.ts";
import { app, object, refusal, row, servicePlan } from "./owner-observations.ts";

const condition = (type: string, status: string, reason = "") => ({
  conditions: [{ type, status, reason, message: "why" }],
});

const services: readonly Row[] = [
  row("1.7.0", undefined, "waiting"),
  row("1.7.0", {}, "waiting"),
  row("1.2.2", { serviceStatus: "Running" }, "ready"),
  row("1.2.2", condition("Ready", "True"), "waiting"),
  row("1.3.0", { serviceStatus: "Running" }, "waiting"),
  row("1.3.0", condition("Ready", "True"), "ready"),
  row("1.7.0", condition("Ready", "False"), "waiting"),
  row("1.6.0", condition("Ready", "False", "ValidationFailed"), "failed", "refused"),
  row("1.7.0", condition("Ready", "False", "InitializingTimeout"), "failed", "gave-up"),
  row("1.7.0", condition("Suspended", "True"), "suspended"),
  row("1.7.0", { pendingServiceStatus: app("DEPLOY_FAILED") }, "waiting", "application-failed"),
  row("1.7.0", { activeServiceStatus: app("RUNNING") }, "waiting"),
  row(
    "1.7.0",
    { ...condition("Ready", "True"), pendingServiceStatus: app("DEPLOY_FAILED") },
    "ready",
  ),
];

test.each(services)(
  "under KubeRay %s a service of status %j is %s",
  (release, status, state, reason) => {
    const raycluster = status === undefined ? null : object(status);
    const answer = serviceReadiness(servicePlan(release), { raycluster, secondsSinceCreation: 0 });
    expect([answer.state, answer.reason]).toEqual([state, reason]);
  },
);

test("a service that fails to deploy is late at last, and says why", () => {
  const raycluster = object({
    pendingServiceStatus: { rayClusterName: "train-abcde", ...app("DEPLOY_FAILED") },
  });
  expect(serviceReadiness(servicePlan("1.7.0"), { raycluster, secondsSinceCreation: 900 })).toEqual(
    {
      state: "timed-out",
      message: 'Not serving after 900 seconds: The application "chat" is DEPLOY_FAILED: No module.',
      reason: "application-failed",
      cluster: "train-abcde",
    },
  );
});

test.each<readonly [object: object | null, answer: object]>([
  [null, { state: "waiting", message: 'The RayService "train" does not exist.' }],
  [object({}), { state: "waiting", message: 'The RayService "train" is not serving yet.' }],
  [
    object({}, { deletionTimestamp: "now" }),
    {
      state: "failed",
      message: 'The RayService "train" is being deleted.',
      reason: "being-deleted",
    },
  ],
  [
    object(condition("Suspended", "True")),
    { state: "suspended", message: 'The RayService "train" is suspended.' },
  ],
  [
    object({ ...condition("Ready", "True"), activeServiceStatus: { rayClusterName: "train-b" } }),
    { state: "ready", message: 'The RayService "train" is serving.', cluster: "train-b" },
  ],
  [
    object(condition("Ready", "False", "ValidationFailed")),
    { state: "failed", message: "KubeRay refuses the RayService: why.", reason: "refused" },
  ],
  [
    object({ conditions: [{ type: "Ready", status: "False", reason: "ValidationFailed" }] }),
    {
      state: "failed",
      message: "KubeRay refuses the RayService: no reason is given.",
      reason: "refused",
    },
  ],
  [
    object(condition("Ready", "False", "InitializingTimeout")),
    {
      state: "failed",
      message: 'The RayService "train" did not start to serve in time.',
      reason: "gave-up",
    },
  ],
  [
    object({ activeServiceStatus: { applicationStatuses: { chat: { status: "UNHEALTHY" } } } }),
    {
      state: "waiting",
      message: 'The application "chat" is UNHEALTHY: no reason is given.',
      reason: "application-failed",
    },
  ],
])("of the service %j it is said", (raycluster, answer) => {
  expect(serviceReadiness(servicePlan("1.7.0"), { raycluster, secondsSinceCreation: 0 })).toEqual(
    answer,
  );
});

test.each([
  [null, "does not exist"],
  [object({}), "is not serving yet"],
])("a service is late when it is %j", (raycluster, how) => {
  expect(serviceReadiness(servicePlan("1.7.0"), { raycluster, secondsSinceCreation: 900 })).toEqual(
    {
      state: "timed-out",
      message: `Not serving after 900 seconds: The RayService "train" ${how}.`,
    },
  );
});

test("an event says that KubeRay refuses a service", () => {
  const observed = {
    raycluster: object({}),
    events: [refusal("RayService")],
    secondsSinceCreation: 0,
  };
  expect(serviceReadiness(servicePlan("1.3.2"), observed)).toEqual({
    state: "failed",
    message: "KubeRay refuses the RayService: The spec is wrong.",
    reason: "refused",
  });
});
