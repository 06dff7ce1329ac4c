import type { PlainObject } from "../../../src/diagnostics/plain-data.ts";
import type { EffectRow } from "../../diff/effect-row.ts";
import type { Boundary } from "../../diff/expect-boundary.ts";
import {
  cluster,
  container,
  group,
  merge,
  withContainers,
  withHead,
} from "../../diff/manifests.ts";

const scaling = { spec: { enableInTreeAutoscaling: true } };
const recreate = { spec: { upgradeStrategy: { type: "Recreate" } } };
export const queue = { metadata: { labels: { "kueue.x-k8s.io/queue-name": "q" } } };
export function workers(changes: PlainObject, others: PlainObject = {}): PlainObject {
  return merge(cluster({ spec: { workerGroupSpecs: [group("workers", changes)] } }), others);
}
function annotated(annotations: PlainObject): PlainObject {
  return cluster({ metadata: { annotations } });
}
const alpha = {
  apiVersion: "ray.io/v1alpha1",
  spec: { headGroupSpec: { serviceType: "ClusterIP" } },
};
const old = (manifest: PlainObject) => merge(manifest, alpha);
function withHeadLabels(labels: PlainObject): PlainObject {
  return cluster({ spec: { headGroupSpec: { template: { metadata: { labels } } } } });
}
function limited(cpu: string): PlainObject {
  return container("ray-worker", { resources: { limits: { cpu }, requests: { cpu } } });
}

const version2 = merge(scaling, {
  spec: { autoscalerOptions: { version: "v2" }, rayVersion: "2.56.0" },
});
const elsewhere = { spec: { managedBy: "kueue.x-k8s.io/multikueue" } };
const elastic = { metadata: { annotations: { "kueue.x-k8s.io/elastic-job": "true" } } };
const stored = (gcsFaultToleranceOptions: PlainObject) => ({ spec: { gcsFaultToleranceOptions } });
const port = (name: string, containerPort: number) => ({ name, containerPort });
const asks = (name: string) => ({ httpGet: { path: "/", port: name } });
const none = { replicas: 0, minReplicas: 0, maxReplicas: 2 };
const idle = group("b", none);
const withGroup = (added: PlainObject) => ({
  spec: { workerGroupSpecs: [group("workers"), added] },
});
const withWorker = (own: PlainObject) => workers({ template: { spec: { containers: [own] } } });

