import type { PlainObject } from "../../../src/diagnostics/plain-data.ts";
import {
  cluster,
  container,
  group,
  merge,
  withContainers,
  withHead,
} from "../../diff/manifests.ts";
import type { LawRow } from "./law-row.ts";
import { cron, headVariables, job, service, spec, withSpec, workers } from "./manifests.ts";

const HEAD = "spec.headGroupSpec";
const ENV = `${HEAD}.template.spec.containers[0].env`;
const GROUP = "spec.workerGroupSpecs[0]";
const V2 = "RAY_enable_autoscaler_v2";
const scaling = { spec: { enableInTreeAutoscaling: true, autoscalerOptions: { version: "v2" } } };
const scalingV1 = { spec: { enableInTreeAutoscaling: true, autoscalerOptions: { version: "v1" } } };
const redis = { spec: { gcsFaultToleranceOptions: { redisAddress: "redis:6379" } } };
const annotated = (annotations: PlainObject) => ({ metadata: { annotations } });
const rocks = (options: PlainObject = {}) =>
  withSpec({ gcsFaultToleranceOptions: { backend: "rocksdb", ...options } });
const auth = (authOptions: PlainObject, rayVersion = "2.55.0") =>
  withSpec({ authOptions, rayVersion });
const policy = (networkPolicy: PlainObject, groupName = "workers") =>
  withSpec({ networkPolicy, workerGroupSpecs: [group(groupName)] });
const collector = (collectorOptions: PlainObject) =>
  withSpec({ historyServerOptions: { collectorOptions } });
const backend = (value: string, ...others: readonly string[]) => ({
  image: "collector:1",
  env: [{ name: "STORAGE_BACKEND", value }, ...others.map((name) => ({ name, value: "a" }))],
});
const ALL = " AllAlpha=true";

