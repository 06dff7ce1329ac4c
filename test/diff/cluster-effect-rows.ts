import type { PlainObject } from "../../src/diagnostics/plain-data.ts";
import type { ClusterEffectRow } from "./effect-row.ts";
import { cluster, container, group, merge, withContainers, withHead } from "./manifests.ts";

const HEAD = "spec.headGroupSpec";
const RAY = `${HEAD}.template.spec.containers[ray-head]`;
const GROUP = "spec.workerGroupSpecs[workers]";
const scaling = { spec: { enableInTreeAutoscaling: true, autoscalerOptions: { version: "v2" } } };
export const recreate = { spec: { upgradeStrategy: { type: "Recreate" } } };
export function workers(changes: PlainObject, others: PlainObject = {}): PlainObject {
  return merge(cluster({ spec: { workerGroupSpecs: [group("workers", changes)] } }), others);
}
function spec(changes: PlainObject): PlainObject {
  return cluster({ spec: changes });
}

export const clusterEffectRows: readonly ClusterEffectRow[] = [
  [
    "a label of the object",
    cluster(),
    cluster({ metadata: { labels: { a: "b" } } }),
    ["+ metadata.labels.a none"],
  ],
  [
    "a label for a batch scheduler",
    cluster(),
    cluster({ metadata: { labels: { "kueue.x-k8s.io/queue-name": "q" } } }),
    ['+ metadata.labels["kueue.x-k8s.io/queue-name"] rejected'],
  ],
  [
    "an annotation",
    cluster(),
    cluster({ metadata: { annotations: { a: "b" } } }),
    ["+ metadata.annotations.a none"],
  ],
  [
    "an annotation that KubeRay reads",
    cluster(),
    cluster({ metadata: { annotations: { "ray.io/overwrite-container-cmd": "true" } } }),
    ['+ metadata.annotations["ray.io/overwrite-container-cmd"] new-pods-only'],
  ],
  [
    "a finalizer",
    cluster(),
    cluster({ metadata: { finalizers: ["a/b"] } }),
    ["+ metadata.finalizers[a/b] none"],
  ],
  ["the name", cluster(), cluster({ metadata: { name: "other" } }), ["~ metadata.name address"]],
  [
    "the namespace",
    cluster(),
    cluster({ metadata: { namespace: "other" } }),
    ["~ metadata.namespace address"],
  ],
  [
    "replicas",
    cluster(),
    workers({ replicas: 1, minReplicas: 1 }),
    [`~ ${GROUP}.minReplicas scale`, `~ ${GROUP}.replicas scale`],
  ],
  ["the upper bound", cluster(), workers({ maxReplicas: 5 }), [`~ ${GROUP}.maxReplicas none`]],
  ["hosts", cluster(), workers({ numOfHosts: 2 }), [`+ ${GROUP}.numOfHosts scale`]],
  ["suspension of a group", cluster(), workers({ suspend: true }), [`+ ${GROUP}.suspend scale`]],
  ["suspension of all", cluster(), spec({ suspend: true }), ["+ spec.suspend scale"]],
  [
    "pods to delete",
    cluster(),
    workers({ scaleStrategy: { workersToDelete: ["pod-1"] } }),
    [`+ ${GROUP}.scaleStrategy.workersToDelete[pod-1] scale`],
  ],
  [
    "the idle timeout",
    cluster(scaling),
    cluster(merge(scaling, { spec: { autoscalerOptions: { idleTimeoutSeconds: 300 } } })),
    ["+ spec.autoscalerOptions.idleTimeoutSeconds none"],
  ],
  [
    "a group's idle timeout",
    cluster(scaling),
    workers({ idleTimeoutSeconds: 5 }, scaling),
    [`+ ${GROUP}.idleTimeoutSeconds none`],
  ],
  [
    "a new group",
    cluster(),
    spec({ workerGroupSpecs: [group("workers"), group("b")] }),
    ["+ spec.workerGroupSpecs[b] scale"],
  ],
  ["a group less", cluster(), spec({ workerGroupSpecs: [] }), [`- ${GROUP} none`]],
  [
    "a renamed group",
    cluster(),
    spec({ workerGroupSpecs: [group("b")] }),
    ["+ spec.workerGroupSpecs[b] scale", `- ${GROUP} none`],
  ],
  [
    "the Ray version",
    cluster(),
    spec({ rayVersion: "2.53.0" }),
    ["~ spec.rayVersion new-pods-only"],
  ],
  [
    "an image",
    cluster(),
    withContainers(container("ray-head", { image: "b" })),
    [`~ ${RAY}.image new-pods-only`],
  ],
  [
    "an amount",
    cluster(),
    withContainers(container("ray-head", { resources: { limits: { cpu: "3" } } })),
    [`~ ${RAY}.resources.limits.cpu new-pods-only`],
  ],
  [
    "a start parameter",
    cluster(),
    spec({ headGroupSpec: { rayStartParams: { "num-cpus": "0" } } }),
    [`+ ${HEAD}.rayStartParams["num-cpus"] new-pods-only`],
  ],
  [
    "a start parameter of workers",
    cluster(),
    workers({ rayStartParams: { a: "1" } }),
    [`+ ${GROUP}.rayStartParams.a new-pods-only`],
  ],
  [
    "autoscaling",
    cluster(),
    cluster({ spec: { enableInTreeAutoscaling: true } }),
    ["+ spec.enableInTreeAutoscaling new-pods-only"],
  ],
  [
    "the autoscaler's container",
    cluster(scaling),
    cluster(merge(scaling, { spec: { autoscalerOptions: { resources: {} } } })),
    ["+ spec.autoscalerOptions.resources new-pods-only"],
  ],
  [
    "fault tolerance",
    cluster(),
    spec({ gcsFaultToleranceOptions: {} }),
    ["+ spec.gcsFaultToleranceOptions new-pods-only"],
  ],
  [
    "the kind of Service",
    cluster(),
    spec({ headGroupSpec: { serviceType: "NodePort" } }),
    [`+ ${HEAD}.serviceType address`],
  ],
  [
    "the head Service",
    cluster(),
    spec({ headGroupSpec: { headService: { metadata: { name: "ray" } } } }),
    [`+ ${HEAD}.headService.metadata.name address`],
  ],
  [
    "annotations of the Service",
    cluster(),
    spec({ headServiceAnnotations: { a: "b" } }),
    ["+ spec.headServiceAnnotations.a address"],
  ],
  [
    "the first port of the head, instead of KubeRay's own",
    cluster(),
    withContainers(container("ray-head", { ports: [{ containerPort: 80 }] })),
    [`+ ${RAY}.ports[80/TCP] address`],
  ],
  [
    "one more port of the head",
    withContainers(container("ray-head", { ports: [{ containerPort: 80 }] })),
    withContainers(
      container("ray-head", { ports: [{ containerPort: 80 }, { containerPort: 81 }] }),
    ),
    [`+ ${RAY}.ports[81/TCP] new-pods-only`],
  ],
  [
    "a port less of the head",
    withContainers(
      container("ray-head", { ports: [{ containerPort: 80 }, { containerPort: 81 }] }),
    ),
    withContainers(container("ray-head", { ports: [{ containerPort: 80 }] })),
    [`- ${RAY}.ports[81/TCP] address`],
  ],
  [
    "an address of the host for a port of the head",
    withContainers(container("ray-head", { ports: [{ containerPort: 80 }] })),
    withContainers(
      container("ray-head", { ports: [{ containerPort: 80, hostIP: "10.0.0.1", hostPort: 80 }] }),
    ),
    [
      `+ ${RAY}.ports[80/TCP].hostIP new-pods-only`,
      `+ ${RAY}.ports[80/TCP].hostPort new-pods-only`,
    ],
  ],
  [
    "a port of another container",
    withContainers(container("ray-head"), container("sidecar", { ports: [{ containerPort: 80 }] })),
    withContainers(container("ray-head"), container("sidecar")),
    [`- ${HEAD}.template.spec.containers[sidecar].ports[80/TCP] new-pods-only`],
  ],
  [
    "an Ingress",
    cluster(),
    spec({ headGroupSpec: { enableIngress: true } }),
    [`+ ${HEAD}.enableIngress none`],
  ],
  ["the upgrade strategy", cluster(), cluster(recreate), ["+ spec.upgradeStrategy.type none"]],
  [
    "who manages it",
    spec({ managedBy: "ray.io/kuberay-operator" }),
    spec({ managedBy: "kueue.x-k8s.io/multikueue" }),
    ["~ spec.managedBy rejected"],
  ],
  ["an unheard-of field", cluster(), spec({ foo: 1 }), ["+ spec.foo none"]],
  ["an unheard-of field of a group", cluster(), workers({ foo: 1 }), [`+ ${GROUP}.foo none`]],
  ["an unheard-of field of the object", cluster(), cluster({ data: { a: 1 } }), ["+ data.a none"]],
  [
    "an image under Recreate",
    cluster(recreate),
    merge(withContainers(container("ray-head", { image: "b" })), recreate),
    [`~ ${RAY}.image recreate`],
  ],
  [
    "a new group under Recreate",
    cluster(recreate),
    spec({ ...recreate.spec, workerGroupSpecs: [group("workers"), group("b")] }),
    ["+ spec.workerGroupSpecs[b] recreate"],
  ],
  [
    "bounds under Recreate",
    cluster(recreate),
    workers({ maxReplicas: 5 }, recreate),
    [`~ ${GROUP}.maxReplicas none`],
  ],
  [
    "pods to delete under Recreate",
    cluster(recreate),
    workers({ scaleStrategy: { workersToDelete: ["pod-1"] } }, recreate),
    [`+ ${GROUP}.scaleStrategy.workersToDelete[pod-1] scale`],
  ],
  [
    "tolerations under Recreate",
    cluster(recreate),
    withHead({ tolerations: [{ operator: "Exists" }] }, recreate),
    [`+ ${HEAD}.template.spec.tolerations["*"] new-pods-only`],
  ],
  [
    "a label of the object under Recreate",
    cluster(recreate),
    cluster(merge(recreate, { metadata: { labels: { a: "b" } } })),
    ["+ metadata.labels.a none"],
  ],
  [
    "the kind of Service under Recreate",
    cluster(recreate),
    spec({ ...recreate.spec, headGroupSpec: { serviceType: "NodePort" } }),
    [`+ ${HEAD}.serviceType recreate`],
  ],
  [
    "an Ingress under Recreate",
    cluster(recreate),
    spec({ ...recreate.spec, headGroupSpec: { enableIngress: true } }),
    [`+ ${HEAD}.enableIngress recreate`],
  ],
];
