import { expect, test } from "vitest";
import type { PlainData, PlainObject } from "../../src/diagnostics/plain-data.ts";
import type { Boundary } from "./compared.ts";
import { briefly, compared, expectBoundary } from "./compared.ts";
import { container, group, merge } from "./manifests.ts";
import { service } from "./owners.ts";

const groups = (...workerGroupSpecs: readonly PlainObject[]) => ({
  rayClusterConfig: { workerGroupSpecs },
});
const workers = (changes: PlainObject) => groups(group("workers", changes));
const head = (podSpec: PlainObject) => ({
  rayClusterConfig: { headGroupSpec: { template: { spec: podSpec } } },
});
const image = head({ containers: [container("ray-head", { image: "other:1" })] });
const env = (...variables: readonly PlainData[]) =>
  head({ containers: [container("ray-head", { env: variables })] });
const none = { upgradeStrategy: { type: "None" } };
const config = "applications: [{name: chat, import_path: other}]";
const incremental = {
  upgradeStrategy: {
    type: "NewClusterWithIncrementalUpgrade",
    clusterUpgradeOptions: { stepSizePercent: 5, intervalSeconds: 10, gatewayClassName: "istio" },
  },
  rayClusterConfig: { enableInTreeAutoscaling: true },
};
const tolerations = head({ tolerations: [{ key: "a", operator: "Exists" }] });

type Case = readonly [
  name: string,
  before: PlainObject,
  after: PlainObject,
  effect: string,
  reason?: string,
];

test.each<Case>([
  ["an image", service(), service(image), "new-cluster", "both need room"],
  [
    "a Ray version",
    service(),
    service({ rayClusterConfig: { rayVersion: "2.53.0" } }),
    "new-cluster",
  ],
  [
    "replicas",
    service(),
    service(workers({ replicas: 5, maxReplicas: 5 })),
    "none",
    "does not pass this on",
  ],
  ["bounds", service(), service(workers({ minReplicas: 1, maxReplicas: 9 })), "none"],
  ["a toleration", service(), service(tolerations), "none", "does not pass this on"],
  [
    "pods to delete",
    service(),
    service(workers({ scaleStrategy: { workersToDelete: ["a"] } })),
    "none",
  ],
  [
    "a group behind",
    service(),
    service(groups(group("workers"), group("b"))),
    "scale",
    "since a group is added",
  ],
  ["a group before", service(), service(groups(group("b"), group("workers"))), "new-cluster"],
  ["no group any more", service(groups(group("workers"), group("b"))), service(), "new-cluster"],
  [
    "groups in another order",
    service(groups(group("workers"), group("b"))),
    service(groups(group("b"), group("workers"))),
    "new-cluster",
  ],
  [
    "variables in another order",
    service(env({ name: "A", value: "1" }, { name: "B", value: "2" })),
    service(env({ name: "B", value: "2" }, { name: "A", value: "1" })),
    "new-cluster",
  ],
  [
    "an image under None",
    service(none),
    service(merge(none, image)),
    "none",
    "stored but has no effect",
  ],
  ["replicas under None", service(none), service(merge(none, workers({ replicas: 9 }))), "none"],
  [
    "a group behind under None",
    service(none),
    service(merge(none, groups(group("workers"), group("b")))),
    "scale",
  ],
  ["another type", service(none), service(), "in-place", "were withheld"],
  ["type None", service(), service(none), "in-place", "later changes"],
  [
    "an image, in steps",
    service(incremental),
    service(merge(incremental, image)),
    "new-cluster",
    "in steps",
  ],
  [
    "the way to steps",
    service({ rayClusterConfig: { enableInTreeAutoscaling: true } }),
    service(incremental),
    "address",
    "Gateway",
  ],
  [
    "a serving configuration",
    service(),
    service({ serveConfigV2: config }),
    "in-place",
    "on the cluster that runs",
  ],
  ["a delay", service(), service({ rayClusterDeletionDelaySeconds: 5 }), "in-place"],
  [
    "a head that does not serve",
    service(),
    service({ excludeHeadPodFromServeSvc: true }),
    "in-place",
  ],
  ["a threshold", service(), service({ serviceUnhealthySecondThreshold: 5 }), "none"],
  [
    "a type of the Service",
    service({ serveService: { spec: { type: "ClusterIP" } } }),
    service({ serveService: { spec: { type: "NodePort" } } }),
    "none",
    "until another cluster serves",
  ],
  [
    "a name of the Service",
    service({ serveService: { metadata: { name: "a" } } }),
    service({ serveService: { metadata: { name: "b" } } }),
    "address",
    "the old one stays",
  ],
  ["a label", service(), service({}, { metadata: { labels: { a: "b" } } }), "none", "made later"],
  [
    "the time to start",
    service(),
    service({}, { metadata: { annotations: { "ray.io/initializing-timeout": "5m" } } }),
    "in-place",
  ],
  [
    "another name",
    service(),
    service({}, { metadata: { name: "b" } }),
    "address",
    "another service",
  ],
  ["a suspension", service(), service({ suspend: true }), "recreate", "nothing serves"],
  ["its end", service({ suspend: true }), service(), "scale"],
  [
    "an image of a suspended one",
    service({ suspend: true }),
    service(merge(image, { suspend: true })),
    "rerun",
  ],
  [
    "an image with the end of a suspension",
    service({ suspend: true }),
    service(image),
    "scale",
    "what KubeRay makes now has this",
  ],
  [
    "an image with a suspension",
    service(),
    service(merge(image, { suspend: true })),
    "recreate",
    "takes this when it is resumed",
  ],
  [
    "a Service for requests where there is a Gateway",
    service(incremental),
    service(merge(merge(incremental, image), { serveService: { spec: { type: "NodePort" } } })),
    "new-cluster",
    "nothing reads serveService",
  ],
  [
    "a name of the Service where there is a Gateway",
    service(merge(incremental, { serveService: { metadata: { name: "a" } } })),
    service(merge(incremental, { serveService: { metadata: { name: "b" } } })),
    "none",
    "nothing reads serveService",
  ],
  [
    "a strategy of the cluster",
    service(),
    service({ rayClusterConfig: { upgradeStrategy: { type: "Recreate" } } }),
    "rejected",
  ],
  [
    "a backend once it is set",
    service({
      rayClusterConfig: { gcsFaultToleranceOptions: { backend: "redis", redisAddress: "a:1" } },
    }),
    service({ rayClusterConfig: { gcsFaultToleranceOptions: { backend: "rocksdb" } } }),
    "rejected",
  ],
])("%s, in the newest release", (_name, before, after, effect, reason) => {
  const diff = compared(before, after);
  expect(diff.effect).toBe(effect);
  const told = [...diff.changes, ...diff.spelling].map((change) => change.reason).join(" ");
  expect(told).toContain(reason ?? "");
});

