import type { PlainObject } from "../../src/diagnostics/plain-data.ts";
import type { EffectRow } from "./effect-row.ts";
import { cluster, container, group, merge, withContainers, withHead } from "./manifests.ts";
import { job } from "./owners.ts";

const scaling = { spec: { enableInTreeAutoscaling: true } };
const version2 = { spec: { autoscalerOptions: { version: "v2" } } };
const recreate = { spec: { upgradeStrategy: { type: "Recreate" } } };

function workers(changes: PlainObject, others: PlainObject = {}): PlainObject {
  return merge(cluster({ spec: { workerGroupSpecs: [group("workers", changes)] } }), others);
}

/** The same under the API version that lacks fields. */
function older(changes: PlainObject, base: PlainObject = cluster()): PlainObject {
  return merge(base, merge(changes, { apiVersion: "ray.io/v1alpha1" }));
}

function withWorker(own: PlainObject): PlainObject {
  return withWorkers(own);
}

function withWorkers(...containers: readonly PlainObject[]): PlainObject {
  return workers({ template: { spec: { containers } } });
}

/** A head with one port of that name, and what else its container has. */
function port(name: string, others: PlainObject = {}): PlainObject {
  return withContainers(container("ray-head", { ports: [{ containerPort: 80, name }], ...others }));
}

function starts(rayStartParams: PlainObject): PlainObject {
  return cluster({ spec: { headGroupSpec: { rayStartParams } } });
}

function owned(controller: boolean): PlainObject {
  const owner = { apiVersion: "v1", kind: "A", name: "a", uid: "u", controller };
  return cluster({ metadata: { ownerReferences: [owner] } });
}

const asks = { httpGet: { path: "/", port: "a" } };
const metrics = { name: "metrics", containerPort: 8080 };
const served = (targetPort: string | number) => ({
  spec: { headGroupSpec: { headService: { spec: { ports: [{ port: 80, targetPort }] } } } },
});

