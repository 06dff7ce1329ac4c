import { expect, test } from "vitest";
import { jobOutcome } from "../../src/lifecycle/job-outcome.ts";
import { rbacManifests } from "../../src/lifecycle/rbac.ts";
import { readiness } from "../../src/lifecycle/readiness.ts";
import { serviceReadiness } from "../../src/lifecycle/service-readiness.ts";
import { teardown } from "../../src/lifecycle/teardown.ts";
import { jobPlan, object, planOf, runs, servicePlan } from "./owner-observations.ts";

test("each decision takes the plan of its kind alone, and says which it is", () => {
  const now = { secondsSinceCreation: 0 };
  expect(() => jobOutcome(servicePlan("1.7.0"), now)).toThrow(
    new TypeError(
      'jobOutcome: plan must be the plan of a RayJob, but it is that of a "RayService".',
    ),
  );
  expect(() => serviceReadiness(jobPlan("1.7.0"), now)).toThrow(/^serviceReadiness: plan must be/);
  expect(() => readiness(jobPlan("1.7.0"), now)).toThrow(/^readiness: plan must be/);
  expect(() => jobOutcome(planOf({}, "1.7.0"), now)).toThrow(/it is that of a "RayCluster"/);
  expect(() => Reflect.apply(teardown, undefined, [{}, now])).toThrow(/^teardown: plan must be/);
});

test.each([
  ["namespace", 7],
  ["serviceAccount", 7],
  ["serviceAccountNamespace", 7],
  ["operatorNamespace", 7],
  ["name", 7],
  ["jobs", "yes"],
  ["services", "yes"],
])("the rights name their option %s when it is wrong", (option, value) => {
  const wrong = { [option]: value };
  expect(() => Reflect.apply(rbacManifests, undefined, [wrong])).toThrow(
    new RegExp(`^rbacManifests: The option ${option} must be`),
  );
});

test.each([
  null,
  7,
  "text",
  [],
  {},
  { raycluster: 7 },
  { raycluster: { status: { conditions: 7 } } },
])("nothing throws over %j", (value) => {
  const job = Reflect.apply(jobOutcome, undefined, [jobPlan("1.7.0"), value]);
  const service = Reflect.apply(serviceReadiness, undefined, [servicePlan("1.7.0"), value]);
  expect([job.state, service.state]).toEqual(["waiting", "waiting"]);
});

const pod = (name: string, of: string) => ({
  metadata: { name, labels: { "ray.io/cluster": of, "ray.io/group": "headgroup" } },
});

test("what a job made goes with it; what it selected stays", () => {
  const pods = [pod("a", "train-abcde"), pod("b", "trainer"), pod("c", "shared")];
  expect(teardown(jobPlan("1.7.0"), { pods })).toMatchObject({ state: "deleting", pods_left: 1 });
  const selecting = { job: { ...runs, cluster_selector: { "ray.io/cluster": "shared" } } };
  expect(teardown(planOf(selecting, "1.7.0"), { pods })).toEqual({
    state: "gone",
    message: 'The RayJob "train" is gone.',
  });
  const answer = teardown(servicePlan("1.7.0"), { raycluster: object({}) });
  expect(answer).toMatchObject({ state: "delete", object: { kind: "RayService", name: "train" } });
});

test.each([
  ["ray.io/rayjob-finalizer", "KubeRay stops the job in Ray first."],
  ["ray.io/rayservice-finalizer", "KubeRay deletes the service's clusters first."],
])("the finalizer %s is explained", (finalizer, explained) => {
  const raycluster = object({}, { deletionTimestamp: "now", finalizers: [finalizer] });
  expect(teardown(jobPlan("1.7.0"), { raycluster }).message).toContain(explained);
});

test.each([
  [{}, ["rayclusters"]],
  [{ jobs: true }, ["rayclusters", "rayjobs", "raycronjobs"]],
  [{ services: true }, ["rayclusters", "rayservices"]],
])("the rights for %j are those for %j", (options, resources) => {
  expect(rbacManifests(options)[0]).toMatchObject({ rules: [{ resources }, {}, {}] });
});