test("what goes with a new cluster says so", () => {
  const diff = compared(
    service({ serveService: { spec: { type: "ClusterIP" } } }),
    service(
      merge(merge(image, workers({ replicas: 5, maxReplicas: 5 })), {
        serveConfigV2: config,
        serveService: { spec: { type: "NodePort" } },
      }),
      { metadata: { labels: { a: "b" } } },
    ),
  );
  expect(briefly(diff)).toEqual([
    "+ metadata.labels.a new-cluster",
    "~ spec.rayClusterConfig.headGroupSpec.template.spec.containers[ray-head].image new-cluster",
    "~ spec.rayClusterConfig.workerGroupSpecs[workers].maxReplicas new-cluster",
    "~ spec.rayClusterConfig.workerGroupSpecs[workers].replicas new-cluster",
    "~ spec.serveConfigV2 new-cluster",
    "~ spec.serveService.spec.type address",
  ]);
});

test("what is written anew with a group that is added takes effect on the cluster that serves", () => {
  const after = service(groups(group("workers", { replicas: 4, maxReplicas: 4 }), group("b")), {
    metadata: { annotations: { "ray.io/ft-enabled": "true" } },
  });
  expect(briefly(compared(service(), after))).toEqual([
    '+ metadata.annotations["ray.io/ft-enabled"] new-pods-only',
    "+ spec.rayClusterConfig.workerGroupSpecs[b] scale",
    "~ spec.rayClusterConfig.workerGroupSpecs[workers].maxReplicas scale",
    "~ spec.rayClusterConfig.workerGroupSpecs[workers].replicas scale",
  ]);
});

test("a field that the API server drops makes no new cluster", () => {
  const after = service({ rayClusterConfig: { nonsense: 1 } });
  expect(compared(service(), after)).toMatchObject({ same: false, effect: "none" });
});

test("keys in another order and other spellings of amounts are the same text", () => {
  const spelt = (cpu: string) =>
    service(
      head({
        containers: [container("ray-head", { resources: { limits: { cpu }, requests: { cpu } } })],
      }),
    );
  expect(compared(spelt("2"), spelt("2000m"))).toMatchObject({ same: true, effect: "none" });
});

