import type { PlainData, PlainObject } from "../../src/diagnostics/plain-data.ts";
import type { ComparedRow } from "./effect-row.ts";
import type { Boundary } from "./expect-boundary.ts";
import { cluster, container, group, merge, withContainers, withHead } from "./manifests.ts";
import { job, schedule, service } from "./owners.ts";

const scaling = { spec: { enableInTreeAutoscaling: true } };
const version2 = { spec: { enableInTreeAutoscaling: true, autoscalerOptions: { version: "v2" } } };
const dump = { metadata: { uid: "1" } };
const queued = { metadata: { labels: { "kueue.x-k8s.io/queue-name": "a" } } };
const limits = { cpu: "2", memory: "8Gi" };

function workers(changes: PlainObject, others: PlainObject = {}): PlainObject {
  return merge(cluster({ spec: { workerGroupSpecs: [group("workers", changes)] } }), others);
}

function workerPods(podSpec: PlainObject, others: PlainObject = {}): PlainObject {
  return workers({ template: { spec: podSpec } }, others);
}

function starts(rayStartParams: PlainData, changes: PlainObject = {}): PlainObject {
  return merge(cluster({ spec: { headGroupSpec: { rayStartParams } } }), changes);
}

function autoscaler(autoscalerOptions: PlainObject, changes: PlainObject = scaling): PlainObject {
  return merge(cluster({ spec: { autoscalerOptions } }), changes);
}

function head(changes: PlainObject): PlainObject {
  return withContainers(container("ray-head", changes));
}

function sidecars(...changes: readonly PlainObject[]): PlainObject {
  const others = changes.map((each, index) => container(`sidecar-${index}`, each));
  return withContainers(container("ray-head"), ...others);
}

function annotated(annotations: PlainObject): PlainObject {
  return { metadata: { annotations } };
}

const redis = { name: "RAY_REDIS_ADDRESS", value: "redis:6379" };
const enabled = annotated({ "ray.io/ft-enabled": "true" });
const tolerant = (options: PlainObject = {}) =>
  cluster({ spec: { gcsFaultToleranceOptions: { redisAddress: "redis:6379", ...options } } });
const tolerantBefore = (...env: readonly PlainObject[]) => merge(head({ env }), enabled);
const password = { name: "REDIS_PASSWORD", value: "a" };

/** The small cluster's Redis in the old way, or in the new one, as the cluster of an owner. */
const headWithRedis = {
  headGroupSpec: {
    template: { spec: { containers: [container("ray-head", { env: [redis] })] } },
  },
};
const redisOptions = { gcsFaultToleranceOptions: { redisAddress: "redis:6379" } };

const limited = withContainers(container("ray-head"), {
  ...container("sidecar-0"),
  resources: { limits },
});
const older = {
  apiVersion: "ray.io/v1alpha1",
  spec: { enableInTreeAutoscaling: true, headGroupSpec: { serviceType: "ClusterIP" } },
};