export const clusterLawRows: readonly LawRow[] = [
  [
    "deprecated-api-version",
    cluster({ apiVersion: "ray.io/v1alpha1" }),
    { "1.6.2": [], "1.7.0": ["warning apiVersion"] },
  ],
  ["deprecated-api-version", cluster(), { "1.7.0": [] }],

  [
    "containers",
    withContainers(),
    {
      "0.4.0": [`error ${HEAD}.template.spec.containers`],
      "1.7.0": [`error ${HEAD}.template.spec.containers`],
    },
  ],
  [
    "containers",
    workers({ template: { spec: { containers: [] } } }),
    { "1.3.0": [`error ${GROUP}.template.spec.containers`] },
  ],
  [
    "containers",
    job({ rayClusterSpec: spec({ headGroupSpec: { template: { spec: { containers: [] } } } }) }),
    { "1.3.0": ["error spec.rayClusterSpec.headGroupSpec.template.spec.containers"] },
  ],
  [
    "containers",
    job({ rayClusterSpec: null, clusterSelector: { "ray.io/cluster": "a" } }),
    { "1.7.0": [] },
  ],

  [
    "fault-tolerance",
    merge(cluster(redis), annotated({ "ray.io/ft-enabled": "false" })),
    { "1.2.2": [], "1.3.0": ['error metadata.annotations["ray.io/ft-enabled"]'] },
  ],
  [
    "fault-tolerance",
    merge(cluster(redis), annotated({ "ray.io/ft-enabled": "" })),
    { "1.3.0": [] },
  ],
  [
    "fault-tolerance",
    merge(cluster(redis), annotated({ "ray.io/external-storage-namespace": "a" })),
    { "1.3.0": ['error metadata.annotations["ray.io/external-storage-namespace"]'] },
  ],
  [
    "fault-tolerance",
    cluster(annotated({ "ray.io/external-storage-namespace": "a" })),
    { "1.3.0": [] },
  ],
  [
    "fault-tolerance",
    headVariables([{ name: "A" }, { name: "RAY_REDIS_ADDRESS", value: "a" }]),
    { "1.2.2": [], "1.3.0": [`error ${ENV}[1]`] },
  ],
  [
    "fault-tolerance",
    headVariables([{ name: "RAY_REDIS_ADDRESS" }], annotated({ "ray.io/ft-enabled": "TRUE" })),
    { "1.7.0": [] },
  ],
  [
    "fault-tolerance",
    headVariables([{ name: "RAY_REDIS_ADDRESS" }], annotated({ "ray.io/ft-enabled": "false" })),
    { "1.7.0": [`error ${ENV}[0]`] },
  ],
  [
    "fault-tolerance",
    headVariables([{ name: "RAY_REDIS_ADDRESS" }, { name: "REDIS_PASSWORD" }], redis),
    { "1.3.0": [`error ${ENV}[1]`, `error ${ENV}[0]`] },
  ],
  ["fault-tolerance", headVariables([{ name: "REDIS_PASSWORD" }]), { "1.3.0": [] }],
  [
    "fault-tolerance",
    headVariables([{ name: "REDIS_USERNAME", valueFrom: {} }]),
    { "1.2.2": [], "1.3.0": [`error ${ENV}[0]`] },
  ],
  [
    "fault-tolerance",
    withSpec(
      { headGroupSpec: { rayStartParams: { "redis-password": "a", "redis-username": "b" } } },
      redis,
    ),
    {
      "1.3.0": [
        `error ${HEAD}.rayStartParams["redis-password"]`,
        `error ${HEAD}.rayStartParams["redis-username"]`,
      ],
    },
  ],
  [
    "fault-tolerance",
    withSpec({
      headGroupSpec: { rayStartParams: { "redis-password": "a", "redis-username": "" } },
    }),
    { "1.3.0": [] },
  ],

  [
    "gcs-storage",
    rocks(),
    {
      "1.6.2": [],
      "1.7.0": ["error spec.gcsFaultToleranceOptions.backend"],
      "1.7.0 GCSFaultToleranceEmbeddedStorage=true": [],
      "1.7.0 GCSFaultToleranceEmbeddedStorage=false": [
        "error spec.gcsFaultToleranceOptions.backend",
      ],
    },
  ],
  [
    "gcs-storage",
    withSpec({ gcsFaultToleranceOptions: { redisAddress: "a", storage: {} } }),
    { "1.6.2": [], "1.7.0": ["error spec.gcsFaultToleranceOptions.storage"] },
  ],
  [
    "gcs-storage",
    rocks({
      redisAddress: "a",
      redisUsername: {},
      redisPassword: {},
      externalStorageNamespace: "a",
    }),
    {
      [`1.7.0${ALL}`]: [
        "error spec.gcsFaultToleranceOptions.redisAddress",
        "error spec.gcsFaultToleranceOptions.redisUsername",
        "error spec.gcsFaultToleranceOptions.redisPassword",
        "error spec.gcsFaultToleranceOptions.externalStorageNamespace",
      ],
      "1.7.0 AllAlpha=false": ["error spec.gcsFaultToleranceOptions.backend"],
    },
  ],
  [
    "gcs-storage",
    rocks({ redisAddress: "", storage: { size: "1Gi", accessModes: ["a"] } }),
    { [`1.7.0${ALL}`]: [] },
  ],
  [
    "gcs-storage",
    rocks({ storage: { claimName: "a", size: "1Gi", storageClassName: "a", accessModes: ["a"] } }),
    {
      [`1.7.0${ALL}`]: [
        "error spec.gcsFaultToleranceOptions.storage.size",
        "error spec.gcsFaultToleranceOptions.storage.storageClassName",
        "error spec.gcsFaultToleranceOptions.storage.accessModes",
      ],
    },
  ],
  ["gcs-storage", rocks({ storage: { claimName: "a", accessModes: [] } }), { [`1.7.0${ALL}`]: [] }],
  [
    "gcs-storage",
    withHead(
      {
        containers: [
          container("ray-head", {
            env: [{ name: "RAY_gcs_storage_path" }, { name: "RAY_gcs_storage" }],
            volumeMounts: [
              { name: "a", mountPath: "/data/gcs" },
              { name: "gcs-storage", mountPath: "/b" },
              { name: "c", mountPath: "/c" },
            ],
          }),
        ],
        volumes: [{ name: "a" }, { name: "gcs-storage" }],
      },
      { spec: { gcsFaultToleranceOptions: { backend: "rocksdb" } } },
    ),
    {
      [`1.7.0${ALL}`]: [
        `error ${ENV}[1]`,
        `error ${ENV}[0]`,
        `error ${HEAD}.template.spec.containers[0].volumeMounts[0]`,
        `error ${HEAD}.template.spec.containers[0].volumeMounts[1]`,
        `error ${HEAD}.template.spec.volumes[1]`,
      ],
    },
  ],

  [
    "suspended-group",
    workers({ suspend: true }),
    {
      "1.2.2": [],
      "1.3.0": [`error ${GROUP}.suspend`],
      "1.3.0 RayJobDeletionPolicy=true": [],
      "1.5.2": [`error ${GROUP}.suspend`],
      "1.6.0": [],
      "1.6.0 RayJobDeletionPolicy=false": [`error ${GROUP}.suspend`],
    },
  ],
  ["suspended-group", workers({ suspend: false }), { "1.3.0": [] }],
  ["suspended-group", workers({ suspend: true }, scaling), { "1.6.0": [`error ${GROUP}.suspend`] }],

  [
    "contradictory-status",
    cluster({
      status: {
        conditions: [
          { type: "RayClusterSuspending", status: "True" },
          { type: "HeadPodReady", status: "True" },
        ],
      },
    }),
    { "1.3.0": [] },
  ],
  [
    "contradictory-status",
    cluster({
      status: {
        conditions: [
          { type: "RayClusterSuspending", status: "True" },
          { type: "RayClusterSuspended", status: "True" },
        ],
      },
    }),
    { "1.2.2": [], "1.3.0": ["error status.conditions"] },
  ],
  [
    "contradictory-status",
    cluster({
      status: {
        conditions: [
          { type: "RayClusterSuspending", status: "False" },
          { type: "RayClusterSuspended", status: "True" },
        ],
      },
    }),
    { "1.3.0": [] },
  ],

  [
    "cluster-name",
    cluster({ metadata: { name: "a".repeat(54) } }),
    { "1.3.2": [], "1.4.0": ["error metadata.name"] },
  ],
  ["cluster-name", cluster({ metadata: { name: "a".repeat(53) } }), { "1.7.0": [] }],
  ["cluster-name", cluster({ metadata: { name: "1a" } }), { "1.4.0": ["error metadata.name"] }],
  ["cluster-name", cluster({ metadata: { name: null, generateName: "a-" } }), { "1.7.0": [] }],
  [
    "cluster-name",
    cluster({ metadata: { name: null, generateName: "a".repeat(49) } }),
    { "1.7.0": ["error metadata.name"] },
  ],
  ["cluster-name", job({}, { metadata: { name: "1a" } }), { "1.7.0": [] }],

  [
    "autoscaler-pin",
    headVariables([{ name: V2, value: "0" }], scaling),
    { "1.3.2": [], "1.4.0": ["error spec.autoscalerOptions.version"] },
  ],
  [
    "autoscaler-pin",
    headVariables([{ name: V2, value: "0" }], { spec: { autoscalerOptions: { version: "v2" } } }),
    { "1.4.0": [] },
  ],
  [
    "autoscaler-pin",
    headVariables([{ name: V2 }], { spec: { enableInTreeAutoscaling: true } }),
    { "1.4.0": [] },
  ],
  ["autoscaler-pin", cluster(scaling), { "1.4.0": [] }],

  [
    "restart-policy",
    withHead({ restartPolicy: "Always" }, scaling),
    { "1.3.2": [], "1.4.0": [`error ${HEAD}.template.spec.restartPolicy`] },
  ],
  [
    "restart-policy",
    workers({ template: { spec: { restartPolicy: "OnFailure" } } }, scaling),
    { "1.4.0": [`error ${GROUP}.template.spec.restartPolicy`] },
  ],
  ["restart-policy", withHead({ restartPolicy: "Never" }, scaling), { "1.7.0": [] }],
  ["restart-policy", withHead({ restartPolicy: "Always" }), { "1.7.0": [] }],
  ["restart-policy", withHead({ restartPolicy: "Always" }, scalingV1), { "1.7.0": [] }],
  [
    "restart-policy",
    workers({ template: { spec: { restartPolicy: "Always" } } }, scalingV1),
    { "1.6.2": [], "1.7.0": [`warning ${GROUP}.template.spec.restartPolicy`] },
  ],

  [
    "resources-twice",
    workers({
      rayStartParams: {
        "num-cpus": "1",
        "num-gpus": "1",
        memory: "1",
        resources: "1",
        block: "true",
      },
      resources: { CPU: "1" },
    }),
    {
      "1.4.2": [],
      "1.5.0": ["num-cpus", "num-gpus", "memory", "resources"].map(
        (name) => `error ${GROUP}.rayStartParams${name.includes("-") ? `["${name}"]` : `.${name}`}`,
      ),
    },
  ],
  [
    "resources-twice",
    workers({ rayStartParams: { "num-cpus": "" }, resources: { CPU: "1" } }),
    { "1.7.0": [] },
  ],
  [
    "resources-twice",
    workers({ rayStartParams: { "num-cpus": "1" }, resources: {} }),
    { "1.7.0": [] },
  ],
  [
    "resources-twice",
    withSpec({ headGroupSpec: { rayStartParams: { memory: "1" }, resources: { CPU: "1" } } }),
    { "1.5.0": [`error ${HEAD}.rayStartParams.memory`] },
  ],

  [
    "node-labels",
    withSpec({ headGroupSpec: { rayStartParams: { labels: "" } } }),
    { "1.4.2": [], "1.5.0": [`error ${HEAD}.rayStartParams.labels`] },
  ],
  [
    "node-labels",
    workers({ labels: { "a b": "c", d: "e f", g: "" } }),
    { "1.4.2": [], "1.5.0": [`error ${GROUP}.labels["a b"]`, `error ${GROUP}.labels.d`] },
  ],

  [
    "autoscaler-switch",
    headVariables([{ name: V2, value: "1" }]),
    { "1.4.2": [], "1.5.0": [`error ${ENV}[0]`] },
  ],
  [
    "autoscaler-switch",
    headVariables([{ name: V2, value: "true" }]),
    { "1.5.0": [`error ${ENV}[0]`] },
  ],
  ["autoscaler-switch", headVariables([{ name: V2, value: "0" }]), { "1.5.0": [] }],
  [
    "autoscaler-switch",
    headVariables([{ name: V2, value: "1" }], { spec: { enableInTreeAutoscaling: true } }),
    { "1.5.0": [] },
  ],

  [
    "token-authentication",
    auth({ mode: "token" }, "2.51.9"),
    { "1.5.0": [], "1.5.1": ["error spec.authOptions.mode"] },
  ],
  ["token-authentication", auth({ mode: "token" }, "2.52.0"), { "1.5.1": [] }],
  [
    "token-authentication",
    auth({ mode: "token" }, "nightly"),
    { "1.5.1": ["error spec.authOptions.mode"] },
  ],
  [
    "token-authentication",
    auth({ mode: "token" }, "3"),
    { "1.5.1": ["error spec.authOptions.mode"] },
  ],
  [
    "token-authentication",
    auth({ mode: "token" }, ""),
    { "1.5.1": ["error spec.authOptions.mode"] },
  ],
  ["token-authentication", auth({ mode: "disabled" }, "2.0.0"), { "1.5.1": [] }],

  [
    "replica-bounds",
    workers({ minReplicas: 3 }),
    { "1.5.2": [], "1.6.0": [`error ${GROUP}.minReplicas`] },
  ],
  [
    "replica-bounds",
    workers({ minReplicas: 3 }, scaling),
    { "1.6.0": [`error ${GROUP}.minReplicas`] },
  ],
  [
    "replica-bounds",
    workers({ minReplicas: -1 }),
    { "1.5.2": [], "1.6.0": [`error ${GROUP}.minReplicas`] },
  ],
  [
    "replica-bounds",
    workers({ minReplicas: 0, maxReplicas: -1 }),
    {
      "1.1.0": [`error ${GROUP}.maxReplicas`],
      "1.3.2": [`error ${GROUP}.maxReplicas`],
      "1.4.0": [`warning ${GROUP}.maxReplicas`],
      "1.5.2": [`warning ${GROUP}.maxReplicas`],
      "1.6.0": [`error ${GROUP}.minReplicas`],
    },
  ],
  [
    "replica-bounds",
    workers({ minReplicas: 0, maxReplicas: -1 }, scaling),
    { "1.3.2": [], "1.6.0": [`error ${GROUP}.minReplicas`] },
  ],
  ["replica-bounds", workers({ minReplicas: 0, maxReplicas: 0 }), { "1.3.2": [], "1.7.0": [] }],
  ["replica-bounds", workers({ minReplicas: null, maxReplicas: null }), { "1.7.0": [] }],

  [
    "idle-timeout",
    withSpec({ autoscalerOptions: { idleTimeoutSeconds: -1 } }),
    { "1.5.2": [], "1.6.0": ["error spec.autoscalerOptions.idleTimeoutSeconds"] },
  ],
  ["idle-timeout", withSpec({ autoscalerOptions: { idleTimeoutSeconds: 0 } }), { "1.6.0": [] }],
  [
    "idle-timeout",
    workers({ idleTimeoutSeconds: 0 }),
    { "1.5.2": [], "1.6.0": [`error ${GROUP}.idleTimeoutSeconds`] },
  ],
  ["idle-timeout", workers({ idleTimeoutSeconds: 0 }, scaling), { "1.6.0": [] }],
  [
    "idle-timeout",
    workers({ idleTimeoutSeconds: -1 }, scaling),
    { "1.6.0": [`error ${GROUP}.idleTimeoutSeconds`] },
  ],
  [
    "idle-timeout",
    workers({ idleTimeoutSeconds: 5 }, scalingV1),
    { "1.6.0": [`error ${GROUP}.idleTimeoutSeconds`] },
  ],
  [
    "idle-timeout",
    headVariables([{ name: V2, value: "true" }], {
      spec: { workerGroupSpecs: [group("workers", { idleTimeoutSeconds: 5 })] },
    }),
    { "1.6.0": [] },
  ],

  [
    "kubernetes-tokens",
    auth({ enableK8sTokenAuth: true }),
    { "1.5.2": [], "1.6.0": ["error spec.authOptions.enableK8sTokenAuth"] },
  ],
  ["kubernetes-tokens", auth({ enableK8sTokenAuth: true, mode: "token" }), { "1.6.0": [] }],
  [
    "kubernetes-tokens",
    auth({ enableK8sTokenAuth: true, mode: "token", secretName: "" }),
    { "1.6.0": [] },
  ],
  [
    "kubernetes-tokens",
    auth({ enableK8sTokenAuth: true, mode: "token", secretName: "a" }),
    { "1.6.0": ["error spec.authOptions.enableK8sTokenAuth"] },
  ],
  [
    "kubernetes-tokens",
    auth({ enableK8sTokenAuth: true, mode: "token" }, "2.54.9"),
    { "1.6.0": ["error spec.authOptions.enableK8sTokenAuth"] },
  ],
  ["kubernetes-tokens", auth({ enableK8sTokenAuth: false }), { "1.6.0": [] }],
  [
    "kubernetes-tokens",
    service({
      rayClusterConfig: spec({
        authOptions: { enableK8sTokenAuth: true, mode: "token" },
        rayVersion: "2.55.0",
      }),
    }),
    { "1.5.2": [], "1.6.0": ["error spec.rayClusterConfig.authOptions.enableK8sTokenAuth"] },
  ],

  [
    "upgrade-strategy",
    withSpec({ upgradeStrategy: { type: "Rolling" } }),
    { "1.5.2": [], "1.6.0": ["error spec.upgradeStrategy.type"] },
  ],
  ["upgrade-strategy", withSpec({ upgradeStrategy: { type: "None" } }), { "1.6.0": [] }],
  [
    "upgrade-strategy",
    withSpec(
      { upgradeStrategy: {} },
      { metadata: { labels: { "ray.io/originated-from-crd": "RayJob" } } },
    ),
    { "1.6.0": [] },
  ],
  ...["RayJob", "RayService"].map(
    (owner): LawRow => [
      "upgrade-strategy",
      withSpec(
        { upgradeStrategy: { type: "Recreate" } },
        { metadata: { labels: { "ray.io/originated-from-crd": owner } } },
      ),
      { "1.5.2": [], "1.6.0": ["error spec.upgradeStrategy.type"] },
    ],
  ),
  [
    "upgrade-strategy",
    withSpec(
      { upgradeStrategy: { type: "Recreate" } },
      { metadata: { labels: { "ray.io/originated-from-crd": "RayCluster" } } },
    ),
    { "1.6.0": [] },
  ],
  [
    "upgrade-strategy",
    job({ rayClusterSpec: spec({ upgradeStrategy: { type: "None" } }) }),
    { "1.5.2": [], "1.6.0": ["error spec.rayClusterSpec.upgradeStrategy.type"] },
  ],

  [
    "group-priority",
    workers({ priority: 1 }, merge(scaling, { spec: { rayVersion: "2.55.9" } })),
    { "1.6.2": [], "1.7.0": [`error ${GROUP}.priority`] },
  ],
  [
    "group-priority",
    workers({ priority: 1 }, merge(scaling, { spec: { rayVersion: "2.56.0" } })),
    { "1.7.0": [] },
  ],
  [
    "group-priority",
    workers({ priority: 1 }, merge(scalingV1, { spec: { rayVersion: "2.56.0" } })),
    { "1.7.0": [`error ${GROUP}.priority`] },
  ],
  ["group-priority", workers({ priority: 0 }), { "1.7.0": [] }],
  ["group-priority", workers({ priority: -1 }), { "1.7.0": [`error ${GROUP}.priority`] }],

  [
    "autoscaler-command",
    withSpec({ autoscalerOptions: { env: [{ name: "A" }] } }),
    { "1.7.0": [] },
  ],
  [
    "autoscaler-command",
    withSpec({
      autoscalerOptions: { env: [{ name: "A" }, { name: "KUBERAY_GEN_AUTOSCALER_START_CMD" }] },
    }),
    { "1.6.2": [], "1.7.0": ["error spec.autoscalerOptions.env[1]"] },
  ],

  [
    "network-policy",
    policy({}),
    {
      "1.6.2": [],
      "1.7.0": ["error spec.networkPolicy"],
      "1.7.0 RayClusterNetworkPolicy=true": [],
      "1.7.0 RayClusterNetworkPolicy=false": ["error spec.networkPolicy"],
    },
  ],
  ...[
    ["DenyAllEgress", "ingressRules"],
    ["DenyAllIngress", "egressRules"],
  ].map(([mode = "", rules = ""]): LawRow => {
    const holder = { ingressRules: [{}], egressRules: [{}] };
    return [
      "network-policy",
      policy({
        mode,
        head: holder,
        worker: holder,
        workerGroups: [{ groupName: "workers", ...holder }],
      }),
      {
        [`1.7.0${ALL}`]: ["head", "worker", "workerGroups[0]"].map(
          (place) => `error spec.networkPolicy.${place}.${rules}`,
        ),
        "1.7.0 AllAlpha=false": ["error spec.networkPolicy"],
      },
    ];
  }),
  [
    "network-policy",
    policy({ mode: "DenyAll", head: { ingressRules: [{}], egressRules: [{}] } }),
    { [`1.7.0${ALL}`]: [] },
  ],
  [
    "network-policy",
    policy({ head: { ingressRules: [{}], egressRules: [{}] } }),
    { [`1.7.0${ALL}`]: [] },
  ],
  [
    "network-policy",
    policy({ mode: "DenyAllEgress", head: { ingressRules: [] } }),
    { [`1.7.0${ALL}`]: [] },
  ],
  [
    "network-policy",
    policy({ workerGroups: [{ groupName: "workers" }, { groupName: "worker" }] }),
    { [`1.7.0${ALL}`]: ["error spec.networkPolicy.workerGroups[1].groupName"] },
  ],
  [
    "network-policy-groups",
    policy({}, "A_b"),
    {
      "1.6.2": [],
      "1.7.0": [`error ${GROUP}.groupName`],
      [`1.7.0${ALL}`]: [`error ${GROUP}.groupName`],
      "1.7.0 AllAlpha=false": [],
    },
  ],
  [
    "network-policy-groups",
    cluster({ spec: { workerGroupSpecs: [group("A_b")] } }),
    { "1.7.0": [] },
  ],

  [
    "tls-options",
    withSpec({ tlsOptions: { enabled: true } }),
    {
      "1.6.2": [],
      "1.7.0": ["error spec.tlsOptions"],
      "1.7.0 RayClusterMTLS=true": [],
      "1.7.0 RayClusterMTLS=false": ["error spec.tlsOptions"],
    },
  ],
  ...[true, false].map(
    (enabled): LawRow => [
      "tls-options",
      merge(
        withContainers(
          container("ray-head", {
            env: [
              "RAY_TLS_CA_CERT",
              "RAY_TLS_SERVER_KEY",
              "RAY_TLS_SERVER_CERT",
              "RAY_USE_TLS",
            ].map((name) => ({ name })),
            volumeMounts: [
              { name: "ray-tls", mountPath: "/a" },
              { name: "b", mountPath: "/etc/ray/tls" },
              { name: "c", mountPath: "/c" },
            ],
          }),
        ),
        {
          spec: {
            tlsOptions: { enabled },
            autoscalerOptions: {
              env: [{ name: "RAY_USE_TLS" }],
              volumeMounts: [{ name: "ray-tls" }],
            },
          },
        },
      ),
      {
        [`1.7.0${ALL}`]: enabled
          ? [
              `error ${ENV}[3]`,
              `error ${ENV}[2]`,
              `error ${ENV}[1]`,
              `error ${ENV}[0]`,
              `error ${HEAD}.template.spec.containers[0].volumeMounts[0]`,
              `error ${HEAD}.template.spec.containers[0].volumeMounts[1]`,
              "error spec.autoscalerOptions.env[0]",
              "error spec.autoscalerOptions.volumeMounts[0]",
            ]
          : [],
      },
    ],
  ),

  [
    "history-server",
    collector(backend("local")),
    {
      "1.6.2": [],
      "1.7.0": ["error spec.historyServerOptions"],
      "1.7.0 RayClusterHistoryServer=true": [],
      "1.7.0 RayClusterHistoryServer=false": ["error spec.historyServerOptions"],
    },
  ],
  [
    "history-server",
    withSpec({ historyServerOptions: {} }),
    { [`1.7.0${ALL}`]: ["error spec.historyServerOptions.collectorOptions"] },
  ],
  [
    "history-server",
    collector({}),
    {
      [`1.7.0${ALL}`]: [
        "error spec.historyServerOptions.collectorOptions.image",
        "error spec.historyServerOptions.collectorOptions.env",
      ],
    },
  ],
  [
    "history-server",
    collector(
      backend(
        "local",
        "POD_IP",
        "FQ_RAY_IP",
        "RAY_CLUSTER_NAME",
        "RAY_CLUSTER_NAMESPACE",
        "RAY_ROLE",
        "OWNER_KIND",
        "OWNER_NAME",
        "EVENTS_PORT",
      ),
    ),
    {
      [`1.7.0${ALL}`]: [1, 2, 3, 4, 5, 6, 7, 8].map(
        (index) => `error spec.historyServerOptions.collectorOptions.env[${index}]`,
      ),
    },
  ],
  ...(
    [
      [backend("gcs"), 1],
      [backend("gcs", "GCS_BUCKET"), 0],
      [backend("s3"), 1],
      [backend("s3", "S3_REGION"), 0],
      [backend("AliyunOSS"), 3],
      [backend("aliyunoss", "OSS_BUCKET", "OSS_ENDPOINT", "OSS_REGION"), 0],
      [backend("AzureBlob"), 1],
      [backend("azureblob", "AZURE_STORAGE_ACCOUNT_URL"), 0],
      [backend("azureblob", "AZURE_STORAGE_CONNECTION_STRING"), 0],
    ] as const
  ).map(
    ([options, times]): LawRow => [
      "history-server",
      collector(options),
      {
        [`1.7.0${ALL}`]: Array.from(
          { length: times },
          () => "error spec.historyServerOptions.collectorOptions.env",
        ),
      },
    ],
  ),
  ...(
    [
      ["connection_string", "AZURE_STORAGE_CONNECTION_STRING", 0],
      ["connection_string", "AZURE_STORAGE_ACCOUNT_URL", 1],
      [" Default ", "AZURE_STORAGE_ACCOUNT_URL", 0],
      ["workload_identity", "AZURE_STORAGE_CONNECTION_STRING", 1],
    ] as const
  ).map(
    ([mode, variable, times]): LawRow => [
      "history-server",
      collector({
        image: "collector:1",
        env: [
          { name: "STORAGE_BACKEND", value: "AZUREBLOB" },
          { name: "AZURE_STORAGE_AUTH_MODE", value: mode },
          { name: variable, valueFrom: {} },
        ],
      }),
      {
        [`1.7.0${ALL}`]: Array.from(
          { length: times },
          () => "error spec.historyServerOptions.collectorOptions.env",
        ),
      },
    ],
  ),
  [
    "history-server",
    merge(withContainers(container("ray-head"), container("ray-history-collector")), {
      spec: { historyServerOptions: { collectorOptions: backend("local") } },
    }),
    { [`1.7.0${ALL}`]: [`error ${HEAD}.template.spec.containers[1].name`] },
  ],
  [
    "gcs-storage",
    rocks({ redisAddress: "a" }),
    {
      "1.7.0": [
        "error spec.gcsFaultToleranceOptions.backend",
        "error spec.gcsFaultToleranceOptions.redisAddress",
      ],
      "1.7.0 GCSFaultToleranceEmbeddedStorage=false": [
        "error spec.gcsFaultToleranceOptions.backend",
      ],
    },
  ],
  ["gcs-storage", withSpec({ gcsFaultToleranceOptions: { redisAddress: "a" } }), { "1.7.0": [] }],
  ["gcs-storage", cluster(), { "1.7.0": [] }],
  [
    "history-server",
    collector({ env: [{ name: "STORAGE_BACKEND", value: "x" }] }),
    {
      "1.7.0": [
        "error spec.historyServerOptions",
        "error spec.historyServerOptions.collectorOptions.image",
      ],
      "1.7.0 RayClusterHistoryServer=false": ["error spec.historyServerOptions"],
    },
  ],
  [
    "history-server",
    collector({
      image: "a",
      env: [
        { name: "STORAGE_BACKEND", value: "GCS" },
        { name: "GCS_BUCKET", value: "" },
      ],
    }),
    { [`1.7.0${ALL}`]: ["error spec.historyServerOptions.collectorOptions.env"] },
  ],
  [
    "network-policy",
    policy({ mode: "DenyAllEgress", head: { ingressRules: [{}] } }),
    {
      "1.7.0": ["error spec.networkPolicy", "error spec.networkPolicy.head.ingressRules"],
      "1.7.0 RayClusterNetworkPolicy=false": ["error spec.networkPolicy"],
    },
  ],
  [
    "tls-options",
    headVariables([{ name: "RAY_USE_TLS" }], { spec: { tlsOptions: { enabled: true } } }),
    {
      "1.7.0": ["error spec.tlsOptions", `error ${ENV}[0]`],
      "1.7.0 RayClusterMTLS=false": ["error spec.tlsOptions"],
    },
  ],
  [
    "network-policy",
    policy({ workerGroups: [{}] }),
    { [`1.7.0${ALL}`]: ["error spec.networkPolicy.workerGroups[0].groupName"] },
  ],
  [
    "containers",
    cron({
      jobTemplate: {
        rayClusterSpec: spec({ headGroupSpec: { template: { spec: { containers: [] } } } }),
      },
    }),
    { "1.7.0": ["error spec.jobTemplate.rayClusterSpec.headGroupSpec.template.spec.containers"] },
  ],
  [
    "tls-options",
    merge(
      withContainers(container("ray-head"), container("b", { env: [{ name: "RAY_USE_TLS" }] })),
      { spec: { tlsOptions: { enabled: true } } },
    ),
    { [`1.7.0${ALL}`]: [] },
  ],
  ...[job, service].map(
    (owner): LawRow => [
      "upgrade-strategy",
      owner({
        [owner === job ? "rayClusterSpec" : "rayClusterConfig"]: spec({
          upgradeStrategy: { type: "Recreate" },
        }),
      }),
      {
        "1.6.0": [
          `error spec.${owner === job ? "rayClusterSpec" : "rayClusterConfig"}.upgradeStrategy.type`,
        ],
      },
    ],
  ),
  [
    "token-authentication",
    withSpec({ authOptions: { mode: "token" }, rayVersion: null }),
    { "1.5.1": ["error spec.authOptions.mode"] },
  ],
];
