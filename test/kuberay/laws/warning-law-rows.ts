import type { PlainObject } from "../../../src/diagnostics/plain-data.ts";
import { cluster, container, group, merge, withContainers } from "../../diff/manifests.ts";
import type { LawRow } from "./law-row.ts";
import { cron, job, service, spec, withSpec, workers } from "./manifests.ts";

const HEAD = "spec.headGroupSpec";
const GROUP = "spec.workerGroupSpecs[0]";
const SELECTED = { "ray.io/cluster": "shared" };
const scaling = { spec: { enableInTreeAutoscaling: true } };
const sidecar = container("log-shipper", { image: "fluent/fluent-bit:3" });
const queued = (changes: PlainObject = {}) =>
  merge(changes, { metadata: { labels: { "kueue.x-k8s.io/queue-name": "team-a" } } });
const GANG = "ray.io/gang-scheduling-enabled";
const YUNIKORN = "yunikorn.apache.org/app-id";
const labels = (own: PlainObject) => ({ metadata: { labels: own } });
const TIER = "volcano.sh/network-topology-highest-tier-allowed";
const label = (key: string) => `metadata.labels["${key}"]`;
const labelled = (labels: PlainObject, base: PlainObject = cluster()) =>
  merge(base, { metadata: { labels } });
const groups = (number: number) =>
  Array.from({ length: number }, (_, index) => group(`group-${index}`));
const devices = (limits: PlainObject, name: string) =>
  workers({
    template: {
      spec: {
        containers: [
          container("ray-worker", { resources: { limits }, env: [{ name, value: "0" }] }),
        ],
      },
    },
  });
const DEVICE = "warning spec.workerGroupSpecs[0].template.spec.containers[0].env[0].name";
const elastic = { metadata: { annotations: { "kueue.x-k8s.io/elastic-job": "true" } } };
const multikueue = { spec: { managedBy: "kueue.x-k8s.io/multikueue" } };
const KAI_QUEUE = "kai.scheduler/queue";
const shared = (metadata: PlainObject) => workers({ template: { metadata } });
const limited = (limits: PlainObject, changes: PlainObject = {}) =>
  workers({
    template: { spec: { containers: [container("ray-worker", { resources: { limits } })] } },
    ...changes,
  });
const withHeadPort = (port: string) => withSpec({ headGroupSpec: { rayStartParams: { port } } });
const headGroup = (headGroupSpec: PlainObject): PlainObject => ({ spec: { headGroupSpec } });
const withServiceType = (serviceType: string) => merge(cluster(), headGroup({ serviceType }));
const withHeadService = (headService: PlainObject) => merge(cluster(), headGroup({ headService }));
const named = (name: string, base = cluster()) => merge(base, { metadata: { name } });
const NAME = "warning metadata.name";
const listed = (ports: readonly number[]) =>
  withContainers(
    container("ray-head", { ports: ports.map((containerPort) => ({ containerPort })) }),
  );
const PORTS = `warning ${HEAD}.template.spec.containers[0].ports`;
const STARTED = "headGroupSpec.rayStartParams";
const DASHBOARD = `${STARTED}["include-dashboard"]`;
const started = (rayStartParams: PlainObject, changes: PlainObject = {}) =>
  spec({
    headGroupSpec: {
      rayStartParams,
      template: { spec: { containers: [container("ray-head", changes)] } },
    },
  });
const withoutDashboard = (value: string) => started({ "include-dashboard": value });
const unlimited = (changes: PlainObject) =>
  workers({ template: { spec: { containers: [{ name: "ray" }] } }, ...changes });
const requested = (rayVersion: string) =>
  merge(
    workers({
      template: { spec: { containers: [{ name: "ray", resources: { requests: { cpu: "1" } } }] } },
    }),
    merge(scaling, { spec: { rayVersion } }),
  );
const CPUS = `warning ${GROUP}.template.spec.containers[0].resources.limits`;
const IMAGE = `warning ${HEAD}.template.spec.containers[0].image`;
const tagged = (rayVersion: string, tag: string, changes: PlainObject = {}) =>
  merge(withContainers(container("ray-head", { image: `rayproject/ray:${tag}`, ...changes })), {
    spec: { rayVersion },
  });
const allowing = (ipBlock: PlainObject) =>
  withSpec({
    networkPolicy: { workerGroups: [{ groupName: "gpu", egressRules: [{ to: [{ ipBlock }] }] }] },
  });
const BLOCK = "spec.networkPolicy.workerGroups[0].egressRules[0].to[0].ipBlock";
const agent = (port: string, changes: PlainObject = {}) =>
  merge(
    withContainers(container("ray-head", changes)),
    headGroup({ rayStartParams: { "dashboard-agent-listen-port": port } }),
  );
const AGENT = `warning ${HEAD}.rayStartParams["dashboard-agent-listen-port"]`;
const counts = (rayStartParams: PlainObject) => workers({ rayStartParams });
const resources = (text: string, limits: PlainObject, others: PlainObject = {}) =>
  limited(limits, { rayStartParams: { resources: text, ...others } });
const RESOURCES = `warning ${GROUP}.rayStartParams.resources`;
const documented = '"{\\"Custom1\\": 1}"';
const quoted = "'{\"Custom1\": 1}'";
const tpu = (numOfHosts: number | null, selector: PlainObject, chips = "4") =>
  workers({
    numOfHosts,
    template: {
      spec: {
        nodeSelector: selector,
        containers: [
          container("ray-worker", { resources: { limits: { "google.com/tpu": chips } } }),
        ],
      },
    },
  });
