import type { PlainObject } from "../../src/diagnostics/plain-data.ts";

/** Something that the documents can say, and what must come of it. */
export interface Option {
  readonly name: string;
  readonly request?: PlainObject;
  readonly settings?: PlainObject;
  /** Merged into the config, the worker group, its node, the head and the autoscaler; an autoscaler makes the group scale. */
  readonly config?: PlainObject;
  readonly group?: PlainObject;
  readonly node?: PlainObject;
  readonly head?: PlainObject;
  readonly autoscaler?: PlainObject;
  /** The first KubeRay and the first Ray that have it. */
  readonly kuberay?: string;
  readonly ray?: string;
  /** Whether KubeRay refuses it where the version of Ray is missing. */
  readonly needsKnownRay?: true;
  /** The code of what older releases of KubeRay are refused with. Default release-required. */
  readonly code?: string;
  /** Options of one subject are not combined. */
  readonly subject?: string;
  /** Values by path below the cluster's spec, or below the object for `object:`; undefined where nothing stands there. */
  readonly expected: (run: Run) => Readonly<Record<string, unknown>>;
}

/** What an expectation depends on. */
export interface Run {
  readonly isFrom: (release: string) => boolean;
  readonly scales: boolean;
}

const HEAD = "headGroupSpec";
const WORKER = "workerGroupSpecs.0";
const POD = `${WORKER}.template.spec`;
const RAY = `${POD}.containers.0`;
const HEAD_POD = `${HEAD}.template.spec`;

const always = (values: Readonly<Record<string, unknown>>) => () => values;
const variable = (value: unknown) => ({ [`${RAY}.env.name=A`]: value });

/** A source of a variable, and what Kubernetes makes of it. */
function environmentOption(what: string, value: PlainObject | string, expected: object): Option {
  return {
    name: `env from ${what}`,
    subject: "env",
    request: { env: { A: value } },
    expected: always(variable({ name: "A", ...expected })),
  };
}

function volumeOption(what: string, volume: PlainObject, source: object, mount: object): Option {
  return {
    name: `a volume of ${what}`,
    subject: "volumes",
    request: { volumes: [{ mount_path: "/data", ...volume }] },
    expected: always({
      [`${POD}.volumes.name=data`]: { name: "data", ...source },
      [`${RAY}.volumeMounts.mountPath=/data`]: { name: "data", mountPath: "/data", ...mount },
    }),
  };
}

const pods: readonly Option[] = [
  environmentOption("a text", "b", { value: "b" }),
  environmentOption(
    "a Secret",
    { secret: "s", key: "k", optional: true },
    { valueFrom: { secretKeyRef: { name: "s", key: "k", optional: true } } },
  ),
  environmentOption(
    "a ConfigMap",
    { config_map: "c", key: "k" },
    { valueFrom: { configMapKeyRef: { name: "c", key: "k" } } },
  ),
  environmentOption(
    "a field",
    { field: "status.podIP" },
    { valueFrom: { fieldRef: { fieldPath: "status.podIP" } } },
  ),
  volumeOption(
    "a claim",
    { claim: "data", sub_path: "models", read_only: true },
    { persistentVolumeClaim: { claimName: "data" } },
    { subPath: "models", readOnly: true },
  ),
  volumeOption("a ConfigMap", { config_map: "data" }, { configMap: { name: "data" } }, {}),
  volumeOption("a Secret", { secret: "data" }, { secret: { secretName: "data" } }, {}),
  volumeOption(
    "memory",
    { empty_dir: { size_gb: 1, in_memory: true } },
    { emptyDir: { medium: "Memory", sizeLimit: "1Gi" } },
    {},
  ),
  {
    name: "requests below limits",
    subject: "cpu",
    node: { requests: { cpu: 1, memory_gb: 4 } },
    expected: always({
      [`${RAY}.resources.requests.cpu`]: "1",
      [`${RAY}.resources.requests.memory`]: "4Gi",
      [`${RAY}.resources.limits.cpu`]: "8",
      [`${RAY}.resources.limits.memory`]: "32Gi",
    }),
  },
  {
    name: "no CPU limit",
    subject: "cpu",
    node: { limits: { cpu: null } },
    expected: ({ isFrom, scales }) => ({
      [`${RAY}.resources.limits.cpu`]: undefined,
      ...(scales
        ? {}
        : { [`${WORKER}.rayStartParams.num-cpus`]: isFrom("1.3.0") ? undefined : "8" }),
    }),
  },
  {
    name: "local disk",
    node: { ephemeral_storage_gb: 10 },
    expected: always({ [`${RAY}.resources.requests.ephemeral-storage`]: "10Gi" }),
  },
  {
    name: "shared memory",
    node: { shm_gb: 2 },
    expected: always({
      [`${POD}.volumes.name=shm`]: {
        name: "shm",
        emptyDir: { medium: "Memory", sizeLimit: "2Gi" },
      },
    }),
  },
  {
    name: "an image and its pull policy",
    node: { image: "other:2", image_pull_policy: "Always" },
    expected: always({ [`${RAY}.image`]: "other:2", [`${RAY}.imagePullPolicy`]: "Always" }),
  },
  {
    name: "variables and volumes of a node",
    subject: "env",
    node: { env: { A: "node" }, volumes: [{ mount_path: "/own", claim: "own" }] },
    expected: always({
      ...variable({ name: "A", value: "node" }),
      [`${RAY}.volumeMounts.mountPath=/own`]: { name: "own", mountPath: "/own" },
    }),
  },
  {
    name: "no work on the head",
    head: { ray_cpus: 0 },
    expected: always({ [`${HEAD}.rayStartParams.num-cpus`]: "0" }),
  },
  {
    name: "custom resources",
    subject: "resources",
    node: { ray_resources: { b: 2, a: 1 } },
    expected: always({ [`${WORKER}.rayStartParams.resources`]: `'{"a": 1, "b": 2}'` }),
  },
  {
    name: "start parameters",
    node: { ray_start_params: { "object-store-memory": "1000000000" } },
    expected: always({ [`${WORKER}.rayStartParams.object-store-memory`]: "1000000000" }),
  },
  {
    name: "labels and annotations of pods",
    node: { labels: { a: "b" }, annotations: { c: "d" } },
    expected: always({
      [`${WORKER}.template.metadata.labels.a`]: "b",
      [`${WORKER}.template.metadata.annotations.c`]: "d",
    }),
  },
  {
    name: "a pod template of the request",
    settings: { ray: { request_pod_templates: true } },
    node: { pod_template: { spec: { terminationGracePeriodSeconds: 60 } } },
    expected: always({ [`${POD}.terminationGracePeriodSeconds`]: 60 }),
  },
];