const old = (manifest: PlainObject) =>
  merge(manifest, {
    apiVersion: "ray.io/v1alpha1",
    spec: { rayClusterConfig: { headGroupSpec: { serviceType: "ClusterIP" } } },
  });
const gates = head({ schedulingGates: [{ name: "a/b" }] });
const suspended = { rayClusterConfig: { suspend: true } };

test.each<Boundary>([
  [
    "replicas",
    old(service()),
    old(service(workers({ replicas: 1 }))),
    ["0.5.0", "new-cluster"],
    ["0.5.2", "none"],
  ],
  [
    "pods to delete",
    old(service()),
    old(service(workers({ scaleStrategy: { workersToDelete: ["a"] } }))),
    ["0.5.0", "new-cluster"],
    ["0.5.2", "none"],
  ],
  [
    "a lower bound",
    service(),
    service(workers({ minReplicas: 1 })),
    ["1.1.1", "new-cluster"],
    ["1.2.0", "none"],
  ],
  [
    "an upper bound",
    service(),
    service(workers({ maxReplicas: 9 })),
    ["1.1.1", "new-cluster"],
    ["1.2.0", "none"],
  ],
  ["a toleration", service(), service(tolerations), ["1.5.1", "new-cluster"], ["1.5.2", "none"]],
  [
    "a toleration, a release later",
    service(),
    service(tolerations),
    ["1.6.0", "none"],
    ["1.7.0", "none"],
  ],
  [
    "a gate of the scheduler",
    service(),
    service(gates),
    ["1.5.1", "new-cluster"],
    ["1.5.2", "none"],
  ],
  [
    "a group behind",
    service(),
    service(groups(group("workers"), group("b"))),
    ["1.0.0", "new-cluster"],
    ["1.1.0", "scale"],
  ],
  [
    "type None",
    service(none),
    service(merge(none, image)),
    ["1.2.2", "new-cluster"],
    ["1.3.0", "none"],
  ],
  [
    "steps, whose gate is off first",
    service(incremental),
    service(merge(incremental, image)),
    ["1.6.2", "none"],
    ["1.7.0", "new-cluster"],
  ],
  [
    "a stop of the cluster",
    service(),
    service(suspended),
    ["1.5.1", "new-cluster"],
    ["1.5.2", "scale"],
  ],
  [
    "a stop of the cluster, later",
    service(),
    service(suspended),
    ["1.6.0", "new-cluster"],
    ["1.6.1", "scale"],
  ],
  [
    "a stop of the cluster, at last",
    service(),
    service(suspended),
    ["1.6.2", "scale"],
    ["1.7.0", "none"],
  ],
  [
    "the time to start",
    service(),
    service({}, { metadata: { annotations: { "ray.io/initializing-timeout": "5m" } } }),
    ["1.4.2", "none"],
    ["1.5.0", "in-place"],
  ],
  [
    "a name of the Service, with a Gateway",
    service(merge(incremental, { serveService: { metadata: { name: "a" } } })),
    service(merge(incremental, { serveService: { metadata: { name: "b" } } })),
    ["1.6.2", "address"],
    ["1.7.0", "none"],
  ],
  [
    "a threshold",
    service(),
    service({ serviceUnhealthySecondThreshold: 5 }),
    ["1.0.0", "in-place"],
    ["1.1.0", "none"],
  ],
  [
    "a stop of the service",
    service(),
    service({ suspend: true }),
    ["1.6.2", "none"],
    ["1.7.0", "recreate"],
  ],
])("%s", (...boundary) => expectBoundary(boundary));

test.each([
  ["1.5.1", "new-cluster"],
  ["1.5.2", "in-place"],
  ["1.6.0", "new-cluster"],
  ["1.6.1", "in-place"],
  ["1.7.0", "in-place"],
])("KubeRay %s: with a stop of the cluster the serving configuration is %s", (release, effect) => {
  const after = service(merge(suspended, { serveConfigV2: config }));
  const { changes } = compared(service(), after, { kuberayVersion: release });
  expect(changes.find(({ path }) => path === "spec.serveConfigV2")?.effect).toBe(effect);
});

test.each([
  ["RayServiceIncrementalUpgrade=true", "new-cluster"],
  ["RayServiceIncrementalUpgrade=false", "none"],
])("an image, in steps, under %s", (featureGates, effect) => {
  const options = { featureGates, kuberayVersion: "1.6.2" };
  const { changes } = compared(service(incremental), service(merge(incremental, image)), options);
  expect(changes.map((change) => change.effect)).toEqual([effect]);
});