const slice = (topology: string) => ({
  "cloud.google.com/gke-tpu-accelerator": "tpu-v4-podslice",
  "cloud.google.com/gke-tpu-topology": topology,
});
const withRules = (...conditions: readonly PlainObject[]) =>
  job({
    shutdownAfterJobFinishes: null,
    deletionStrategy: {
      deletionRules: conditions.map((condition) => ({ policy: "DeleteCluster", condition })),
    },
  });

export const warningLawRows: readonly LawRow[] = [
  [
    "ray-container-first",
    withContainers(sidecar, container("ray-head")),
    {
      "0.4.0": [`warning ${HEAD}.template.spec.containers[0]`],
      "1.7.0": [`warning ${HEAD}.template.spec.containers[0]`],
    },
  ],
  ["ray-container-first", withContainers(container("ray-head"), sidecar), { "1.7.0": [] }],
  ["ray-container-first", withContainers(sidecar, container("other")), { "1.7.0": [] }],
  [
    "ray-container-first",
    workers({
      template: {
        spec: { containers: [sidecar, container("main", { image: "rayproject/ray:2.52.0" })] },
      },
    }),
    { "1.7.0": [`warning ${GROUP}.template.spec.containers[0]`] },
  ],
  [
    "ray-container-first",
    withContainers(
      container("main", { image: "reg:5000/rayproject/ray-ml@sha256:ab" }),
      container("ray-head"),
    ),
    { "1.7.0": [] },
  ],
  [
    "ray-container-first",
    withContainers(sidecar, container("main", { ports: [{ name: "gcs-server" }] })),
    { "1.7.0": [`warning ${HEAD}.template.spec.containers[0]`] },
  ],

  ...["gcs", "dashboard", "other"].map(
    (port): LawRow => [
      "ray-container-first",
      withContainers(sidecar, container("main", { ports: [{ name: port }] })),
      { "1.7.0": port === "other" ? [] : [`warning ${HEAD}.template.spec.containers[0]`] },
    ],
  ),

  [
    "duplicate-group",
    withSpec({ workerGroupSpecs: [group("a"), group("b"), group("a")] }),
    {
      "0.4.0": ["warning spec.workerGroupSpecs[2].groupName"],
      "1.7.0": ["warning spec.workerGroupSpecs[2].groupName"],
    },
  ],
  ["duplicate-group", withSpec({ workerGroupSpecs: [group("a"), group("b")] }), { "1.7.0": [] }],

  [
    "reserved-group-name",
    withSpec({ workerGroupSpecs: [group("headgroup")] }),
    { "0.4.0": [`warning ${GROUP}.groupName`], "1.7.0": [`warning ${GROUP}.groupName`] },
  ],
  ["reserved-group-name", withSpec({ workerGroupSpecs: [group("head")] }), { "1.7.0": [] }],

  [
    "no-hosts",
    workers({ numOfHosts: 0 }),
    { "1.3.2": [], "1.4.0": [`warning ${GROUP}.numOfHosts`] },
  ],
  ["no-hosts", workers({ numOfHosts: 1 }), { "1.4.0": [] }],

  [
    "managed-elsewhere",
    withSpec({ managedBy: "kueue.x-k8s.io/multikueue" }),
    { "1.2.2": [], "1.3.0": ["warning spec.managedBy"] },
  ],
  ["managed-elsewhere", withSpec({ managedBy: "ray.io/kuberay-operator" }), { "1.3.0": [] }],
  ["managed-elsewhere", job({ managedBy: "a" }), { "1.3.0": ["warning spec.managedBy"] }],
  [
    "managed-elsewhere",
    service({ managedBy: "a" }),
    { "1.5.2": [], "1.6.0": ["warning spec.managedBy"] },
  ],
  [
    "managed-elsewhere",
    job({ rayClusterSpec: spec({ managedBy: "a" }) }),
    { "1.2.2": [], "1.3.0": ["error spec.rayClusterSpec.managedBy"] },
  ],
  [
    "managed-elsewhere",
    job({ rayClusterSpec: spec({ managedBy: "ray.io/kuberay-operator" }) }),
    { "1.3.0": [] },
  ],

  [
    "resources-parameter",
    resources(documented, { "nvidia.com/gpu": 1 }),
    { "1.2.2": [], "1.3.0": [RESOURCES] },
  ],
  [
    "resources-parameter",
    resources(documented, { "nvidia.com/mig-1g.5gb": 1 }),
    { "1.3.2": [], "1.4.0": [RESOURCES] },
  ],
  [
    "resources-parameter",
    resources(documented, { "nvidia.com/gpu": 1 }, { "num-gpus": "1" }),
    { "1.7.0": [] },
  ],
  ["resources-parameter", resources(documented, { "nvidia.com/gpu": "0" }), { "1.7.0": [] }],
  ["resources-parameter", resources(documented, { cpu: "1" }), { "1.7.0": [] }],
  ["resources-parameter", resources(documented, { "google.com/tpu": 4 }), { "1.3.0": [RESOURCES] }],
  ["resources-parameter", resources('"{\\"TPU\\": 4}"', { "google.com/tpu": 4 }), { "1.3.0": [] }],
  [
    "resources-parameter",
    resources(documented, { "aws.amazon.com/neuroncore": 4 }),
    { "1.3.0": [RESOURCES] },
  ],
  ["resources-parameter", resources(quoted, { "nvidia.com/gpu": 1 }), { "1.3.0": [] }],
  ["resources-parameter", resources('{"Custom1": 1}', { "nvidia.com/gpu": 1 }), { "1.3.0": [] }],
  ["resources-parameter", resources("'[1]'", { "nvidia.com/gpu": 1 }), { "1.3.0": [RESOURCES] }],
  [
    "resources-parameter",
    resources(`'{"a": "1"}'`, { "nvidia.com/gpu": 1 }),
    { "1.3.0": [RESOURCES] },
  ],

  [
    "idle-field",
    service({
      serveService: { metadata: { name: "a" } },
      upgradeStrategy: { type: "NewClusterWithIncrementalUpgrade" },
    }),
    {
      "1.4.2": [],
      "1.5.0": [],
      "1.5.0 RayServiceIncrementalUpgrade=true": ["warning spec.serveService"],
      "1.7.0": ["warning spec.serveService"],
      "1.7.0 RayServiceIncrementalUpgrade=false": [],
    },
  ],
  ["idle-field", service({ serveService: { metadata: { name: "a" } } }), { "1.7.0": [] }],
  [
    "idle-field",
    withSpec({ headGroupSpec: { ingressOptions: {} } }),
    { "1.7.0": [`warning ${HEAD}.ingressOptions`] },
  ],
  [
    "idle-field",
    withSpec({ headGroupSpec: { ingressOptions: {}, enableIngress: true } }),
    { "1.7.0": [] },
  ],
  [
    "idle-field",
    withSpec({ autoscalerOptions: {} }),
    { "0.4.0": ["warning spec.autoscalerOptions"] },
  ],
  ["idle-field", withSpec({ autoscalerOptions: {} }, scaling), { "1.7.0": [] }],
  [
    "idle-field",
    workers({ idleTimeoutSeconds: 5 }),
    { "1.5.2": [`warning ${GROUP}.idleTimeoutSeconds`] },
  ],
  ["idle-field", workers({ idleTimeoutSeconds: 5 }, scaling), { "1.5.2": [] }],
  [
    "idle-field",
    withSpec({ autoscalerOptions: { version: "v1" } }, scaling),
    {
      "1.3.2": [],
      "1.4.0": ["warning spec.autoscalerOptions.version"],
      "1.6.2": ["warning spec.autoscalerOptions.version"],
      "1.7.0": [],
    },
  ],
  ["idle-field", withSpec({ autoscalerOptions: { version: "v2" } }, scaling), { "1.4.0": [] }],
  [
    "idle-field",
    cluster({ metadata: { labels: { "ray.io/scheduler-name": "volcano" } } }),
    { "1.2.1": [], "1.2.2": ['warning metadata.labels["ray.io/scheduler-name"]'] },
  ],
  [
    "idle-field",
    cluster({ metadata: { annotations: { "ray.io/overwrite-container-cmd": "true" } } }),
    { "1.0.0": ['warning metadata.annotations["ray.io/overwrite-container-cmd"]'], "1.1.0": [] },
  ],
  [
    "idle-field",
    service({}, { metadata: { annotations: { "ray.io/enableAgentService": "true" } } }),
    { "1.0.0": [], "1.1.0": ['warning metadata.annotations["ray.io/enableAgentService"]'] },
  ],
  [
    "idle-field",
    cron({}, { metadata: { labels: { "ray.io/scheduler-name": "volcano" } } }),
    { "1.7.0": [] },
  ],
  [
    "idle-field",
    service({ serviceUnhealthySecondThreshold: 1, deploymentUnhealthySecondThreshold: 1 }),
    {
      "1.0.0": [],
      "1.1.0": [
        "warning spec.serviceUnhealthySecondThreshold",
        "warning spec.deploymentUnhealthySecondThreshold",
      ],
    },
  ],
  [
    "idle-field",
    job({ clusterSelector: SELECTED }),
    { "1.0.0": [], "1.1.0": ["warning spec.rayClusterSpec"] },
  ],
  ["idle-field", job({ clusterSelector: SELECTED, rayClusterSpec: null }), { "1.7.0": [] }],
  ["idle-field", job({ clusterSelector: {} }), { "1.7.0": [] }],
  [
    "idle-field",
    job({ clusterSelector: SELECTED, metadata: { team: "vision" } }),
    { "1.6.2": [], "1.7.0": ["warning spec.rayClusterSpec"] },
  ],
  [
    "idle-field",
    cron({ jobTemplate: { clusterSelector: SELECTED } }),
    { "1.7.0": ["warning spec.jobTemplate.rayClusterSpec"] },
  ],
  [
    "idle-field",
    service({ upgradeStrategy: { type: "NewCluster", clusterUpgradeOptions: {} } }),
    { "1.5.0": ["warning spec.upgradeStrategy.clusterUpgradeOptions"] },
  ],
  [
    "idle-field",
    service({
      upgradeStrategy: { type: "NewClusterWithIncrementalUpgrade", clusterUpgradeOptions: {} },
    }),
    { "1.5.0": [] },
  ],

  [
    "kueue",
    queued(cluster(scaling)),
    { "1.0.0": [], "1.1.0": ["warning spec.enableInTreeAutoscaling"] },
  ],
  ["kueue", queued(merge(cluster(scaling), elastic)), { "1.7.0": [] }],
  [
    "kueue",
    queued(merge(merge(cluster(scaling), elastic), multikueue)),
    { "1.7.0": ["warning spec.managedBy"] },
  ],
  ["kueue", queued(merge(merge(cluster(), elastic), multikueue)), { "1.7.0": [] }],
  ["kueue", merge(merge(cluster(scaling), elastic), multikueue), { "1.7.0": [] }],
  [
    "kueue",
    queued(merge(cluster(scaling), multikueue)),
    { "1.7.0": ["warning spec.enableInTreeAutoscaling"] },
  ],
  ["kueue", queued(cluster()), { "1.7.0": [] }],
  [
    "kueue",
    labelled({ "kueue.x-k8s.io/queue-name": "Team_A" }),
    { "1.0.0": [], "1.1.0": [`warning ${label("kueue.x-k8s.io/queue-name")}`] },
  ],
  ["kueue", labelled({ "kueue.x-k8s.io/queue-name": "team.a-1" }), { "1.7.0": [] }],
  [
    "kueue",
    queued(labelled({ "volcano.sh/queue-name": "a", "yunikorn.apache.org/queue": "root.a" })),
    {
      "1.7.0": [
        `warning ${label("volcano.sh/queue-name")}`,
        `warning ${label("yunikorn.apache.org/queue")}`,
      ],
    },
  ],
  ["kueue", labelled({ "volcano.sh/queue-name": "a" }), { "1.7.0": [] }],
  ["kueue", cluster(scaling), { "1.7.0": [] }],
  [
    "kueue",
    queued(withSpec({ workerGroupSpecs: [group("head")] })),
    { "1.7.0": [`warning ${GROUP}.groupName`] },
  ],
  ["kueue", queued(withSpec({ suspend: false })), { "1.7.0": ["warning spec.suspend"] }],
  ["kueue", queued(job()), { "1.7.0": [] }],
  [
    "kueue",
    queued(job({ shutdownAfterJobFinishes: false })),
    { "1.7.0": ["warning spec.shutdownAfterJobFinishes"] },
  ],
  [
    "kueue",
    queued(job({ clusterSelector: { "ray.io/cluster": "a" } })),
    { "1.7.0": ["warning spec.clusterSelector"] },
  ],
  ["kueue", queued(withSpec({ workerGroupSpecs: groups(7) })), { "1.7.0": [] }],
  [
    "kueue",
    queued(withSpec({ workerGroupSpecs: groups(8) })),
    { "1.7.0": ["warning spec.workerGroupSpecs"] },
  ],

  [
    "scheduling-labels",
    labelled({
      "yunikorn.apache.org/application-id": "a",
      "yunikorn.apache.org/queue-name": "b",
    }),
    {
      "1.2.1": [],
      "1.2.2": [
        `warning ${label("yunikorn.apache.org/application-id")}`,
        `warning ${label("yunikorn.apache.org/queue-name")}`,
      ],
    },
  ],
  // idle-field says it of this one.
  ["scheduling-labels", labelled({ "ray.io/scheduler-name": "volcano" }), { "1.7.0": [] }],
  ["scheduling-labels", labelled({ [GANG]: "true" }), { "1.7.0": [] }],
  [
    "scheduling-labels",
    labelled({ [GANG]: "false" }),
    { "1.2.1": [], "1.2.2": [`warning ${label(GANG)}`] },
  ],
  [
    "scheduling-labels",
    labelled({ [GANG]: "true" }, cluster(scaling)),
    { "1.3.2": [], "1.4.0": [`warning ${label(GANG)}`] },
  ],
  [
    "scheduling-labels",
    labelled({ [GANG]: "true", [YUNIKORN]: "a" }, cluster(scaling)),
    { "1.7.0": [] },
  ],
  [
    "scheduling-labels",
    labelled({ [GANG]: "true", [YUNIKORN]: "a" }, workers({ replicas: 3, minReplicas: 2 })),
    { "1.7.0": [`warning ${GROUP}.minReplicas`] },
  ],
  [
    "scheduling-labels",
    labelled({ [GANG]: "true", [YUNIKORN]: "a" }, workers({ replicas: 2, minReplicas: 2 })),
    { "1.7.0": [] },
  ],
  [
    "scheduling-labels",
    labelled({ "yunikorn.apache.org/queue": "root.ml" }),
    { "1.7.0": [`warning ${label("yunikorn.apache.org/queue")}`] },
  ],
  ...["gpu-fraction", "gpu-memory"].map(
    (key): LawRow => [
      "scheduling-labels",
      shared({ annotations: { [key]: "0.5" } }),
      { "1.2.1": [], "1.2.2": [`warning ${label(KAI_QUEUE)}`] },
    ],
  ),
  [
    "scheduling-labels",
    workers({ template: { spec: { schedulerName: "kai-scheduler" } } }),
    { "1.7.0": [`warning ${label(KAI_QUEUE)}`] },
  ],
  [
    "scheduling-labels",
    workers({ template: { spec: { schedulerName: "volcano" } } }),
    { "1.7.0": [] },
  ],
  [
    "scheduling-labels",
    labelled({ [KAI_QUEUE]: "team-a" }, shared({ annotations: { "gpu-fraction": "0.5" } })),
    { "1.7.0": [] },
  ],
  [
    "scheduling-labels",
    shared({ annotations: { "gpu-fraction": "0.5" }, labels: { [KAI_QUEUE]: "team-a" } }),
    { "1.7.0": [] },
  ],
  ["scheduling-labels", labelled({ [TIER]: "2" }), { "1.7.0": [] }],
  [
    "scheduling-labels",
    labelled({ [TIER]: "2.5" }),
    { "1.4.2": [], "1.5.0": [`warning ${label(TIER)}`] },
  ],

  [
    "device-environment",
    devices({ "nvidia.com/gpu": 1 }, "CUDA_VISIBLE_DEVICES"),
    { "1.7.0": [DEVICE] },
  ],
  ["device-environment", devices({ "nvidia.com/gpu": 0 }, "CUDA_VISIBLE_DEVICES"), { "1.7.0": [] }],
  ["device-environment", devices({}, "NVIDIA_VISIBLE_DEVICES"), { "1.7.0": [] }],
  [
    "device-environment",
    devices({ "habana.ai/gaudi": 1 }, "HABANA_VISIBLE_MODULES"),
    { "1.7.0": [DEVICE] },
  ],
  ["device-environment", devices({}, "ROCR_VISIBLE_DEVICES"), { "0.4.0": [DEVICE] }],
  ["device-environment", devices({ "google.com/tpu": 4 }, "TPU_WORKER_ID"), { "1.7.0": [DEVICE] }],
  ["device-environment", devices({ "nvidia.com/gpu": 4 }, "TPU_WORKER_ID"), { "1.7.0": [] }],
  ["device-environment", devices({ "nvidia.com/gpu": 4 }, "constructor"), { "1.7.0": [] }],

  [
    "job-metadata",
    job({ metadata: { a: "b" }, rayClusterSpec: spec({ rayVersion: "2.5.0" }) }),
    {
      "0.5.2": [],
      "0.6.0": ["warning spec.metadata"],
      "1.6.2": ["warning spec.metadata"],
      "1.7.0": [],
    },
  ],
  [
    "job-metadata",
    job({ metadata: { a: "b" }, rayClusterSpec: spec({ rayVersion: "2.6.0" }) }),
    { "1.6.2": [] },
  ],
  [
    "job-metadata",
    job({ metadata: { a: "b" }, rayClusterSpec: spec({ rayVersion: "" }) }),
    { "1.6.2": ["warning spec.metadata"] },
  ],
  [
    "job-metadata",
    job({ metadata: {}, rayClusterSpec: spec({ rayVersion: "" }) }),
    { "1.6.2": [] },
  ],

  [
    "lingering-cluster",
    job({ shutdownAfterJobFinishes: false }),
    { "0.4.0": ["warning spec.shutdownAfterJobFinishes"] },
  ],
  [
    "lingering-cluster",
    job({
      shutdownAfterJobFinishes: null,
      rayClusterSpec: null,
      clusterSelector: { "ray.io/cluster": "a" },
    }),
    { "1.7.0": [] },
  ],
  [
    "lingering-cluster",
    job({ shutdownAfterJobFinishes: false, rayClusterSpec: null }),
    { "0.4.0": [], "1.7.0": [] },
  ],
  [
    "lingering-cluster",
    withRules({ jobStatus: "FAILED" }),
    { "1.5.2": [], "1.6.0": ["warning spec.deletionStrategy.deletionRules"] },
  ],
  [
    "lingering-cluster",
    withRules({ jobStatus: "FAILED" }, { jobDeploymentStatus: "Failed" }),
    { "1.6.0": [] },
  ],
  [
    "lingering-cluster",
    job({
      clusterSelector: { "ray.io/cluster": "a" },
      deletionStrategy: {
        deletionRules: [{ policy: "DeleteSelf", condition: { jobDeploymentStatus: "Failed" } }],
      },
    }),
    { "1.4.2": [], "1.5.0": ["warning spec.deletionStrategy.deletionRules[0]"] },
  ],
  [
    "lingering-cluster",
    job({ deletionStrategy: { onSuccess: {}, onFailure: {} } }),
    {
      "1.4.2": [],
      "1.5.0": [
        "warning spec.deletionStrategy.onSuccess",
        "warning spec.deletionStrategy.onFailure",
      ],
    },
  ],
  [
    "lingering-cluster",
    cron({ jobTemplate: { deletionStrategy: null, shutdownAfterJobFinishes: true } }),
    { "1.6.0": ["warning spec.jobTemplate.deletionStrategy"] },
  ],

  ["resources-quoting", resources(quoted, {}), { "0.4.0": [], "1.7.0": [] }],
  ["resources-quoting", resources(documented, {}), { "1.7.0": [] }],
  [
    "resources-quoting",
    resources('{"Custom1": 1}', {}),
    { "0.4.0": [RESOURCES], "1.7.0": [RESOURCES] },
  ],
  ["resources-quoting", resources("Custom1: 1", {}), { "1.7.0": [RESOURCES] }],
  ["resources-quoting", resources('x{"Custom1": 1}x', {}), { "1.7.0": [RESOURCES] }],
  ["resources-quoting", resources("", {}), { "1.7.0": [] }],
  ["resources-quoting", resources(`'{"a": 1.0}'`, {}), { "1.7.0": [] }],
  ["resources-quoting", merge(resources(`'{"a": 1.0}'`, {}), scaling), { "1.7.0": [RESOURCES] }],
  ["resources-quoting", merge(resources(`'{"a": 1}'`, {}), scaling), { "1.7.0": [] }],

  ["memory-limit", merge(limited({ cpu: "1" }), scaling), { "1.7.0": [] }],
  [
    "memory-limit",
    merge(
      withSpec({
        workerGroupSpecs: [
          group("workers", {
            template: { spec: { containers: [{ name: "ray" }, container("b")] } },
          }),
        ],
      }),
      scaling,
    ),
    {
      "0.4.0": [`warning ${GROUP}.template.spec.containers[0].resources.limits`],
      "1.7.0": [`warning ${GROUP}.template.spec.containers[0].resources.limits`],
    },
  ],
  [
    "memory-limit",
    merge(
      withSpec({
        workerGroupSpecs: [
          group("workers", {
            rayStartParams: { memory: "1" },
            template: { spec: { containers: [{ name: "ray" }] } },
          }),
        ],
      }),
      scaling,
    ),
    { "1.7.0": [] },
  ],
  [
    "memory-limit",
    merge(
      withSpec({
        workerGroupSpecs: [
          group("workers", {
            resources: { memory: "1Gi" },
            template: { spec: { containers: [{ name: "ray" }] } },
          }),
        ],
      }),
      scaling,
    ),
    { "1.7.0": [] },
  ],
  [
    "memory-limit",
    workers({ template: { spec: { containers: [{ name: "ray" }] } } }),
    { "1.7.0": [] },
  ],

  ["service-object", withServiceType("NodePort"), { "0.4.0": [], "1.7.0": [] }],
  ["service-object", withServiceType(""), { "1.7.0": [] }],
  ["service-object", withServiceType("ClusterIP"), { "1.7.0": [] }],
  ["service-object", withServiceType("LoadBalancer"), { "1.7.0": [] }],
  ["service-object", withServiceType("ExternalName"), { "1.7.0": [] }],
  ["service-object", job({ serveService: { spec: { type: "x" } } }), { "1.7.0": [] }],
  ["service-object", named(""), { "1.3.2": [] }],
  [
    "service-object",
    withServiceType("nodeport"),
    { "0.4.0": [`warning ${HEAD}.serviceType`], "1.7.0": [`warning ${HEAD}.serviceType`] },
  ],
  [
    "service-object",
    merge(withServiceType("nodeport"), headGroup({ headService: { spec: { type: "NodePort" } } })),
    { "1.7.0": [] },
  ],
  [
    "service-object",
    withHeadService({ metadata: { name: "my_service" }, spec: { type: "Nodeport" } }),
    {
      "1.7.0": [
        `warning ${HEAD}.headService.metadata.name`,
        `warning ${HEAD}.headService.spec.type`,
      ],
    },
  ],
  ["service-object", withHeadService({ metadata: { name: "train-head" } }), { "1.7.0": [] }],
  ["service-object", named("a.b"), { "0.4.0": [NAME], "1.3.2": [NAME], "1.4.0": [] }],
  ["service-object", named("1a"), { "1.3.2": [] }],
  ["service-object", named("a".repeat(60)), { "1.3.2": [] }],
  // What is cut away does no harm.
  ["service-object", named(`a.${"b".repeat(50)}`), { "1.3.2": [] }],
  ["service-object", named("a.b", job()), { "1.3.2": [NAME], "1.4.0": [] }],
  [
    "service-object",
    merge(named("a.b"), headGroup({ headService: { metadata: { name: "train-head" } } })),
    { "1.3.2": [] },
  ],
  [
    "service-object",
    service({ serveService: { metadata: { name: "1a" }, spec: { type: "" } } }),
    { "1.7.0": ["warning spec.serveService.metadata.name"] },
  ],

  ...["false", "False", "0", "no"].map(
    (value): LawRow => [
      "dashboard-off",
      job({ rayClusterSpec: withoutDashboard(value) }),
      { "0.4.0": [`warning spec.rayClusterSpec.${DASHBOARD}`] },
    ],
  ),
  ["dashboard-off", job({ rayClusterSpec: withoutDashboard("true") }), { "1.7.0": [] }],
  [
    "dashboard-off",
    service({ rayClusterConfig: withoutDashboard("false") }),
    { "1.0.0": [], "1.1.0": [`warning spec.rayClusterConfig.${DASHBOARD}`] },
  ],
  [
    "dashboard-off",
    withSpec({ headGroupSpec: { rayStartParams: { "include-dashboard": "false" } } }),
    { "1.7.0": [] },
  ],

  ["head-ports", listed([8265]), { "0.4.0": [PORTS], "1.1.1": [PORTS], "1.2.0": [] }],
  ["head-ports", listed([6379, 8265]), { "1.1.1": [] }],
  ["head-ports", listed([]), { "1.1.1": [] }],
  [
    "head-ports",
    merge(listed([8265]), headGroup({ serviceType: "LoadBalancer" })),
    { "1.7.0": [PORTS] },
  ],
  [
    "head-ports",
    merge(listed([8265]), headGroup({ headService: { spec: { type: "LoadBalancer" } } })),
    { "1.7.0": [PORTS] },
  ],
  [
    "head-ports",
    merge(listed([6379]), headGroup({ rayStartParams: { port: "6380" } })),
    { "1.1.1": [PORTS] },
  ],
  [
    "head-ports",
    merge(listed([6380]), headGroup({ rayStartParams: { port: "6380" } })),
    { "1.1.1": [] },
  ],
  [
    "head-ports",
    merge(listed([6379]), headGroup({ rayStartParams: { port: "$PORT" } })),
    { "1.1.1": [] },
  ],
  ["head-ports", merge(listed([8265]), { spec: { workerGroupSpecs: [] } }), { "1.1.1": [] }],
  [
    "head-ports",
    merge(listed([8265]), headGroup({ headService: { spec: { ports: [{ port: 6379 }] } } })),
    { "1.1.1": [] },
  ],

  ["autoscaler-start", merge(cluster(), scaling), { "0.4.0": [], "1.7.0": [] }],
  ["autoscaler-start", withHeadPort("6380"), { "1.7.0": [] }],
  ["autoscaler-start", merge(withHeadPort("6379"), scaling), { "1.7.0": [] }],
  [
    "autoscaler-start",
    merge(withHeadPort("6380"), scaling),
    {
      "0.4.0": [`warning ${HEAD}.rayStartParams.port`],
      "1.7.0": [`warning ${HEAD}.rayStartParams.port`],
    },
  ],
  [
    "autoscaler-start",
    merge(withSpec({ workerGroupSpecs: null }), scaling),
    { "1.7.0": ["warning spec.workerGroupSpecs"] },
  ],
  ["autoscaler-start", merge(withSpec({ workerGroupSpecs: [] }), scaling), { "1.7.0": [] }],
  ["autoscaler-start", limited({ memory: "8Gi" }), { "1.7.0": [] }],
  ["autoscaler-start", requested("2.40.0"), { "1.7.0": [CPUS] }],
  ["autoscaler-start", requested("2.41.0"), { "1.7.0": [] }],
  ["autoscaler-start", requested("nightly"), { "1.7.0": [] }],
  ["autoscaler-start", merge(unlimited({}), scaling), { "0.4.0": [CPUS], "1.7.0": [CPUS] }],
  [
    "autoscaler-start",
    merge(unlimited({ rayStartParams: { "num-cpus": "0" } }), scaling),
    { "1.7.0": [] },
  ],
  ["autoscaler-start", merge(unlimited({ resources: { CPU: "4" } }), scaling), { "1.7.0": [] }],
  [
    "autoscaler-start",
    job({ rayClusterSpec: { enableInTreeAutoscaling: true, workerGroupSpecs: null } }),
    { "1.7.0": ["warning spec.rayClusterSpec.workerGroupSpecs"] },
  ],

  ["start-parameter-name", counts({ "num-cpus": "1", "min-worker-port": "1" }), { "1.7.0": [] }],
  [
    "start-parameter-name",
    counts({ num_cpus: "1", numGPUs: "1", "--memory": "1" }),
    {
      "0.4.0": [
        `warning ${GROUP}.rayStartParams.num_cpus`,
        `warning ${GROUP}.rayStartParams.numGPUs`,
        `warning ${GROUP}.rayStartParams["--memory"]`,
      ],
    },
  ],
  [
    "network-policy-object",
    allowing({ cidr: "10.0.0.0/8", except: ["10.1.0.0/16"] }),
    { "1.7.0": [] },
  ],
  [
    "network-policy-object",
    allowing({ cidr: "10.0.0.0/33" }),
    { "1.6.0": [], "1.7.0": [`warning ${BLOCK}.cidr`] },
  ],
  [
    "network-policy-object",
    allowing({ cidr: "10.0.0.0/8", except: ["11.0.0.0/16", "all"] }),
    { "1.7.0": [`warning ${BLOCK}.except[0]`, `warning ${BLOCK}.except[1]`] },
  ],

  ["agent-fails-probes", agent("52365"), { "1.5.1": [] }],
  ["agent-fails-probes", agent("$PORT"), { "1.5.1": [] }],
  [
    "agent-fails-probes",
    agent("1"),
    { "1.0.0": [], "1.1.0": [AGENT], "1.5.1": [AGENT], "1.6.0": [] },
  ],
  ["agent-fails-probes", agent("1", { livenessProbe: {} }), { "1.5.1": [AGENT] }],
  ["agent-fails-probes", agent("1", { livenessProbe: {}, readinessProbe: {} }), { "1.5.1": [] }],
  [
    "agent-fails-probes",
    merge(agent("1"), { metadata: { annotations: { "ray.io/overwrite-container-cmd": "true" } } }),
    { "1.5.1": [] },
  ],

  ["image-fails-probes", tagged("2.53.0", "2.53.0"), { "1.7.0": [] }],
  ["image-fails-probes", tagged("2.52.0", "2.52.0"), { "1.7.0": [] }],
  ["image-fails-probes", tagged("2.52.0", "2.53.0"), { "1.7.0": [] }],
  ["image-fails-probes", tagged("2.53.0", "2.52.0"), { "1.5.2": [], "1.6.0": [IMAGE] }],
  ["image-fails-probes", tagged("2.53.0", "nightly"), { "1.7.0": [] }],
  ["image-fails-probes", tagged("2.53.0", "2.52.0", { livenessProbe: {} }), { "1.7.0": [IMAGE] }],
  ["image-fails-probes", tagged("2.53.0", "2.52.0", { readinessProbe: {} }), { "1.7.0": [IMAGE] }],
  [
    "image-fails-probes",
    tagged("2.53.0", "2.52.0", { livenessProbe: {}, readinessProbe: {} }),
    { "1.7.0": [] },
  ],

  ["start-parameter-count", counts({ "num-cpus": "0", "num-gpus": "8" }), { "1.7.0": [] }],
  ["start-parameter-count", counts({ "num-gpus": "$GPUS" }), { "1.7.0": [] }],
  ["start-parameter-count", counts({ "num-cpus": " 1_000 ", memory: "1.5" }), { "1.7.0": [] }],
  [
    "start-parameter-count",
    counts({ "num-cpus": "0.5", "num-gpus": "" }),
    {
      "0.4.0": [
        `warning ${GROUP}.rayStartParams["num-cpus"]`,
        `warning ${GROUP}.rayStartParams["num-gpus"]`,
      ],
      "1.7.0": [
        `warning ${GROUP}.rayStartParams["num-cpus"]`,
        `warning ${GROUP}.rayStartParams["num-gpus"]`,
      ],
    },
  ],
  [
    "start-parameter-count",
    withSpec({ headGroupSpec: { rayStartParams: { "num-cpus": "500m" } } }),
    { "1.7.0": [`warning ${HEAD}.rayStartParams["num-cpus"]`] },
  ],

  ["devices-unseen", limited({ "nvidia.com/mig-1g.5gb": 1 }), { "0.4.0": [], "1.7.0": [] }],
  ...(
    [
      ["nvidia.com/mig-1g.5gb", {}, false],
      ["nvidia.com/mig-1g.5gb", { "num-gpus": "1" }, true],
      ["nvidia.com/gpu.shared", {}, false],
      ["nvidia.com/gpu", {}, true],
      ["google.com/tpu", {}, true],
      ["rdma/ib", {}, true],
      ["habana.ai/gaudi", { resources: "'{\"TPU\": 1}'" }, false],
      ["habana.ai/gaudi", { resources: "'{\"HPU\": 1}'" }, true],
      ["aws.amazon.com/neuron", {}, false],
    ] as const
  ).map(([key, rayStartParams, isSeen]): LawRow => {
    const place = `warning ${GROUP}.template.spec.containers[0].resources.limits["${key}"]`;
    const manifest = merge(limited({ [key]: 1 }, { rayStartParams }), scaling);
    return ["devices-unseen", manifest, { "1.7.0": isSeen ? [] : [place] }];
  }),
  ["devices-unseen", merge(limited({ "nvidia.com/gpu.shared": 0 }), scaling), { "1.7.0": [] }],
  [
    "devices-unseen",
    merge(limited({ "nvidia.com/gpu.shared": 1 }, { resources: { GPU: "1" } }), scaling),
    { "1.7.0": [] },
  ],

  [
    "several-gpu-keys",
    limited({ "nvidia.com/gpu": 1, "amd.com/gpu": 1 }),
    { "1.7.0": [`warning ${GROUP}.template.spec.containers[0].resources.limits["amd.com/gpu"]`] },
  ],
  ["several-gpu-keys", limited({ "nvidia.com/gpu": 1, "amd.com/gpu": 0 }), { "1.7.0": [] }],
  [
    "several-gpu-keys",
    limited({ "nvidia.com/gpu": 1, "nvidia.com/mig-1g.5gb": 1 }),
    {
      "1.3.2": [],
      "1.4.0": [
        `warning ${GROUP}.template.spec.containers[0].resources.limits["nvidia.com/mig-1g.5gb"]`,
      ],
    },
  ],
  ["several-gpu-keys", limited({ "nvidia.com/gpu": 1, "nvidia.com/gpumem": 1 }), { "1.7.0": [] }],

  ["tpu-slice", tpu(1, slice("2x2"), "1"), { "1.7.0": [`warning ${GROUP}.numOfHosts`] }],
  ["tpu-slice", tpu(2, slice("2x2x2")), { "1.7.0": [] }],
  ["tpu-slice", tpu(null, slice("2x2x2")), { "1.7.0": [`warning ${GROUP}.numOfHosts`] }],
  ["tpu-slice", tpu(1, slice("2x4"), "8"), { "1.7.0": [] }],
  ["tpu-slice", tpu(64, slice("16x16")), { "1.7.0": [] }],
  ["tpu-slice", tpu(1, slice("1x1"), "4"), { "1.7.0": [] }],
  ["tpu-slice", tpu(5, slice("none")), { "1.7.0": [] }],
  [
    "tpu-slice",
    tpu(1, {}),
    {
      "1.7.0": [
        `warning ${GROUP}.template.spec.nodeSelector["cloud.google.com/gke-tpu-accelerator"]`,
        `warning ${GROUP}.template.spec.nodeSelector["cloud.google.com/gke-tpu-topology"]`,
      ],
    },
  ],
  ["tpu-slice", tpu(1, {}, "0"), { "1.7.0": [] }],
  ["tpu-slice", tpu(1, {}, "1500m"), { "1.7.0": [] }],
  ["kueue", merge(cluster(scaling), labels({ "kueue.x-k8s.io/queue-name": "" })), { "1.7.0": [] }],
  [
    "kueue",
    queued(job({ rayClusterSpec: spec({ workerGroupSpecs: groups(8) }) })),
    { "1.7.0": [] },
  ],
  ...[9, 10, 17, 18].map(
    (number): LawRow => [
      "kueue",
      queued(withSpec({ workerGroupSpecs: groups(number) })),
      { "1.7.0": ["warning spec.workerGroupSpecs"] },
    ],
  ),
  ["kueue", queued(service({ suspend: true })), { "1.7.0": [] }],
  [
    "lingering-cluster",
    job({ shutdownAfterJobFinishes: false, deletionPolicy: "DeleteSelf" }),
    { "1.3.0": [] },
  ],
  [
    "resources-parameter",
    resources(`'{"a": 1, "b": "x"}'`, { "nvidia.com/gpu": 1 }),
    { "1.3.0": [RESOURCES] },
  ],
  [
    "scheduling-labels",
    labelled({ [GANG]: "true", [YUNIKORN]: "a" }, workers({ replicas: 1, minReplicas: null })),
    { "1.7.0": [`warning ${GROUP}.minReplicas`] },
  ],
  [
    "scheduling-labels",
    labelled({ [GANG]: "true", [YUNIKORN]: "a" }, workers({ minReplicas: 1 }, scaling)),
    { "1.7.0": [] },
  ],
  ["scheduling-labels", labelled({ [GANG]: "true" }, workers({ minReplicas: 1 })), { "1.7.0": [] }],
  [
    "kueue",
    queued(service({ rayClusterConfig: spec(scaling.spec) })),
    { "1.7.0": ["warning spec.rayClusterConfig.enableInTreeAutoscaling"] },
  ],
];