/** What KubeRay, Kubernetes or Ray completes, reads in two ways, or does not read, in the newest release. */
export const filledInRows: readonly ComparedRow[] = [
  // Accounts
  ["an account of no name", cluster(), withHead({ serviceAccountName: "" })],
  [
    "the default account of workers beside an autoscaler",
    workerPods({}, scaling),
    workerPods({ serviceAccountName: "default" }, scaling),
  ],
  [
    "the deprecated account of a head that scales",
    cluster(scaling),
    withHead({ serviceAccount: "a" }, scaling),
  ],
  ["the deprecated account", cluster(), withHead({ serviceAccount: "a" })],
  ["no deprecated account", withHead({ serviceAccount: "" }), cluster()],
  // Restart policies
  [
    "that workers start again under version 2",
    workerPods({}, version2),
    workerPods({ restartPolicy: "Always" }, version2),
  ],
  [
    "that workers never start again, named, under version 2",
    workerPods({}, version2),
    workerPods({ restartPolicy: "Never" }, version2),
  ],
  [
    "that pods never start again, said or by version 2",
    withHead({ restartPolicy: "Never" }),
    cluster(version2),
  ],
  ["that workers never start again", workerPods({}), workerPods({ restartPolicy: "Never" })],
  // Images
  ["the newest image by no tag", head({ image: "ray" }), head({ image: "ray:latest" })],
  [
    "an image by its digest",
    head({ image: "ray@sha256:0" }),
    head({ image: "ray@sha256:0", imagePullPolicy: "IfNotPresent" }),
  ],
  [
    "another image with the policy that it had",
    head({ image: "ray:latest" }),
    head({ image: "ray:1", imagePullPolicy: "Always" }),
  ],
  ["no image", head({ image: null }), head({ image: null, imagePullPolicy: "Always" })],
  [
    "the policy of the second sidecar",
    sidecars({}, {}),
    sidecars({}, { imagePullPolicy: "IfNotPresent" }),
  ],
  [
    "another policy of the second sidecar",
    sidecars({}, { imagePullPolicy: "Never" }),
    sidecars({ imagePullPolicy: "Never" }, {}),
  ],
  [
    "the policy of an init container",
    withHead({ initContainers: [container("a")] }),
    withHead({ initContainers: [container("a", { imagePullPolicy: "IfNotPresent" })] }),
  ],
  // Requests
  ["limits of an init container alone", initialized({ limits }), initialized({})],
  ["limits of a sidecar alone", limited, sidecars({})],
  [
    "a request below the limit of a sidecar",
    sidecars({ resources: { limits, requests: { cpu: "1", memory: "8Gi" } } }),
    sidecars({}),
  ],
  [
    "a request that has no limit",
    head({ resources: { requests: { "ephemeral-storage": "1Gi" } } }),
    head({}),
  ],
  [
    "a request that is written as the limit otherwise",
    head({ resources: { limits, requests: { cpu: "2000m", memory: "8192Mi" } } }),
    head({ resources: { limits, requests: null } }),
  ],
  [
    "a limit that was requested alone",
    head({ resources: { limits: { "ephemeral-storage": "1Gi" } } }),
    head({ resources: { requests: { "ephemeral-storage": "1Gi" } } }),
  ],
  ["a request of a volume's claim", withHead(claim({})), withHead(claim({ limits }))],
  // Parameters
  ["the dashboard's port", cluster(), starts({ "dashboard-port": "8265" })],
  ["the clients' port", cluster(), starts({ "ray-client-server-port": "10001" })],
  ["the port of a worker", workers({}), workers({ rayStartParams: { port: "6379" } })],
  ["a number for a parameter", cluster(), starts({ "num-cpus": 2 })],
  ["the same number as text", starts({ "num-cpus": 2 }), starts({ "num-cpus": "2" })],
  ["an object for a parameter", starts({ port: { a: "1" } }), starts({ port: {} })],
  ["parameters that are none", starts("a"), starts({})],
  ["CPUs that are requested alone", requesting({}), requesting({ "num-cpus": "2" })],
  ["no GPUs", cluster(), starts({ "num-gpus": "0" })],
  [
    "as many GPUs as the limit",
    head({ resources: { limits: { "nvidia.com/gpu": "1" } } }),
    merge(
      head({ resources: { limits: { "nvidia.com/gpu": "1" } } }),
      starting({ "num-gpus": "1" }),
    ),
  ],
  [
    "a parameter that the group's resources replace on one side",
    workers({ rayStartParams: { "num-cpus": "2" } }),
    workers({ rayStartParams: {}, resources: { CPU: "2" } }),
  ],
  [
    "the CPUs of a group that has resources anyway",
    workers({ resources: { memory: "8Gi" } }),
    workers({ resources: { memory: "8Gi" }, rayStartParams: { "num-cpus": "2" } }),
  ],
  [
    "a parameter for which the group's resources are left out",
    workers({ resources: { CPU: "2" } }),
    workers({ rayStartParams: { "num-cpus": "2" } }),
  ],
  [
    "GPUs of a group that are not rounded up",
    workers({ resources: { GPU: "1500m" } }),
    workers({ resources: { GPU: "2" } }),
  ],
  ["CPUs of a group in small letters", workers({}), workers({ resources: { cpu: "2" } })],
  ["other CPUs of a group", workers({}), workers({ resources: { CPU: "3" } })],
  [
    "CPUs of a group that are rounded up",
    workers({ resources: { CPU: "1500m" } }),
    workers({ resources: { CPU: "2" } }),
  ],
  [
    "amounts of a group that are none",
    workers({ resources: { CPU: "x" } }),
    workers({ resources: { CPU: "y" } }),
  ],
  ["other memory of a group", workers({}), workers({ resources: { memory: "4Gi" } })],
  ["custom resources of a group", workers({}), workers({ resources: { a: "1" } })],
  // The autoscaler's options
  ["options without an autoscaler", autoscaler({ image: "a" }, {}), cluster()],
  [
    "options of an autoscaler that comes",
    autoscaler({ imagePullPolicy: "Always" }, {}),
    autoscaler({ imagePullPolicy: "IfNotPresent" }),
  ],
  [
    "default options of an autoscaler that comes",
    autoscaler({}, {}),
    autoscaler({ imagePullPolicy: "IfNotPresent" }),
  ],
  [
    "options of an autoscaler that goes",
    autoscaler({ imagePullPolicy: "Always" }),
    autoscaler({}, {}),
  ],
  ["its policy", autoscaler({}), autoscaler({ imagePullPolicy: "IfNotPresent" })],
  ["another policy of it", autoscaler({}), autoscaler({ imagePullPolicy: "Never" })],
  ["its limits", autoscaler({}), autoscaler(amounts({ cpu: "500m", memory: "512Mi" }))],
  [
    "its limits and less requested",
    autoscaler({}),
    autoscaler(amounts({ cpu: "500m", memory: "512Mi" }, { cpu: "100m" })),
  ],
  [
    "its requests alone",
    autoscaler({}),
    autoscaler({ resources: { requests: { cpu: "500m", memory: "512Mi" } } }),
  ],
  ["one of its limits", autoscaler({}), autoscaler(amounts({ cpu: "500m" }))],
  [
    "its limits and one more",
    autoscaler({}),
    autoscaler(amounts({ cpu: "500m", memory: "512Mi", "ephemeral-storage": "1Gi" })),
  ],
  [
    "an amount within its limits",
    autoscaler(amounts({ cpu: "1" })),
    autoscaler(amounts({ cpu: "2" })),
  ],
  [
    "a request within its limits",
    autoscaler(amounts({ cpu: "1" })),
    autoscaler(amounts({ cpu: "1" }, { cpu: "1000m" })),
  ],
  ["its variables", autoscaler({}), autoscaler({ env: [{ name: "A", value: "b" }] })],
  ["how long it waits", autoscaler({}), autoscaler({ idleTimeoutSeconds: 60 })],
  [
    "options of a job's cluster that does not scale",
    job(),
    job({ rayClusterSpec: { autoscalerOptions: { image: "a" } } }),
  ],
  [
    "options of a service's cluster that scales",
    service({ rayClusterConfig: scaling.spec }),
    service({
      rayClusterConfig: { ...scaling.spec, autoscalerOptions: { imagePullPolicy: "IfNotPresent" } },
    }),
  ],
  // Replicas
  ["replicas above the most", workers({ replicas: 2 }), workers({ replicas: 9 })],
  ["replicas that are left out", workers({ replicas: null }), workers({ replicas: 2 })],
  ["replicas within bounds", bounded(2), bounded(3)],
  ["replicas of a group that waits", bounded(2, true), bounded(3, true)],
  ["replicas below the least of a group that waits", bounded(0, true), bounded(1, true)],
  [
    "replicas above the most where something scales",
    workers({ replicas: 2, minReplicas: 1 }, scaling),
    workers({ replicas: 9, minReplicas: 1 }, scaling),
  ],
  ["replicas of a job above the most", jobOf({ replicas: 2 }), jobOf({ replicas: 9 })],
  ["replicas of a job", jobOf({ maxReplicas: 9 }), jobOf({ maxReplicas: 9, replicas: 5 })],
  ["the replicas of a head", cluster(), cluster({ spec: { headGroupSpec: { replicas: 1 } } })],
  // Fault tolerance
  ["a Redis in the old way", tolerantBefore(redis), tolerant()],
  ["a Redis in the new way", tolerant(), tolerantBefore(redis)],
  ["the backend, named", tolerant(), tolerant({ backend: "redis" })],
  ["the backend, named, in the new way", tolerantBefore(redis), tolerant({ backend: "redis" })],
  [
    "a Redis by a password",
    merge(tolerantBefore(redis, password), starting({ "redis-password": "$REDIS_PASSWORD" })),
    tolerant({ redisPassword: { value: "a" } }),
  ],
  [
    "a Redis by a password that nobody gives to Ray",
    tolerantBefore(redis, password),
    tolerant({ redisPassword: { value: "a" } }),
  ],
  [
    "a Redis by a password in the parameters",
    merge(tolerantBefore(redis), starting({ "redis-password": "a" })),
    tolerant({ redisPassword: { value: "a" } }),
  ],
  [
    "a Redis with a namespace of its own",
    merge(tolerantBefore(redis), annotated({ "ray.io/external-storage-namespace": "b" })),
    tolerant({ externalStorageNamespace: "b" }),
  ],
  [
    "a Redis, and another variable and annotation",
    merge(tolerantBefore(redis, { name: "A", value: "b" }), annotated({ a: "b" })),
    tolerant(),
  ],
  ["a Redis that nobody asks for", head({ env: [redis] }), head({ env: [] })],
  [
    "a Redis of workers",
    merge(tolerantBefore(redis), workerGroups(container("ray-worker", { env: [redis] }))),
    tolerant(),
  ],
  [
    "a job's Redis in the old way",
    job({ rayClusterSpec: headWithRedis }, enabled),
    job({ rayClusterSpec: redisOptions }),
  ],
  [
    "a service's Redis in the old way",
    service({ rayClusterConfig: headWithRedis }, enabled),
    service({ rayClusterConfig: redisOptions }),
  ],
  [
    "a schedule's Redis in the old way, where nothing is copied",
    schedule({ jobTemplate: { rayClusterSpec: headWithRedis } }, enabled),
    schedule({ jobTemplate: { rayClusterSpec: redisOptions } }),
  ],
  [
    "an annotation of a schedule, which is copied to nothing",
    schedule({ jobTemplate: { rayClusterSpec: redisOptions } }, enabled),
    schedule({ jobTemplate: { rayClusterSpec: redisOptions } }),
  ],
  // What the API server drops
  ["a dropped field that goes", cluster({ spec: { a: 1 } }), cluster()],
  ["a dropped field that changes", cluster({ spec: { a: 1 } }), cluster({ spec: { a: 2 } })],
  [
    "a part of a dropped field that goes",
    cluster({ spec: { a: { b: 1, c: 2 } } }),
    cluster({ spec: { a: { b: 1 } } }),
  ],
  [
    "a group that goes with a dropped field",
    cluster({ spec: { workerGroupSpecs: [group("workers"), group("a", { b: 1 })] } }),
    cluster(),
  ],
  // The API version and the namespace
  [
    "an older API version that drops nothing",
    cluster(),
    cluster({ apiVersion: "ray.io/v1alpha1" }),
  ],
  [
    "an older API version that drops something",
    workers({ numOfHosts: 2 }),
    workers({ numOfHosts: 2 }, { apiVersion: "ray.io/v1alpha1" }),
  ],
  ["an API version that nobody has", cluster(), cluster({ apiVersion: "ray.io/v2" })],
  [
    "a newer API version, without what the older one drops",
    workers({ numOfHosts: 2 }, { apiVersion: "ray.io/v1alpha1" }),
    workers({}),
  ],
  ["the namespace of a dump that comes", unnamed({}), cluster(dump)],
  ["a dump by its version", cluster({ metadata: { resourceVersion: "1" } }), unnamed({})],
  ["a namespace that comes", unnamed({}), cluster()],
  ["a namespace that a dump lacks", unnamed(dump), cluster()],
  ["another namespace", cluster(), cluster({ metadata: { namespace: "b" } })],
  // The autoscaler and Kueue
  [
    "replicas of a service that scales",
    service({ rayClusterConfig: merge({ workerGroupSpecs: [group("workers")] }, scaling.spec) }),
    service({
      rayClusterConfig: merge(
        { workerGroupSpecs: [group("workers", { replicas: 1 })] },
        scaling.spec,
      ),
    }),
  ],
  [
    "replicas that are left to the autoscaler of a cluster that was suspended",
    workers({ maxReplicas: 9 }, merge(scaling, suspended(true))),
    workers({ replicas: null, maxReplicas: 9 }, scaling),
  ],
  [
    "pods to delete where scaling ends",
    workers({ scaleStrategy: { workersToDelete: ["a"] } }, scaling),
    workers({}),
  ],
  ["that Kueue let it start", merge(cluster(queued), suspended(false)), cluster(queued)],
  ["that Kueue holds it", merge(cluster(queued), merge(dump, suspended(true))), cluster(queued)],
  ["that it waits in no queue", merge(cluster(dump), suspended(true)), cluster()],
  [
    "nodes that Kueue chose",
    withHead({ nodeSelector: { a: "b" } }, merge(queued, dump)),
    cluster(queued),
  ],
  [
    "nodes that Kueue chose, the other way",
    cluster(queued),
    withHead({ nodeSelector: { a: "b" } }, merge(queued, dump)),
  ],
  [
    "nodes that somebody chose before Kueue",
    withHead({ nodeSelector: { a: "b" } }, queued),
    cluster(queued),
  ],
  [
    "other nodes than Kueue chose",
    withHead({ nodeSelector: { a: "b" } }, merge(queued, dump)),
    withHead({ nodeSelector: { a: "c" } }, queued),
  ],
  [
    "other nodes than Kueue chooses now",
    withHead({ nodeSelector: { a: "b" } }, queued),
    withHead({ nodeSelector: { a: "c" } }, merge(queued, dump)),
  ],
  [
    "the nodes of a cluster that leaves its queue",
    withHead({ nodeSelector: { a: "b" } }, merge(queued, dump)),
    cluster(),
  ],
  [
    "a label of Kueue",
    cluster(merge(queued, merge(dump, labelled("kueue.x-k8s.io/podset")))),
    cluster(queued),
  ],
  [
    "a label for Kueue",
    cluster(merge(queued, merge(dump, labelled("kueue.x-k8s.io/priority-class")))),
    cluster(queued),
  ],
];