export const clusterEffectBoundaries: readonly Boundary[] = [
  [
    "leaving suspend out",
    cluster({ spec: { suspend: true } }),
    cluster(),
    ["1.2.2", "scale"],
    ["1.3.0", "none"],
  ],
  [
    "suspend: false",
    cluster({ spec: { suspend: true } }),
    cluster({ spec: { suspend: false } }),
    ["1.2.2", "scale"],
    ["1.3.0", "scale"],
  ],
  [
    "suspend",
    cluster(),
    cluster({ spec: { suspend: true } }),
    ["1.0.0", "none"],
    ["1.1.0", "scale"],
  ],
  [
    "fewer replicas under autoscaling",
    old(workers({ replicas: 2, minReplicas: 0 }, scaling)),
    old(workers({ replicas: 1, minReplicas: 0 }, scaling)),
    ["0.5.2", "scale"],
    ["0.6.0", "none"],
  ],
  [
    "a lower bound above replicas",
    old(workers({ replicas: 1, minReplicas: 0, maxReplicas: 3 })),
    old(workers({ replicas: 1, minReplicas: 2, maxReplicas: 3 })),
    ["0.6.0", "none"],
    ["1.0.0", "scale"],
  ],
  ["no hosts", cluster(), workers({ numOfHosts: 0 }), ["1.3.2", "none"], ["1.4.0", "scale"]],
  ["hosts", cluster(), workers({ numOfHosts: 2 }), ["1.0.0", "none"], ["1.1.0", "scale"]],
  [
    "a Ray version that is probed by HTTP",
    cluster({ spec: { rayVersion: "2.52.1" } }),
    cluster({ spec: { rayVersion: "2.53.0" } }),
    ["1.5.2", "none"],
    ["1.6.0", "new-pods-only"],
  ],
  [
    "a namespace of storage without fault tolerance",
    cluster(),
    annotated({ "ray.io/external-storage-namespace": "x" }),
    ["1.2.2", "new-pods-only"],
    ["1.3.0", "none"],
  ],
  [
    "a port for agents",
    cluster(),
    annotated({ "ray.io/enableAgentService": "true" }),
    ["1.0.0", "address"],
    ["1.1.0", "none"],
  ],
  [
    "a command of its own",
    cluster(),
    annotated({ "ray.io/overwrite-container-cmd": "true" }),
    ["1.0.0", "none"],
    ["1.1.0", "new-pods-only"],
  ],
  [
    "the head's label of its cluster",
    cluster(),
    withHeadLabels({ "ray.io/node-type": "x" }),
    ["1.2.2", "address"],
    ["1.3.0", "new-pods-only"],
  ],
  [
    "the head's label that names its cluster",
    cluster(),
    withHeadLabels({ "ray.io/cluster": "x" }),
    ["1.2.2", "address"],
    ["1.3.0", "new-pods-only"],
  ],
  [
    "version 1 of the autoscaler",
    cluster(scaling),
    cluster(merge(scaling, { spec: { autoscalerOptions: { version: "v1" } } })),
    ["1.6.2", "none"],
    ["1.7.0", "new-pods-only"],
  ],
  [
    "the name of a port",
    old(withContainers(container("ray-head", { ports: [port("a", 80)] }))),
    old(withContainers(container("ray-head", { ports: [port("b", 80)] }))),
    ["0.4.0", "none"],
    ["0.5.0", "none"],
  ],
  [
    "a name for a port without one",
    old(withContainers(container("ray-head", { ports: [{ containerPort: 80 }] }))),
    old(withContainers(container("ray-head", { ports: [port("b", 80)] }))),
    ["0.4.0", "none"],
    ["0.5.0", "none"],
  ],
  [
    "version 1 of the autoscaler instead of 2",
    cluster(merge(scaling, { spec: { autoscalerOptions: { version: "v2" } } })),
    cluster(merge(scaling, { spec: { autoscalerOptions: { version: "v1" } } })),
    ["1.6.2", "new-pods-only"],
    ["1.7.0", "new-pods-only"],
  ],
  [
    "an annotation of a cluster with an Ingress",
    cluster({ spec: { headGroupSpec: { enableIngress: true } } }),
    cluster({
      spec: { headGroupSpec: { enableIngress: true } },
      metadata: { annotations: { a: "b" } },
    }),
    ["1.6.2", "none"],
    ["1.7.0", "none"],
  ],
  [
    "options of an Ingress",
    cluster({ spec: { headGroupSpec: { enableIngress: true } } }),
    cluster({ spec: { headGroupSpec: { enableIngress: true, ingressOptions: { a: "b" } } } }),
    ["1.6.2", "none"],
    ["1.7.0", "none"],
  ],
  [
    "that pods never restart, under version 2",
    cluster(merge(scaling, { spec: { autoscalerOptions: { version: "v2" } } })),
    merge(
      withHead({ restartPolicy: "Never" }),
      merge(scaling, { spec: { autoscalerOptions: { version: "v2" } } }),
    ),
    ["1.3.2", "new-pods-only"],
    ["1.4.0", "none"],
  ],
  [
    "an image under Recreate",
    cluster(recreate),
    merge(withContainers(container("ray-head", { image: "b" })), recreate),
    ["1.5.2", "new-pods-only"],
    ["1.6.0", "recreate"],
  ],
  ["a queue of Kueue", cluster(), cluster(queue), ["1.0.0", "none"], ["1.1.0", "rejected"]],
  [
    "another controller",
    cluster(),
    cluster({ spec: { managedBy: "kueue.x-k8s.io/multikueue" } }),
    ["1.2.2", "none"],
    ["1.3.0", "address"],
  ],
  [
    "start parameters that are left out",
    cluster(),
    cluster({ spec: { headGroupSpec: { rayStartParams: null } } }),
    ["1.3.2", "rejected"],
    ["1.4.0", "none"],
  ],
];

