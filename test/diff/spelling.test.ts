import { expect, test } from "vitest";
import type { PlainObject } from "../../src/diagnostics/plain-data.ts";
import { briefly, compared } from "./compared.ts";
import { cluster, container, group, merge, withContainers, withHead } from "./manifests.ts";

const RAY = "spec.headGroupSpec.template.spec.containers[ray-head]";
const GROUP = "spec.workerGroupSpecs[workers]";
const recreate = { spec: { upgradeStrategy: { type: "Recreate" } } };
const scaling = { spec: { enableInTreeAutoscaling: true } };
const dump = { metadata: { uid: "1" } };

function workers(changes: PlainObject, others: PlainObject = {}): PlainObject {
  return merge(cluster({ spec: { workerGroupSpecs: [group("workers", changes)] } }), others);
}

function cpu(amount: string | number): PlainObject {
  return withContainers(container("ray-head", { resources: { limits: { cpu: amount } } }));
}

const groups = [group("a"), group("b")];

test.each<readonly [string, PlainObject, PlainObject, readonly string[]]>([
  ["an amount", cpu("1"), cpu("1000m"), [`${RAY}.resources.limits.cpu quantity none`]],
  ["an amount as a number", cpu("1"), cpu(1), [`${RAY}.resources.limits.cpu quantity none`]],
  [
    "a default of the server",
    workers({ maxReplicas: null }),
    workers({ maxReplicas: 2_147_483_647 }),
    [`${GROUP}.maxReplicas server-default none`],
  ],
  [
    "a default of KubeRay",
    cluster(),
    cluster({ spec: { headGroupSpec: { serviceType: "ClusterIP" } } }),
    ["spec.headGroupSpec.serviceType default none"],
  ],
  [
    "a default of pods",
    withHead({}),
    withHead({ dnsPolicy: "ClusterFirst" }),
    ["spec.headGroupSpec.template.spec.dnsPolicy default none"],
  ],
  [
    "a zero",
    withHead({}),
    withHead({ hostNetwork: false }),
    ["spec.headGroupSpec.template.spec.hostNetwork zero none"],
  ],
  [
    "something empty",
    withHead({}),
    withHead({ nodeSelector: {} }),
    ["spec.headGroupSpec.template.spec.nodeSelector empty none"],
  ],
  [
    "the order of groups",
    cluster({ spec: { workerGroupSpecs: groups } }),
    cluster({ spec: { workerGroupSpecs: groups.toReversed() } }),
    ["spec.workerGroupSpecs order none"],
  ],
  [
    "the order of groups under Recreate",
    cluster(merge({ spec: { workerGroupSpecs: groups } }, recreate)),
    cluster(merge({ spec: { workerGroupSpecs: groups.toReversed() } }, recreate)),
    ["spec.workerGroupSpecs order recreate"],
  ],
  [
    "a default of KubeRay under Recreate",
    cluster(recreate),
    cluster(merge({ spec: { headGroupSpec: { serviceType: "ClusterIP" } } }, recreate)),
    ["spec.headGroupSpec.serviceType default recreate"],
  ],
  [
    "an amount and a default of the server under Recreate",
    merge(cpu("1"), recreate),
    merge(cpu("1000m"), recreate),
    [`${RAY}.resources.limits.cpu quantity none`],
  ],
  [
    "replicas under autoscaling",
    workers({}, scaling),
    workers({ replicas: 1 }, scaling),
    [`${GROUP}.replicas autoscaler none`],
  ],
  [
    "pods to delete under autoscaling",
    workers({}, scaling),
    workers({ scaleStrategy: { workersToDelete: ["p"] } }, scaling),
    [`${GROUP}.scaleStrategy.workersToDelete[p] autoscaler none`],
  ],
  [
    "the API version",
    cluster(),
    cluster({ apiVersion: "ray.io/v1alpha1" }),
    ["apiVersion api-version none"],
  ],
  [
    "the namespace of a dump",
    cluster(dump),
    merge(cluster(), { metadata: { namespace: null } }),
    ["metadata.namespace namespace none"],
  ],
])("%s is spelling", (_name, old, current, spelling) => {
  const diff = compared(old, current);
  expect(briefly(diff)).toEqual([]);
  expect(diff.spelling.map(({ path, cause, effect }) => `${path} ${cause} ${effect}`)).toEqual(
    spelling,
  );
  expect(diff.same).toBe(true);
});

test.each<readonly [string, PlainObject, PlainObject, readonly string[]]>([
  [
    "replicas where autoscaling begins",
    workers({}),
    workers({ replicas: 1, minReplicas: 1 }, scaling),
    [
      "+ spec.enableInTreeAutoscaling new-pods-only",
      `~ ${GROUP}.minReplicas scale`,
      `~ ${GROUP}.replicas scale`,
    ],
  ],
  [
    "a namespace that nobody knows",
    cluster(),
    merge(cluster(), { metadata: { namespace: null } }),
    ["- metadata.namespace address"],
  ],
  [
    "the namespace of two dumps",
    cluster(dump),
    merge(cluster(dump), { metadata: { namespace: "b" } }),
    ["~ metadata.namespace address"],
  ],
  ["an amount that is none", cpu("x"), cpu("y"), [`~ ${RAY}.resources.limits.cpu new-pods-only`]],
  [
    "a number instead of a text",
    cluster({ spec: { rayVersion: "2" } }),
    cluster({ spec: { rayVersion: 2 } }),
    ["~ spec.rayVersion new-pods-only"],
  ],
  [
    "an amount where none is meant",
    cluster({ spec: { rayVersion: "1000m" } }),
    cluster({ spec: { rayVersion: "1" } }),
    ["~ spec.rayVersion new-pods-only"],
  ],
])("%s is no spelling", (_name, old, current, changes) => {
  expect(briefly(compared(old, current))).toEqual(changes);
});