/** What is completed or read otherwise from a release on: `older` is the last one before it. */
export const filledInBoundaries: readonly Boundary[] = [
  [
    "a Redis in the old way",
    tolerantBefore(redis),
    tolerant(),
    ["1.2.2", "new-pods-only"],
    ["1.3.0", "none"],
  ],
  [
    "when the autoscaler's image is pulled",
    autoscaler({}, older),
    autoscaler({ imagePullPolicy: "IfNotPresent" }, older),
    ["0.4.0", "new-pods-only"],
    ["0.5.0", "none"],
  ],
  [
    "that the autoscaler's image is always pulled",
    autoscaler({}, older),
    autoscaler({ imagePullPolicy: "Always" }, older),
    ["0.4.0", "none"],
    ["0.5.0", "new-pods-only"],
  ],
  [
    "the API version",
    cluster(),
    cluster({ apiVersion: "ray.io/v1alpha1" }),
    ["0.6.0", "none"],
    ["1.0.0", "none"],
  ],
  [
    "the replicas of a head",
    cluster(older),
    merge(cluster(older), { spec: { headGroupSpec: { replicas: 1 } } }),
    ["0.4.0", "none"],
    ["0.5.0", "none"],
  ],
  [
    "a port of no name",
    merge(head({ ports: [{ containerPort: 80, name: "a" }, { containerPort: 81 }] }), older),
    merge(head({ ports: [{ containerPort: 80 }, { containerPort: 81 }] }), older),
    ["0.4.0", "none"],
    ["0.5.0", "none"],
  ],
];