export const newestEffectRows: readonly EffectRow[] = [
  [
    "the name of the head's app",
    cluster(),
    withHeadLabels({ "app.kubernetes.io/name": "x" }),
    "address",
  ],
  [
    "who made the head",
    cluster(),
    withHeadLabels({ "app.kubernetes.io/created-by": "x" }),
    "address",
  ],
  [
    "a label of the head group",
    cluster(),
    cluster({ spec: { headGroupSpec: { labels: { "ray.io/identifier": "x" } } } }),
    "address",
  ],
  ["any other label of the head", cluster(), withHeadLabels({ a: "x" }), "new-pods-only"],
  [
    "a scheduling gate under Recreate",
    cluster(recreate),
    merge(withHead({ schedulingGates: [{ name: "a/b" }] }), recreate),
    "new-pods-only",
  ],
  [
    "a toleration under Recreate",
    cluster(recreate),
    merge(withHead({ tolerations: [{ key: "a", operator: "Exists" }] }), recreate),
    "new-pods-only",
  ],
  [
    "a node selector under Recreate",
    cluster(recreate),
    merge(withHead({ nodeSelector: { a: "b" } }), recreate),
    "recreate",
  ],
  [
    "suspension under Recreate",
    cluster(recreate),
    cluster(merge(recreate, { spec: { suspend: true } })),
    "scale",
  ],
  [
    "another queue of a suspended cluster",
    cluster(merge(queue, { spec: { suspend: true } })),
    cluster({
      metadata: { labels: { "kueue.x-k8s.io/queue-name": "r" } },
      spec: { suspend: true },
    }),
    "none",
  ],
  ["no queue any more", cluster(queue), cluster(), "none"],
  [
    "anything of a cluster that another controller looks after",
    cluster({ spec: { managedBy: "kueue.x-k8s.io/multikueue" } }),
    workers({ replicas: 5, maxReplicas: 9 }, { spec: { managedBy: "kueue.x-k8s.io/multikueue" } }),
    "none",
  ],
  [
    "the controller, once it is set",
    cluster({ spec: { managedBy: "ray.io/kuberay-operator" } }),
    cluster({ spec: { managedBy: "kueue.x-k8s.io/multikueue" } }),
    "rejected",
  ],
  [
    "a group of the head's name",
    cluster(),
    cluster({
      spec: {
        workerGroupSpecs: [group("workers"), group("headgroup", { replicas: 1, minReplicas: 1 })],
      },
    }),
    "none",
  ],
  [
    "CPUs of a group that are the limit",
    workers({ template: { spec: { containers: [limited("4")] } } }),
    workers({ resources: { CPU: "4" }, template: { spec: { containers: [limited("4")] } } }),
    "none",
  ],
  [
    "CPUs of a group that are not the limit",
    workers({ template: { spec: { containers: [limited("4")] } } }),
    workers({ resources: { CPU: "3" }, template: { spec: { containers: [limited("4")] } } }),
    "new-pods-only",
  ],
  [
    "the Service of Ray Serve",
    cluster(),
    annotated({ "ray.io/enable-serve-service": "true" }),
    "none",
  ],
  [
    "a namespace of storage with fault tolerance",
    annotated({ "ray.io/ft-enabled": "true" }),
    annotated({ "ray.io/ft-enabled": "true", "ray.io/external-storage-namespace": "x" }),
    "new-pods-only",
  ],
  [
    "a namespace of storage, where fault tolerance goes",
    annotated({ "ray.io/ft-enabled": "TRUE" }),
    annotated({ "ray.io/external-storage-namespace": "x" }),
    "new-pods-only",
  ],
  [
    "an idle timeout that no autoscaler read",
    workers({ idleTimeoutSeconds: 5 }),
    cluster(),
    "none",
  ],
  ["a priority that no autoscaler read", workers({ priority: 5 }), cluster(), "none"],
  ["a priority", cluster(version2), workers({ priority: 5 }, version2), "none"],
  [
    "an upscaling mode",
    cluster(scaling),
    cluster(merge(scaling, { spec: { autoscalerOptions: { upscalingMode: "Conservative" } } })),
    "none",
  ],
  [
    "options of an autoscaler that goes",
    cluster(merge(scaling, { spec: { autoscalerOptions: { image: "a" } } })),
    cluster({ spec: { autoscalerOptions: { image: "b" } } }),
    "new-pods-only",
  ],
  [
    "options of an autoscaler that is off, under another API version",
    cluster({ apiVersion: "ray.io/v1alpha1", spec: { autoscalerOptions: { version: "v2" } } }),
    cluster({ spec: { autoscalerOptions: { version: "v2" } } }),
    "none",
  ],
  [
    "a resumption under Recreate",
    cluster(merge(recreate, { spec: { suspend: true } })),
    cluster(merge(recreate, { spec: { suspend: false } })),
    "scale",
  ],
  [
    "leaving suspend out under Recreate",
    cluster(merge(recreate, { spec: { suspend: true } })),
    cluster(recreate),
    "none",
  ],
  [
    "the strategy itself, once it is Recreate",
    cluster({ spec: { upgradeStrategy: { type: "None" } } }),
    cluster(recreate),
    "none",
  ],
  [
    "the name under Recreate",
    cluster(recreate),
    cluster(merge(recreate, { metadata: { name: "other" } })),
    "address",
  ],
  [
    "the namespace under Recreate",
    cluster(recreate),
    cluster(merge(recreate, { metadata: { namespace: "other" } })),
    "address",
  ],
  [
    "a namespace where there was none",
    cluster({ metadata: { namespace: null } }),
    cluster(),
    "address",
  ],
  [
    "another controller under Recreate",
    cluster(recreate),
    cluster(merge(recreate, elsewhere)),
    "address",
  ],
  [
    "an image under Recreate, of a cluster that another controller looks after",
    cluster(merge(recreate, elsewhere)),
    merge(withContainers(container("ray-head", { image: "b" })), merge(recreate, elsewhere)),
    "none",
  ],
  ["the operator again", cluster(elsewhere), cluster(), "scale"],
  [
    "the backend of storage under Recreate",
    cluster(merge(recreate, stored({ backend: "redis", redisAddress: "a:1" }))),
    cluster(merge(recreate, stored({ backend: "rocksdb" }))),
    "rejected",
  ],
  ...[
    "ray.io/gang-scheduling-enabled",
    "ray.io/originated-from-crd",
    "volcano.sh/queue-name",
    "yunikorn.apache.org/app-id",
    "kai.scheduler/queue",
    "kueue.x-k8s.io/priority-class",
    "kueue.x-k8s.io/pod-group-name",
  ].map(
    (key): EffectRow => [
      `the label ${key}`,
      cluster(),
      cluster({ metadata: { labels: { [key]: "a" } } }),
      key.endsWith("crd") ? "new-pods-only" : "none",
    ],
  ),
  [
    "a Ray version that changes nothing",
    cluster({ spec: { rayVersion: "2.40.0" } }),
    cluster({ spec: { rayVersion: "2.41.0" } }),
    "none",
  ],
  [
    "a sidecar before the container of Ray",
    withContainers(container("ray-head")),
    withContainers(container("log-shipper"), container("ray-head")),
    "new-pods-only",
  ],
  [
    "a port of a container that is no longer the first",
    withContainers(container("ray-head", { ports: [port("a", 80)] }), container("b")),
    withContainers(container("b"), container("ray-head", { ports: [port("a", 81)] })),
    "address",
  ],
  [
    "a port of a container that becomes the first",
    withContainers(container("b"), container("ray-head", { ports: [port("a", 80)] })),
    withContainers(container("ray-head", { ports: [port("a", 81)] }), container("b")),
    "new-pods-only",
  ],
  [
    "the name of a port that a probe of the head asks",
    withContainers(container("ray-head", { ports: [port("a", 80)], livenessProbe: asks("a") })),
    withContainers(container("ray-head", { ports: [port("b", 80)], livenessProbe: asks("a") })),
    "none",
  ],
  [
    "the name of a port that a probe of a worker asks",
    withWorker(container("ray-worker", { ports: [port("a", 80)], livenessProbe: asks("a") })),
    withWorker(container("ray-worker", { ports: [port("b", 80)], livenessProbe: asks("a") })),
    "none",
  ],
  [
    "a group less under autoscaling",
    cluster(scaling),
    cluster(merge(scaling, { spec: { workerGroupSpecs: [] } })),
    "none",
  ],
  [
    "a second group of a name",
    cluster(),
    cluster({ spec: { workerGroupSpecs: [group("workers"), group("workers")] } }),
    "scale",
  ],
  [
    "a group of the head's name with two pods",
    cluster(),
    cluster({ spec: { workerGroupSpecs: [group("workers"), group("headgroup")] } }),
    "scale",
  ],
  [
    "a group of one pod",
    cluster(),
    cluster(withGroup(group("b", { replicas: 1, minReplicas: 0, maxReplicas: 2 }))),
    "scale",
  ],
  ["a group of no pods", cluster(), cluster(withGroup(idle)), "none"],
  [
    "a group without replicas",
    cluster(),
    cluster(withGroup(group("b", { replicas: null, minReplicas: 0 }))),
    "none",
  ],
  [
    "a group of no pods under autoscaling",
    cluster(scaling),
    cluster(merge(scaling, withGroup(idle))),
    "none",
  ],
  [
    "no pods to delete any more",
    workers({ scaleStrategy: { workersToDelete: ["a"] } }),
    workers({ scaleStrategy: {} }),
    "none",
  ],
  [
    "no strategy any more",
    workers({ scaleStrategy: { workersToDelete: ["a"] } }),
    cluster(),
    "none",
  ],
  [
    "a higher lower bound under autoscaling",
    workers({ minReplicas: 0, maxReplicas: 9 }, scaling),
    workers({ minReplicas: 3, maxReplicas: 9 }, scaling),
    "scale",
  ],
  [
    "a lower upper bound under autoscaling",
    workers({ minReplicas: 0, maxReplicas: 9 }, scaling),
    workers({ minReplicas: 0, maxReplicas: 1 }, scaling),
    "none",
  ],
  [
    "a lower upper bound",
    workers({ minReplicas: 1 }),
    workers({ minReplicas: 1, maxReplicas: 1 }),
    "scale",
  ],
  [
    "more replicas under autoscaling",
    workers({ minReplicas: 0, maxReplicas: 9 }, scaling),
    workers({ minReplicas: 0, maxReplicas: 9, replicas: 3 }, scaling),
    "scale",
  ],
  [
    "fewer replicas under autoscaling",
    workers({ minReplicas: 0, maxReplicas: 9 }, scaling),
    workers({ minReplicas: 0, maxReplicas: 9, replicas: 1 }, scaling),
    "none",
  ],
  [
    "replicas that the bounds hold, under autoscaling",
    workers({ minReplicas: 0, maxReplicas: 2, replicas: 9 }, scaling),
    workers({ minReplicas: 0, maxReplicas: 2, replicas: 8 }, scaling),
    "none",
  ],
  [
    "hosts of a single pod",
    workers({ minReplicas: 1, replicas: 1, numOfHosts: 1 }),
    workers({ minReplicas: 1, replicas: 1, numOfHosts: 2 }),
    "scale",
  ],
  [
    "a single host instead of two",
    workers({ minReplicas: 1, replicas: 1, numOfHosts: 2 }),
    workers({ minReplicas: 1, replicas: 1, numOfHosts: 1 }),
    "scale",
  ],
  ["no hosts any more", workers({ numOfHosts: 2 }), workers({ numOfHosts: 0 }), "scale"],
  ["hosts where there were none", workers({ numOfHosts: 0 }), workers({ numOfHosts: 2 }), "scale"],
  [
    "fewer replicas under autoscaling, of a cluster that is suspended with it",
    workers({ minReplicas: 0, maxReplicas: 9 }, scaling),
    workers(
      { minReplicas: 0, maxReplicas: 9, replicas: 1 },
      merge(scaling, { spec: { suspend: true } }),
    ),
    "scale",
  ],
  ["fewer hosts", workers({ numOfHosts: 4 }), workers({ numOfHosts: 2 }), "scale"],
  [
    "hosts of a group without pods",
    workers({ ...none, numOfHosts: 4 }),
    workers({ ...none, numOfHosts: 2 }),
    "none",
  ],
  [
    "replicas of a cluster that another controller looks after, in a queue",
    cluster(merge(queue, elsewhere)),
    workers({ maxReplicas: 9, replicas: 5 }, merge(queue, elsewhere)),
    "none",
  ],
  [
    "the first port of the head under Recreate",
    cluster(recreate),
    merge(withContainers(container("ray-head", { ports: [port("a", 80)] })), recreate),
    "address",
  ],
  [
    "replicas under Recreate",
    cluster(recreate),
    workers({ minReplicas: 0, replicas: 1 }, recreate),
    "scale",
  ],
  [
    "a lower bound under Recreate",
    workers({ minReplicas: 1, replicas: 1 }, recreate),
    workers({ minReplicas: 2, replicas: 1 }, recreate),
    "scale",
  ],
  [
    "an init container in a queue",
    cluster(queue),
    merge(withHead({ initContainers: [container("a")] }), queue),
    "new-pods-only",
  ],
  ["hosts in a queue", cluster(queue), workers({ numOfHosts: 2 }, queue), "scale"],
  [
    "an image and a queue",
    cluster(),
    merge(withContainers(container("ray-head", { image: "b" })), queue),
    "rejected",
  ],
  [
    "an image of an elastic cluster in a queue",
    cluster(merge(queue, elastic)),
    merge(withContainers(container("ray-head", { image: "b" })), merge(queue, elastic)),
    "new-pods-only",
  ],
  [
    "an image in a queue, under Recreate",
    cluster(merge(queue, recreate)),
    merge(withContainers(container("ray-head", { image: "b" })), merge(queue, recreate)),
    "recreate",
  ],
];

/** What feature gates have a say in, with all of them on. */
export const gatedEffectRows: readonly EffectRow[] = [
  [
    "the backend of storage",
    cluster(stored({ backend: "redis", redisAddress: "a:1" })),
    cluster(stored({ backend: "rocksdb" })),
    "rejected",
  ],
  [
    "the backend of storage under Recreate",
    cluster(merge(recreate, stored({ backend: "redis", redisAddress: "a:1" }))),
    cluster(merge(recreate, stored({ backend: "rocksdb" }))),
    "rejected",
  ],
  ["a network policy", cluster(), cluster({ spec: { networkPolicy: {} } }), "none"],
  ["TLS", cluster(), cluster({ spec: { tlsOptions: { enabled: true } } }), "new-pods-only"],
  ["TLS that is off", cluster(), cluster({ spec: { tlsOptions: {} } }), "none"],
  [
    "the end of TLS",
    cluster({ spec: { tlsOptions: { enabled: true } } }),
    cluster(),
    "new-pods-only",
  ],
];
