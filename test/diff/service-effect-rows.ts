import type { PlainData, PlainObject } from "../../src/diagnostics/plain-data.ts";
import type { EffectRow } from "./effect-row.ts";
import type { Boundary } from "./expect-boundary.ts";
import { container, group, merge } from "./manifests.ts";
import { service } from "./owners.ts";

export const groups = (...workerGroupSpecs: readonly PlainObject[]) => ({
  rayClusterConfig: { workerGroupSpecs },
});
export const workers = (changes: PlainObject) => groups(group("workers", changes));
export const head = (podSpec: PlainObject) => ({
  rayClusterConfig: { headGroupSpec: { template: { spec: podSpec } } },
});
export const image = head({ containers: [container("ray-head", { image: "other:1" })] });
const env = (...variables: readonly PlainData[]) =>
  head({ containers: [container("ray-head", { env: variables })] });
const none = { upgradeStrategy: { type: "None" } };
export const config = "applications: [{name: chat, import_path: other}]";
export const incremental = {
  upgradeStrategy: {
    type: "NewClusterWithIncrementalUpgrade",
    clusterUpgradeOptions: { stepSizePercent: 5, intervalSeconds: 10, gatewayClassName: "istio" },
  },
  rayClusterConfig: { enableInTreeAutoscaling: true },
};
const tolerations = head({ tolerations: [{ key: "a", operator: "Exists" }] });
const old = (manifest: PlainObject) =>
  merge(manifest, {
    apiVersion: "ray.io/v1alpha1",
    spec: { rayClusterConfig: { headGroupSpec: { serviceType: "ClusterIP" } } },
  });
const gates = head({ schedulingGates: [{ name: "a/b" }] });
export const suspended = { rayClusterConfig: { suspend: true } };

const inQueue = { metadata: { labels: { "kueue.x-k8s.io/queue-name": "a" } } };

const wide = { minReplicas: 0, maxReplicas: 9 };
const scaling = (...own: readonly PlainObject[]) =>
  merge(groups(...own), { rayClusterConfig: { enableInTreeAutoscaling: true } });

export const serviceEffectRows: readonly EffectRow[] = [
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
  [
    "replicas, and a field that the API server drops",
    service(),
    service(merge(workers({ replicas: 5, maxReplicas: 5 }), { rayClusterConfig: { a: 1 } })),
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
  [
    "another controller",
    service(),
    service({ managedBy: "kueue.x-k8s.io/multikueue" }),
    "address",
    "manages the service from then on",
  ],
  ["the operator again", service({ managedBy: "kueue.x-k8s.io/multikueue" }), service(), "scale"],
  [
    "another controller, once it is set",
    service({ managedBy: "ray.io/kuberay-operator" }),
    service({ managedBy: "kueue.x-k8s.io/multikueue" }),
    "rejected",
    "nobody change managedBy of a service",
  ],
  [
    "anything of a service that another controller looks after",
    service({ managedBy: "kueue.x-k8s.io/multikueue" }),
    service(merge(image, { managedBy: "kueue.x-k8s.io/multikueue" })),
    "none",
  ],
  [
    "an image of a service in a queue",
    service({}, inQueue),
    service(image, inQueue),
    "new-cluster",
  ],
  [
    "the type that is the default",
    service(),
    service({ upgradeStrategy: { type: "NewCluster" } }),
    "in-place",
    "later changes",
  ],
  [
    "a group behind, with an image",
    service(),
    service(
      merge(groups(group("workers"), group("b")), {
        rayClusterConfig: { headGroupSpec: image.rayClusterConfig.headGroupSpec },
      }),
    ),
    "new-cluster",
  ],
  [
    "a configuration with a new cluster, in steps",
    service(incremental),
    service(merge(incremental, merge(image, { serveConfigV2: config }))),
    "new-cluster",
    "Only the new cluster gets the change",
  ],
  [
    "fewer replicas under autoscaling, with a group behind",
    service(scaling(group("workers", wide))),
    service(scaling(group("workers", { ...wide, replicas: 1 }), group("b"))),
    "scale",
  ],
  ["a suspension that was none", service({ suspend: "x" }), service({ suspend: false }), "none"],
  [
    "a configuration with a new cluster",
    service(),
    service(merge(image, { serveConfigV2: config })),
    "new-cluster",
    "Only the new cluster gets the change",
  ],
  [
    "an annotation with a new cluster",
    service(),
    service(image, { metadata: { annotations: { a: "b" } } }),
    "new-cluster",
    "that other changes make",
  ],
  ["a Service", service(), service({ serveService: { spec: { type: "NodePort" } } }), "none"],
  [
    "a Service with a new cluster",
    service(),
    service(merge(image, { serveService: { spec: { type: "NodePort" } } })),
    "address",
    "rewrites the spec of the Service",
  ],
  [
    "a label of the Service",
    service({ serveService: { metadata: { labels: { a: "b" } } } }),
    service({ serveService: { metadata: { labels: { a: "c" } } } }),
    "none",
    "writes this once",
  ],
  [
    "a label of the Service with a new cluster",
    service({ serveService: { metadata: { labels: { a: "b" } } } }),
    service(merge(image, { serveService: { metadata: { labels: { a: "c" } } } })),
    "new-cluster",
    "writes this once",
  ],
  [
    "the way from steps",
    service(incremental),
    service({ rayClusterConfig: { enableInTreeAutoscaling: true } }),
    "address",
    "no longer to its Gateway",
  ],
  [
    "steps where changes were withheld",
    service(merge(none, { rayClusterConfig: { enableInTreeAutoscaling: true } })),
    service(incremental),
    "address",
  ],
  [
    "replicas under None, with a withheld change",
    service(none),
    service(merge(none, merge(image, workers({ replicas: 9, maxReplicas: 9 })))),
    "none",
  ],
  [
    "replicas with a new cluster, in steps",
    service(incremental),
    service(merge(incremental, merge(image, workers({ replicas: 9, maxReplicas: 9 })))),
    "new-cluster",
  ],
];

export const serviceEffectBoundaries: readonly Boundary[] = [
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
  [
    "a strategy with a gate that is off",
    service({ rayClusterConfig: { enableInTreeAutoscaling: true } }),
    service(incremental),
    ["1.6.2", "in-place"],
    ["1.7.0", "address"],
  ],
  [
    "no steps any more",
    service(incremental),
    service({ rayClusterConfig: { enableInTreeAutoscaling: true } }),
    ["1.6.2", "in-place"],
    ["1.7.0", "address"],
  ],
  [
    "what is not passed on",
    service(),
    service(workers({ replicas: 5, maxReplicas: 5 })),
    ["1.0.0", "new-cluster"],
    ["1.2.0", "none"],
  ],
  [
    "replicas that are not passed on",
    service(),
    service(workers({ replicas: 1, minReplicas: 1 })),
    ["1.1.1", "new-cluster"],
    ["1.2.0", "none"],
  ],
];
