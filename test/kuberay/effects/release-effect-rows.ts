import type { PlainObject } from "../../../src/diagnostics/plain-data.ts";
import type { Boundary } from "../../diff/compared.ts";
import type { EffectRow } from "../../diff/effect-row.ts";
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
    "the head's label of its cluster",
    cluster(),
    withHeadLabels({ "ray.io/node-type": "x" }),
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
];