function initialized(resources: PlainObject): PlainObject {
  const all = { limits, requests: limits };
  const first = {
    name: "a",
    image: "a:1",
    resources: Object.keys(resources).length > 0 ? resources : all,
  };
  return withHead({ initContainers: [first] });
}

function claim(resources: PlainObject): PlainObject {
  const spec = {
    accessModes: ["ReadWriteOnce"],
    resources: {
      limits: { storage: "1Gi" },
      ...("limits" in resources ? { requests: { storage: "1Gi" } } : {}),
    },
  };
  return { volumes: [{ name: "a", ephemeral: { volumeClaimTemplate: { spec } } }] };
}

function starting(rayStartParams: PlainObject): PlainObject {
  return { spec: { headGroupSpec: { rayStartParams } } };
}

function requesting(rayStartParams: PlainObject): PlainObject {
  const resources = { limits: { memory: "8Gi" }, requests: limits };
  const own = { ...container("ray-head"), resources };
  return merge(withContainers(own), starting(rayStartParams));
}

function amounts(most: PlainObject, requests?: PlainObject): PlainObject {
  return { resources: { limits: most, ...(requests === undefined ? {} : { requests }) } };
}

function bounded(replicas: number, suspend = false): PlainObject {
  return workers({ replicas, minReplicas: 2, maxReplicas: 5, suspend });
}

function jobOf(changes: PlainObject): PlainObject {
  return job({ rayClusterSpec: { workerGroupSpecs: [group("workers", changes)] } });
}

function workerGroups(own: PlainObject): PlainObject {
  const template = { spec: { containers: [own] } };
  return { spec: { workerGroupSpecs: [group("workers", { template })] } };
}

function unnamed(changes: PlainObject): PlainObject {
  return merge(cluster({ metadata: { namespace: null } }), changes);
}

function suspended(suspend: boolean): PlainObject {
  return { spec: { suspend } };
}

function labelled(key: string): PlainObject {
  return { metadata: { labels: { [key]: "b" } } };
}
