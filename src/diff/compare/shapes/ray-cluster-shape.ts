import type { PlainData } from "../../../diagnostics/plain-data.ts";
import { environment, environmentSources, portName, volumeMounts } from "./container-shape.ts";
import { podTemplate } from "./pod-shape.ts";
import type { ListShape, ObjectShape } from "./shape.ts";
import {
  anyMap,
  anyValue,
  field,
  implied,
  listOf,
  named,
  noise,
  object,
  presence,
  quantities,
  quantity,
  resources,
  setOf,
  stored,
  texts,
  unwritten,
} from "./shape-makers.ts";

/** KubeRay's finalizers and those of the API server come and go by themselves. */
const finalizers = setOf(
  (item) => (isOwnFinalizer(item) ? undefined : item),
  (item) => String(item),
);

const metadata = object({
  labels: field(anyMap),
  annotations: field(object({ "kubectl.kubernetes.io/last-applied-configuration": noise })),
  finalizers: field(finalizers),
  uid: noise,
  resourceVersion: noise,
  generation: noise,
  creationTimestamp: noise,
  deletionTimestamp: noise,
  deletionGracePeriodSeconds: noise,
  managedFields: noise,
  selfLink: noise,
});

/** What the head group and every worker group have. */
const groupFields = {
  rayStartParams: field(anyMap),
  labels: field(anyMap),
  resources: field(quantities),
  template: field(podTemplate),
};

const headService = object({
  metadata: field(
    object({ labels: field(anyMap), annotations: field(anyMap), creationTimestamp: noise }),
  ),
  spec: field(
    object({
      ports: field(listOf(portName("port"), object({ protocol: stored("TCP") }))),
      selector: field(anyMap),
    }),
  ),
  status: noise,
});

export const headGroup: ObjectShape = object({
  ...groupFields,
  serviceType: implied("ClusterIP"),
  enableIngress: implied(false),
  ingressOptions: field(anyValue),
  headService: field(headService),
  replicas: field(anyValue),
});

/** Defaults: the CRD's, from KubeRay 1.0 on. */
export const workerGroup: ObjectShape = object({
  ...groupFields,
  groupName: field(anyValue),
  replicas: stored(0),
  minReplicas: stored(0),
  maxReplicas: stored(2_147_483_647),
  numOfHosts: stored(1),
  priority: stored(0),
  suspend: implied(false),
  idleTimeoutSeconds: field(anyValue),
  scaleStrategy: field(object({ workersToDelete: field(texts) })),
});

export const workerGroups: ListShape = named("groupName", workerGroup);

/** `resources: {}` takes KubeRay's defaults away: common/pod.go, v1.7.0. */
export const autoscalerOptions: ObjectShape = object({
  resources: presence(resources),
  env: field(environment),
  envFrom: field(environmentSources),
  volumeMounts: field(volumeMounts),
  idleTimeoutSeconds: implied(60),
  upscalingMode: implied("Default"),
  image: field(anyValue),
  imagePullPolicy: field(anyValue),
  securityContext: field(anyValue),
  version: field(anyValue),
  command: field(anyValue),
  args: field(anyValue),
});

const faultTolerance = object({
  storage: field(object({ size: field(quantity), accessModes: field(texts) })),
});

const networkPolicy = object({ mode: stored("DenyAll"), workerGroups: field(named("groupName")) });

export const raySpec: ObjectShape = object({
  rayVersion: unwritten(""),
  enableInTreeAutoscaling: implied(false),
  autoscalerOptions: field(autoscalerOptions),
  headGroupSpec: field(headGroup),
  workerGroupSpecs: field(workerGroups),
  headServiceAnnotations: field(anyMap),
  suspend: implied(false),
  managedBy: implied("ray.io/kuberay-operator"),
  gcsFaultToleranceOptions: presence(faultTolerance),
  authOptions: field(object({ mode: unwritten(""), enableK8sTokenAuth: implied(false) })),
  upgradeStrategy: field(object({ type: implied("None") })),
  networkPolicy: presence(networkPolicy),
  tlsOptions: presence(anyValue),
  historyServerOptions: presence(anyValue),
});

/** A whole RayCluster, as KubeRay 1.7 knows it; older releases know fewer fields. */
export const rayCluster: ObjectShape = object({
  metadata: field(metadata),
  spec: field(raySpec),
  status: noise,
});

function isOwnFinalizer(item: PlainData): boolean {
  return (
    typeof item === "string" &&
    (item.startsWith("ray.io/") || item === "foregroundDeletion" || item === "orphan")
  );
}