const groups: readonly Option[] = [
  {
    name: "a group's name",
    group: { name: "gpu" },
    expected: always({ [`${WORKER}.groupName`]: "gpu" }),
  },
  {
    name: "hosts",
    subject: "hosts",
    group: { hosts: 2 },
    kuberay: "1.1.0",
    expected: always({ [`${WORKER}.numOfHosts`]: 2 }),
  },
  {
    name: "labels of Ray's nodes",
    group: { ray_labels: { zone: "a" } },
    expected: ({ isFrom }) => ({
      [`${WORKER}.labels`]: isFrom("1.5.0") ? { zone: "a" } : undefined,
      [`${WORKER}.rayStartParams.labels`]: isFrom("1.5.0") ? undefined : "zone=a",
    }),
  },
  {
    name: "a suspended group",
    subject: "scaling",
    group: { suspend: true },
    kuberay: "1.6.0",
    expected: always({ [`${WORKER}.suspend`]: true }),
  },
  {
    name: "a size to start with",
    subject: "scaling",
    autoscaler: { image_pull_policy: "Always" },
    group: { max_workers: 4, workers: 3 },
    expected: always({
      [`${WORKER}.replicas`]: 3,
      "autoscalerOptions.imagePullPolicy": "Always",
    }),
  },
  {
    name: "bounds without an autoscaler",
    subject: "scaling",
    config: { autoscaling: false },
    group: { max_workers: 4 },
    expected: always({
      enableInTreeAutoscaling: undefined,
      [`${WORKER}.replicas`]: 1,
      [`${WORKER}.maxReplicas`]: 4,
    }),
  },
  {
    name: "names of its own",
    subject: "volumes",
    node: { container_name: "llm", volumes: [{ name: "own", mount_path: "/own", claim: "own" }] },
    expected: always({
      [`${RAY}.name`]: "llm",
      [`${POD}.volumes.name=own`]: { name: "own", persistentVolumeClaim: { claimName: "own" } },
    }),
  },
  {
    name: "the autoscaler's first version",
    subject: "scaling",
    autoscaler: { version: "v1", upscaling_mode: "Conservative", idle_timeout_seconds: 90 },
    expected: always({
      enableInTreeAutoscaling: true,
      "autoscalerOptions.upscalingMode": "Conservative",
      "autoscalerOptions.idleTimeoutSeconds": 90,
    }),
  },
  {
    name: "the autoscaler's second version",
    subject: "scaling",
    autoscaler: { version: "v2", image: "scaler:1", env: { A: "b" } },
    kuberay: "1.1.0",
    ray: "2.10.0",
    expected: ({ isFrom }) => ({
      "autoscalerOptions.version": isFrom("1.4.0") ? "v2" : undefined,
      "autoscalerOptions.image": "scaler:1",
      "autoscalerOptions.env.name=A": { name: "A", value: "b" },
    }),
  },
  {
    name: "the patience of a group",
    subject: "scaling",
    autoscaler: { version: "v2" },
    group: { idle_timeout_seconds: 30 },
    kuberay: "1.3.0",
    ray: "2.10.0",
    expected: always({ [`${WORKER}.idleTimeoutSeconds`]: 30 }),
  },
  {
    name: "the priority of a group",
    subject: "scaling",
    autoscaler: { version: "v2" },
    group: { priority: 5 },
    kuberay: "1.7.0",
    ray: "2.56.0",
    needsKnownRay: true,
    expected: always({ [`${WORKER}.priority`]: 5 }),
  },
];