/** What differs in writing, and whether that means something in the newest release. */
export const sameMeaningRows: readonly EffectRow[] = [
  ["the name of a port", port("a"), port("b"), "none"],
  ...["livenessProbe", "readinessProbe", "startupProbe"].map(
    (probe): EffectRow => [
      `the name of a port that a ${probe} asks`,
      port("a", { [probe]: asks }),
      port("b", { [probe]: asks }),
      "none",
    ],
  ),
  [
    "the name of a port that a probe asked for",
    port("a", { readinessProbe: asks }),
    port("b"),
    "new-pods-only",
  ],
  [
    "the address of a port on the node",
    withWorker(container("ray-worker", { ports: [{ containerPort: 80, hostIP: "10.0.0.1" }] })),
    withWorker(container("ray-worker", { ports: [{ containerPort: 80, hostIP: "10.0.0.2" }] })),
    "new-pods-only",
  ],
  [
    "the name of a port that a hook asks",
    port("a", { lifecycle: { preStop: asks } }),
    port("b", { lifecycle: { preStop: asks } }),
    "none",
  ],
  [
    "the name of a port that the Service sends to",
    merge(port("a"), served("a")),
    merge(port("b"), served("a")),
    "none",
  ],
  [
    "the name of a port that no Service sends to",
    merge(port("a"), served(80)),
    merge(port("b"), served(80)),
    "none",
  ],
  ["a name that KubeRay looks for", port("dashboard"), port("a"), "none"],
  ["a name of Ray Serve", port("serve"), port("a"), "none"],
  ["a name of the agent", port("a"), port("dashboard-agent"), "none"],
  ["the port for metrics", port("a"), merge(port("a"), {}), "none"],
  [
    "the port for metrics of a worker",
    cluster(),
    withWorker(container("ray-worker", { ports: [metrics] })),
    "none",
  ],
  [
    "the port for metrics of a worker, left to KubeRay",
    withWorker(container("ray-worker", { ports: [metrics] })),
    cluster(),
    "none",
  ],
  [
    "another port of that name",
    cluster(),
    withWorker(container("ray-worker", { ports: [{ ...metrics, containerPort: 8081 }] })),
    "new-pods-only",
  ],
  [
    "the port for metrics on the node",
    cluster(),
    withWorker(container("ray-worker", { ports: [{ ...metrics, hostPort: 8080 }] })),
    "new-pods-only",
  ],
  [
    "the port for metrics of a sidecar",
    withWorkers(container("ray-worker"), container("b")),
    withWorkers(container("ray-worker"), container("b", { ports: [metrics] })),
    "new-pods-only",
  ],
  [
    "the port for metrics of a container that becomes the first",
    withWorkers(container("ray-worker"), container("b")),
    withWorkers(container("b", { ports: [metrics] }), container("ray-worker")),
    "new-pods-only",
  ],
  [
    "the port for metrics of a container that was the first",
    withWorkers(container("ray-worker"), container("b")),
    withWorkers(container("b"), container("ray-worker", { ports: [metrics] })),
    "new-pods-only",
  ],
  [
    "that pods never restart, without an autoscaler",
    cluster(version2),
    merge(withHead({ restartPolicy: "Never" }), version2),
    "new-pods-only",
  ],
  [
    "that pods never restart, under the autoscaler's first version",
    cluster(scaling),
    merge(withHead({ restartPolicy: "Never" }), scaling),
    "new-pods-only",
  ],
  [
    "resources that nobody reads",
    starts({ resources: "x" }),
    starts({ resources: "y" }),
    "new-pods-only",
  ],
  [
    "resources that one side can read",
    starts({ resources: "'{\"a\": 1}'" }),
    starts({ resources: "y" }),
    "new-pods-only",
  ],
  [
    "resources in other spaces",
    starts({ resources: "'{\"a\": 1}'" }),
    starts({ resources: "'{ \"a\":1 }'" }),
    "none",
  ],
  [
    "other resources",
    starts({ resources: "'{\"a\": 1}'" }),
    starts({ resources: "'{\"a\": 2}'" }),
    "new-pods-only",
  ],
  ["no custom resources", starts({ resources: "'{}'" }), starts({}), "none"],
  [
    "a parameter of another type",
    starts({ "num-cpus": 1 }),
    starts({ "num-cpus": "1" }),
    "new-pods-only",
  ],
  [
    "a parameter that the group's resources replace",
    workers({ rayStartParams: { a: "1" }, resources: { CPU: "1" } }),
    workers({ rayStartParams: { a: "2" }, resources: { CPU: "1" } }),
    "new-pods-only",
  ],
  [
    "memory of a group that is the limit",
    cluster(),
    workers({ resources: { memory: "8Gi" } }),
    "none",
  ],
  ["GPUs of a group", cluster(), workers({ resources: { GPU: "1" } }), "new-pods-only"],
  [
    "an amount of a group in another spelling",
    workers({ resources: { CPU: "1" } }),
    workers({ resources: { CPU: "1000m" } }),
    "none",
  ],
  [
    "CPUs of a group that a parameter says",
    workers({ rayStartParams: { "num-cpus": "2" } }),
    workers({ rayStartParams: { "num-cpus": "2" }, resources: { CPU: "2" } }),
    "rejected",
  ],
  [
    "a restart policy outside of the pod",
    cluster(),
    cluster({ spec: { headGroupSpec: { headService: { spec: { restartPolicy: "Always" } } } } }),
    "none",
  ],
  [
    "the replicas of a head outside of the spec",
    cluster(),
    cluster({ a: { headGroupSpec: { replicas: 1 } } }),
    "none",
  ],
  [
    "the replicas of a head outside of a job's cluster",
    job(),
    job({ a: { headGroupSpec: { replicas: 1 } } }),
    "none",
  ],
  [
    "what would be the same amount in a dropped field",
    cluster({ spec: { a: { b: "1" } } }),
    cluster({ spec: { a: { b: "1000m" } } }),
    "none",
  ],
  ["an API version that nobody had", cluster({ apiVersion: "ray.io/v2" }), cluster(), "none"],
  ["an older API version under Recreate", cluster(recreate), older(recreate), "none"],
  ["a newer API version under Recreate", older(recreate), cluster(recreate), "recreate"],
  [
    "an image beside what an older API version drops",
    older(recreate),
    older(recreate, withContainers(container("ray-head", { image: "b:1" }))),
    "new-pods-only",
  ],
  [
    "an amount of the head in another spelling",
    cluster({ spec: { headGroupSpec: { resources: { CPU: "1" } } } }),
    cluster({ spec: { headGroupSpec: { resources: { CPU: "1000m" } } } }),
    "none",
  ],
  ["who owns it", owned(false), owned(true), "none"],
  ["a policy that Kubernetes refuses", cluster(), withHead({ dnsPolicy: "Nope" }), "none"],
  [
    "a policy that Kubernetes refuses, under Recreate",
    cluster(recreate),
    merge(withHead({ dnsPolicy: "Nope" }), recreate),
    "recreate",
  ],
  [
    "another variable where pods are refused anyway",
    withHead({ dnsPolicy: "Nope" }),
    withHead({
      dnsPolicy: "Nope",
      containers: [container("ray-head", { env: [{ name: "A" }] })],
    }),
    "new-pods-only",
  ],
  ["no policy any more", withHead({ dnsPolicy: "Nope" }), cluster(), "new-pods-only"],
  [
    "a toleration that Kubernetes refuses",
    cluster(),
    withHead({ tolerations: [{ key: "a" }, { key: "b b", operator: "Exists" }] }),
    "new-pods-only",
  ],
  [
    "a toleration that goes, and one that Kubernetes refuses",
    withHead({ tolerations: [{ key: "a", operator: "Exists" }] }),
    withHead({ tolerations: [{ key: "b b", operator: "Exists" }] }),
    "new-pods-only",
  ],
  [
    "a volume that is there twice, and a field that is not there",
    cluster(),
    withHead({
      volumes: [
        { name: "a", emptyDir: {} },
        { name: "b", emptyDirs: {} },
      ],
    }),
    "new-pods-only",
  ],
  [
    "variables in another order, one of which refers to another",
    withContainers(
      container("ray-head", {
        env: [
          { name: "A", value: "1" },
          { name: "B", value: "$(A)" },
        ],
      }),
    ),
    withContainers(
      container("ray-head", {
        env: [
          { name: "B", value: "$(A)" },
          { name: "A", value: "1" },
        ],
      }),
    ),
    "new-pods-only",
  ],
  [
    "sources of variables in another order",
    withContainers(
      container("ray-head", {
        envFrom: [{ secretRef: { name: "a" } }, { configMapRef: { name: "b" }, prefix: "P" }],
      }),
    ),
    withContainers(
      container("ray-head", {
        envFrom: [{ configMapRef: { name: "b" }, prefix: "P" }, { secretRef: { name: "a" } }],
      }),
    ),
    "new-pods-only",
  ],
  [
    "a constraint of topology",
    cluster(),
    withHead({
      topologySpreadConstraints: [
        { topologyKey: "zone", whenUnsatisfiable: "DoNotSchedule", maxSkew: 1 },
      ],
    }),
    "new-pods-only",
  ],
  [
    "tolerations in another spelling",
    withHead({ tolerations: [{ key: "a", operator: "Equal", value: "b", effect: "NoSchedule" }] }),
    withHead({ tolerations: [{ key: "a", value: "b", effect: "NoSchedule" }] }),
    "none",
  ],
];