const clusters: readonly Option[] = [
  {
    name: "the head Service's type",
    request: { head_service: { type: "NodePort" } },
    subject: "head_service",
    expected: always({ [`${HEAD}.serviceType`]: "NodePort" }),
  },
  {
    name: "the head Service's name",
    request: { head_service: { name: "front" } },
    subject: "head_service",
    kuberay: "1.0.0",
    expected: always({ [`${HEAD}.headService.metadata.name`]: "front" }),
  },
  {
    name: "a cluster template",
    request: { cluster_template: { spec: { headGroupSpec: { enableIngress: true } } } },
    settings: { ray: { request_pod_templates: true } },
    expected: always({ [`${HEAD}.enableIngress`]: true }),
  },
  {
    name: "the head Service's annotations",
    subject: "head_service",
    request: { head_service: { annotations: { a: "b" } } },
    kuberay: "0.5.0",
    expected: always({ "headServiceAnnotations.a": "b" }),
  },
  {
    name: "the head Service's labels",
    subject: "head_service",
    request: { head_service: { labels: { a: "b" } } },
    kuberay: "0.5.2",
    expected: always({ [`${HEAD}.headService.metadata.labels.a`]: "b" }),
  },
  {
    name: "fault tolerance by Redis",
    subject: "gcs",
    request: {
      gcs_fault_tolerance: {
        backend: "redis",
        redis_address: "redis:6379",
        redis_password: { secret: "redis", key: "password" },
        external_storage_namespace: "train",
      },
    },
    expected: ({ isFrom }) => ({
      "gcsFaultToleranceOptions.redisAddress": isFrom("1.3.0") ? "redis:6379" : undefined,
      "object:metadata.annotations.ray~1io/ft-enabled": isFrom("1.3.0") ? undefined : "true",
    }),
  },
  {
    name: "a user of Redis",
    subject: "gcs",
    request: { gcs_fault_tolerance: { redis_address: "redis:6379", redis_username: "ray" } },
    kuberay: "1.3.0",
    ray: "2.41.0",
    expected: always({ "gcsFaultToleranceOptions.redisUsername": { value: "ray" } }),
  },
  {
    name: "fault tolerance on a volume",
    subject: "gcs",
    request: {
      gcs_fault_tolerance: {
        backend: "rocksdb",
        storage: {
          size_gb: 2,
          storage_class: "fast",
          access_modes: ["ReadWriteOnce"],
          sub_path: "gcs",
          deletion_policy: "Retain",
        },
      },
    },
    kuberay: "1.7.0",
    expected: always({ "gcsFaultToleranceOptions.storage.size": "2Gi" }),
  },
  {
    name: "fault tolerance on a claim",
    subject: "gcs",
    request: { gcs_fault_tolerance: { backend: "rocksdb", storage: { claim: "state" } } },
    kuberay: "1.7.0",
    expected: always({ "gcsFaultToleranceOptions.storage.claimName": "state" }),
  },
  {
    name: "tokens",
    subject: "auth",
    request: { auth: { mode: "token" } },
    kuberay: "1.5.1",
    ray: "2.52.0",
    needsKnownRay: true,
    expected: always({ "authOptions.mode": "token" }),
  },
  {
    name: "a token of one's own",
    subject: "auth",
    request: { auth: { mode: "token", secret: "token" } },
    kuberay: "1.6.0",
    ray: "2.52.0",
    needsKnownRay: true,
    expected: always({ "authOptions.secretName": "token" }),
  },
  {
    name: "Kubernetes' tokens",
    subject: "auth",
    request: { auth: { mode: "token", kubernetes_tokens: true } },
    kuberay: "1.6.0",
    ray: "2.55.0",
    needsKnownRay: true,
    expected: always({ "authOptions.enableK8sTokenAuth": true }),
  },
  {
    name: "an upgrade strategy",
    subject: "owner",
    request: { upgrade_strategy: "Recreate" },
    kuberay: "1.6.0",
    expected: always({ "upgradeStrategy.type": "Recreate" }),
  },
  {
    name: "a suspended cluster",
    subject: "owner",
    request: { suspend: true },
    kuberay: "1.1.0",
    expected: always({ suspend: true }),
  },
  {
    name: "a manager",
    subject: "owner",
    request: { managed_by: "ray.io/kuberay-operator" },
    kuberay: "1.3.0",
    expected: always({ managedBy: "ray.io/kuberay-operator" }),
  },
  {
    name: "a network policy",
    request: {
      network_policy: {
        mode: "DenyAll",
        head: { ingress_rules: [{ from: [{ podSelector: {} }] }] },
        worker: { egress_rules: [{ to: [{ ipBlock: { cidr: "10.0.0.0/8" } }] }] },
      },
    },
    kuberay: "1.7.0",
    expected: always({ "networkPolicy.mode": "DenyAll" }),
  },
  {
    name: "encryption",
    request: { tls: { enabled: true } },
    kuberay: "1.7.0",
    expected: always({ "tlsOptions.enabled": true }),
  },
  {
    name: "labels and annotations of the cluster",
    request: {
      namespace: "team",
      labels: { "ray.io/priority-class-name": "high" },
      annotations: { "example.com/owner": "a" },
      forward_logs: false,
      activation_timeout_seconds: 60,
    },
    expected: always({
      "object:metadata.namespace": "team",
      "object:metadata.labels.ray~1io/priority-class-name": "high",
      "object:metadata.annotations.example~1com/owner": "a",
    }),
  },
  {
    name: "a job",
    subject: "owner",
    request: { job: { entrypoint: "python train.py", shutdown_after_finish: true } },
    expected: always({ "object:kind": "RayJob", "object:spec.entrypoint": "python train.py" }),
  },
  {
    name: "a schedule",
    subject: "owner",
    request: {
      job: { entrypoint: "python train.py", shutdown_after_finish: true, schedule: "0 1 * * *" },
    },
    kuberay: "1.6.0",
    expected: always({ "object:kind": "RayCronJob" }),
  },
  {
    name: "a service",
    subject: "owner",
    request: { service: { serve_config: "applications: [{name: a, import_path: app:app}]" } },
    kuberay: "0.6.0",
    expected: always({ "object:kind": "RayService" }),
  },
];

const deployments: readonly Option[] = [
  {
    name: "no conventions",
    settings: {
      ray: {
        conventions: {
          log_volume: false,
          log_to_stderr: false,
          stop_before_exit: false,
          name_head_ports: false,
          pin_autoscaler: false,
        },
      },
    },
    subject: "env",
    expected: always({
      [`${HEAD_POD}.volumes.name=ray-logs`]: undefined,
      [`${HEAD_POD}.containers.0.env.name=RAY_LOG_TO_STDERR`]: undefined,
      [`${HEAD_POD}.containers.0.lifecycle`]: undefined,
      [`${HEAD_POD}.containers.0.ports`]: undefined,
    }),
  },
  {
    name: "pod templates of the settings",
    settings: {
      ray: {
        pod_template: {
          spec: { priorityClassName: "all", hostAliases: [{ ip: "10.0.0.1", hostnames: ["a"] }] },
        },
        head_pod_template: { spec: { priorityClassName: "head" } },
        worker_pod_template: { spec: { securityContext: { fsGroup: 100 } } },
      },
    },
    expected: always({
      [`${HEAD_POD}.priorityClassName`]: "head",
      [`${POD}.priorityClassName`]: "all",
      [`${POD}.securityContext`]: { fsGroup: 100 },
    }),
  },
  {
    name: "capacities and limits that are wide enough",
    settings: {
      ray: {
        node_capacity: { cpu: 64, memory_gb: 256, gpu_count: 8 },
        gpu_node_capacity: { cpu: 64, memory_gb: 256, gpu_count: 8 },
        non_gpu_node_capacity: { cpu: 64, memory_gb: 256 },
        limits: { nodes: 100, cpu: 1000, memory_gb: 10_000, gpus: 100 },
      },
    },
    expected: always({}),
  },
];

const device = (resource: string | undefined, more: PlainObject = {}) => ({
  ray: { accelerators: { a: { ...(resource === undefined ? {} : { resource }), ...more } } },
});
const asking = { accelerator: "a", accelerator_count: 4 };

const accelerators: readonly Option[] = [
  {
    name: "GPUs by the deployment's key",
    subject: "devices",
    settings: { ray: { supports_gpus: true, gpu_resource_request_key: "nvidia.com/gpu" } },
    node: { gpu_count: 2 },
    expected: always({
      [`${RAY}.resources.limits.nvidia~1com/gpu`]: "2",
      [`${WORKER}.rayStartParams.num-gpus`]: undefined,
      [`${HEAD}.rayStartParams.num-gpus`]: "0",
    }),
  },
  {
    name: "an accelerator in full",
    subject: "devices",
    settings: device("nvidia.com/gpu", {
      counts: [1, 4],
      extra_resources: { "vpc.amazonaws.com/efa": 1 },
      node_selector: { pool: "gpu" },
      tolerations: [{ key: "nvidia.com/gpu", operator: "Exists" }],
      labels: { card: "a" },
      annotations: { card: "b" },
      runtime_class: "nvidia",
      node_capacity: { cpu: 64, memory_gb: 256, gpu_count: 8 },
      pod_template: { spec: { schedulingGates: null, hostNetwork: false } },
    }),
    node: asking,
    expected: always({
      [`${RAY}.resources.limits.nvidia~1com/gpu`]: "4",
      [`${RAY}.resources.limits.vpc~1amazonaws~1com/efa`]: "1",
      [`${POD}.nodeSelector.pool`]: "gpu",
      [`${POD}.runtimeClassName`]: "nvidia",
      [`${POD}.hostNetwork`]: false,
      [`${WORKER}.template.metadata.labels.card`]: "a",
      [`${WORKER}.rayStartParams.num-gpus`]: undefined,
    }),
  },
  {
    name: "MIG slices",
    subject: "devices",
    settings: device("nvidia.com/mig-1g.5gb"),
    node: { accelerator: "a" },
    expected: ({ isFrom, scales }) => ({
      [`${WORKER}.rayStartParams.num-gpus`]: isFrom("1.4.0") && !scales ? undefined : "1",
    }),
  },
  {
    name: "Neuron devices",
    subject: "devices resources",
    settings: device("aws.amazon.com/neuron", {
      ray_resource: { name: "neuron_cores", per_device: 2 },
    }),
    node: asking,
    expected: always({ [`${WORKER}.rayStartParams.resources`]: `'{"neuron_cores": 8}'` }),
  },
  {
    name: "a slice of TPUs",
    subject: "devices resources hosts",
    settings: device("google.com/tpu", {
      hosts: 4,
      node_selector: {
        "cloud.google.com/gke-tpu-accelerator": "tpu-v6e-slice",
        "cloud.google.com/gke-tpu-topology": "4x4",
      },
    }),
    node: asking,
    kuberay: "1.1.0",
    expected: ({ isFrom }) => ({
      [`${WORKER}.numOfHosts`]: 4,
      [`${WORKER}.rayStartParams.resources`]: isFrom("1.3.0") ? undefined : `'{"TPU": 4}'`,
    }),
  },
  {
    name: "part of a GPU by an annotation",
    subject: "devices",
    request: { labels: { "kai.scheduler/queue": "team-a" } },
    settings: device(undefined, { ray_resource: "GPU", annotations: { "gpu-fraction": "0.5" } }),
    node: { accelerator: "a" },
    expected: always({
      [`${WORKER}.rayStartParams.num-gpus`]: "1",
      [`${WORKER}.template.metadata.annotations.gpu-fraction`]: "0.5",
    }),
  },
  {
    name: "devices by claim",
    subject: "devices",
    settings: device(undefined, {
      ray_resource: "GPU",
      pod_template: {
        spec: {
          resourceClaims: [{ name: "gpu", resourceClaimTemplateName: "gpu" }],
          containers: [{ name: "ray-worker", resources: { claims: [{ name: "gpu" }] } }],
        },
      },
    }),
    node: { accelerator: "a" },
    kuberay: "1.3.1",
    code: "api-field-not-in-release",
    expected: always({
      [`${WORKER}.rayStartParams.num-gpus`]: "1",
      [`${RAY}.resources.claims`]: [{ name: "gpu" }],
    }),
  },
];

export const options: readonly Option[] = [
  ...pods,
  ...groups,
  ...clusters,
  ...deployments,
  ...accelerators,
];
