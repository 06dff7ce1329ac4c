import { full, simple } from "./find.ts";

/** A law, a request, settings, and the places at which the law speaks. */
export type Row = readonly [
  code: string,
  request: object,
  settings: object,
  places: readonly string[],
];

const kuberay = (kuberay_version: string) => ({ kuberay_version });
const node = (options: Readonly<Record<string, unknown>>) => simple(2, {}, options);
const nodePath = (path: string) => `request config.node_config.${path}`;

const sound = { cpu: 4, memory_gb: 16 };

/** One group of bounds 1 and 2, or of equal bounds, with options of its own and of the autoscaler. */
function group(
  options: object,
  autoscaler: object = {},
  max_workers = 2,
): { readonly config: object } {
  return {
    config: {
      head_node: sound,
      scaling_groups: [{ worker_nodes: sound, min_workers: 1, max_workers, ...options }],
      ...(max_workers > 1 ? { autoscaler_config: { cpu: 1, memory_gb: 1, ...autoscaler } } : {}),
    },
  };
}

const groupPath = (path: string) => `request config.scaling_groups[0].${path}`;
const tokens = { mode: "token", kubernetes_tokens: true };
const rocksdb = { backend: "rocksdb", storage: { claim: "a" } };

/** What a release of KubeRay has first, and the one before it. */
const released: readonly (readonly [
  request: object,
  place: string,
  since: string,
  before: string,
])[] = [
  [{ head_service: { annotations: { a: "b" } } }, "head_service.annotations", "0.5.0", "0.4.0"],
  [{ head_service: { labels: { a: "b" } } }, "head_service.labels", "0.5.2", "0.5.0"],
  [{ head_service: { name: "a" } }, "head_service.name", "1.0.0", "0.6.0"],
  [{ suspend: false }, "suspend", "1.1.0", "1.0.0"],
  [{ managed_by: "ray.io/kuberay-operator" }, "managed_by", "1.3.0", "1.2.2"],
  [{ upgrade_strategy: "None" }, "upgrade_strategy", "1.6.0", "1.5.2"],
  [{ auth: { mode: "token" } }, "auth", "1.5.1", "1.5.0"],
  [{ auth: { mode: "token", secret: "a" } }, "auth.secret", "1.6.0", "1.5.2"],
  [{ auth: tokens }, "auth.kubernetes_tokens", "1.6.0", "1.5.2"],
  [{ gcs_fault_tolerance: rocksdb }, "gcs_fault_tolerance.backend", "1.7.0", "1.6.2"],
  [
    { gcs_fault_tolerance: { redis_address: "a:1", redis_username: "b" } },
    "gcs_fault_tolerance.redis_username",
    "1.3.0",
    "1.2.2",
  ],
  [{ network_policy: {} }, "network_policy", "1.7.0", "1.6.2"],
  [{ tls: { enabled: false } }, "tls", "1.7.0", "1.6.2"],
  [group({ hosts: 2 }), "config.scaling_groups[0].hosts", "1.1.0", "1.0.0"],
  [group({}, { version: "v2" }), "config.autoscaler_config.version", "1.1.0", "1.0.0"],
  [
    group({ idle_timeout_seconds: 1 }),
    "config.scaling_groups[0].idle_timeout_seconds",
    "1.3.0",
    "1.2.2",
  ],
  [group({ suspend: true }, {}, 1), "config.scaling_groups[0].suspend", "1.6.0", "1.5.2"],
  [group({ priority: 1 }), "config.scaling_groups[0].priority", "1.7.0", "1.6.2"],
];

const releaseRows: readonly Row[] = released.flatMap(([request, place, since, before]) => {
  const whole = { ...simple(2), ...request };
  return [
    ["release-required", whole, kuberay(since), []],
    ["release-required", whole, kuberay(before), [`request ${place}`]],
  ] satisfies Row[];
});

/** What a version of Ray has first, the one before it, and whether KubeRay refuses it where the version is missing. */
const ofRay: readonly (readonly [object, string, string, string, boolean])[] = [
  [{ auth: { mode: "token" } }, "auth.mode", "2.52.0", "2.51.9", true],
  [{ auth: { kubernetes_tokens: true } }, "auth.kubernetes_tokens", "2.55.0", "2.54.0", true],
  [group({ priority: 1 }), "config.scaling_groups[0].priority", "2.56.0", "2.55.0", true],
  [group({ hosts: 2 }), "config.scaling_groups[0].hosts", "2.32.0", "2.31.0", false],
  [group({}, { version: "v2" }), "config.autoscaler_config.version", "2.10.0", "2.9.3", false],
  [
    { gcs_fault_tolerance: { redis_address: "a:1", redis_username: "b" } },
    "gcs_fault_tolerance.redis_username",
    "2.41.0",
    "2.40.0",
    false,
  ],
];

const rayRows: readonly Row[] = ofRay.flatMap(([request, place, since, before, isRefused]) => {
  const whole = { ...simple(2), ...request };
  const places = [`request ${place}`];
  return [
    ["ray-release-required", { ...whole, ray_version: since }, {}, []],
    ["ray-release-required", { ...whole, ray_version: before }, {}, places],
    ["ray-release-required", { ...whole, ray_version: null }, {}, isRefused ? places : []],
    ["ray-release-required", { ...whole, ray_version: "newest" }, {}, []],
  ] satisfies Row[];
});

const gates: readonly (readonly [object, string])[] = [
  [{ network_policy: {} }, "network_policy"],
  [{ tls: { enabled: true } }, "tls"],
  [{ gcs_fault_tolerance: rocksdb }, "gcs_fault_tolerance.backend"],
];

const gateRows: readonly Row[] = gates.flatMap(([request, place]) => {
  const whole = { ...simple(2), ...request };
  return [
    ["feature-gate-needed", whole, kuberay("1.7.0"), [`request ${place}`]],
    ["feature-gate-needed", whole, kuberay("1.6.2"), []],
  ] satisfies Row[];
});

const redis = (options: object) => ({ ...simple(2), gcs_fault_tolerance: options });
const auth = (options: object) => ({ ...simple(2), auth: options });
const network = (options: object) => ({ ...simple(2), network_policy: options });
const rule = { to: [{ ipBlock: { cidr: "10.0.0.0/8" } }] };
const labels = (key: string) => ({ ...simple(2), labels: { [key]: "true" } });
const annotations = (key: string) => ({ ...simple(2), annotations: { [key]: "true" } });
const queue = { labels: { "kueue.x-k8s.io/queue-name": "team" } };
const claim = (mount_path: string) => ({ mount_path, claim: "a" });

const mounted = (name: string, mount_path: string, source: object) => ({
  name,
  mount_path,
  ...source,
});
const [models, folder] = [{ claim: "models" }, { empty_dir: {} }];
const volumes = (...list: readonly object[]) => ({ ...simple(2), volumes: list });
const named = (container_name: string, options: object = {}) => ({
  config: { head_node: { ...sound, container_name }, ...options },
});
const workers = { worker_nodes: { ...sound }, min_workers: 1, max_workers: 1 };

const nameRows: readonly Row[] = [
  ["volume-name-taken", volumes(mounted("a", "/a", models), mounted("b", "/b", models)), {}, []],
  ["volume-name-taken", volumes(mounted("a", "/a", models), mounted("a", "/b", models)), {}, []],
  [
    "volume-name-taken",
    volumes(mounted("a", "/a", models), mounted("a", "/b", folder)),
    {},
    ["request volumes[1].name"],
  ],
  [
    "volume-name-taken",
    { ...node({ volumes: [mounted("a", "/b", folder)] }), volumes: [mounted("a", "/a", models)] },
    {},
    [nodePath("volumes[0].name")],
  ],
  [
    "volume-name-taken",
    node({ shm_gb: 1, volumes: [mounted("shm", "/a", folder)] }),
    {},
    [nodePath("volumes[0].name")],
  ],
  ["volume-name-taken", volumes(mounted("ray-logs", "/tmp/ray/", folder)), {}, []],
  ["volume-name-taken", volumes(mounted("shared-mem", "/dev/shm", folder)), {}, []],
  [
    "volume-name-taken",
    volumes(mounted("ray-logs", "/logs", folder), mounted("shared-mem", "/shm", folder)),
    {},
    ["request volumes[0].name", "request volumes[1].name"],
  ],
  ["volume-name-taken", volumes({ ...mounted("a", "/a", models), name: 7 }), {}, []],

  ["container-name-taken", named("ray"), {}, []],
  ["container-name-taken", named("wait-gcs-ready"), {}, []],
  ...["autoscaler", "wait-for-tls-ip-san", "ray-history-collector"].map(
    (name): Row => [
      "container-name-taken",
      named(name),
      {},
      ["request config.head_node.container_name"],
    ],
  ),
  ...["wait-gcs-ready", "wait-for-head", "wait-for-tls-ip-san", "ray-history-collector"].map(
    (name): Row => [
      "container-name-taken",
      named("ray", {
        scaling_groups: [{ ...workers, worker_nodes: { ...sound, container_name: name } }],
      }),
      {},
      ["request config.scaling_groups[0].worker_nodes.container_name"],
    ],
  ),
  [
    "container-name-taken",
    named("ray", {
      scaling_groups: [
        { ...workers, worker_nodes: { ...sound, container_name: "wait-gcs-ready" } },
        { ...workers, worker_nodes: { ...sound, container_name: "autoscaler" } },
      ],
    }),
    {},
    ["request config.scaling_groups[0].worker_nodes.container_name"],
  ],
  [
    "container-name-taken",
    node({ container_name: "autoscaler" }),
    {},
    [nodePath("container_name")],
  ],
  [
    "container-name-taken",
    node({ container_name: "wait-gcs-ready" }),
    {},
    [nodePath("container_name")],
  ],

  [
    "head-service-name-cut",
    { ...simple(2), head_service: { name: "a".repeat(50) } },
    kuberay("1.3.2"),
    [],
  ],
  [
    "head-service-name-cut",
    { ...simple(2), head_service: { name: "a".repeat(51) } },
    kuberay("1.3.2"),
    ["request head_service.name"],
  ],
  [
    "head-service-name-cut",
    { ...simple(2), head_service: { name: "a".repeat(51) } },
    kuberay("1.4.0"),
    [],
  ],

  ["worker-bounds", group({ workers: 1 }), {}, []],
  ["worker-bounds", group({ workers: 2 }), {}, []],
  ["worker-bounds", group({ workers: 0 }), {}, [groupPath("workers")]],
  ["worker-bounds", group({ workers: 3 }), {}, [groupPath("workers")]],
  ["worker-bounds", group({ workers: "3" }), {}, []],
  [
    "worker-bounds",
    { config: { ...group({ min_workers: 3 }).config, autoscaling: false } },
    {},
    [groupPath("min_workers")],
  ],

  [
    "autoscaler-required",
    {
      config: {
        head_node: sound,
        scaling_groups: [{ ...workers, max_workers: 2 }],
        autoscaling: false,
      },
    },
    {},
    [],
  ],
  [
    "autoscaler-required",
    { config: { head_node: sound, scaling_groups: [workers], autoscaling: true } },
    {},
    ["request config.autoscaler_config"],
  ],
  ["autoscaler-required", { config: { head_node: sound, autoscaling: true } }, {}, []],
  ["autoscaler-required", simple(2, { max_nodes: 3, autoscaling: false }), {}, []],
  [
    "autoscaler-unused",
    { config: { ...group({}).config, autoscaling: false } },
    {},
    ["request config.autoscaler_config"],
  ],
  [
    "autoscaler-unused",
    { config: { ...group({ max_workers: 1 }).config, autoscaling: true } },
    {},
    [],
  ],

  ["request-pod-templates-off", { ...simple(2), cluster_template: {} }, {}, []],
  [
    "request-pod-templates-off",
    { ...simple(2), cluster_template: { spec: {} } },
    {},
    ["request cluster_template"],
  ],
  [
    "request-pod-templates-off",
    { ...simple(2), cluster_template: { spec: {} } },
    { ray: { request_pod_templates: true } },
    [],
  ],
];

/** The laws of what a request can say beside the numbers of nodes. */
export const optionVectors: readonly Row[] = [
  ...releaseRows,
  ["release-required", { ...simple(2), auth: {}, head_service: {} }, kuberay("0.4.0"), []],
  [
    "release-required",
    { ...simple(2), auth: { mode: "token" } },
    kuberay("0.4.0"),
    ["request auth"],
  ],
  // A release that is not supported is the mistake.
  ["release-required", { ...simple(2), auth: { mode: "token" } }, kuberay("0.3.0"), []],
  ["release-required", redis({ backend: "redis", redis_address: "a:1" }), kuberay("0.4.0"), []],
  ["release-required", { ...simple(2), suspend: "yes" }, kuberay("1.0.0"), []],
  ...rayRows,
  ...gateRows,

  ["requests-over-limits", node({ requests: { cpu: 4, memory_gb: 16 } }), {}, []],
  ["requests-over-limits", node({ requests: { cpu: 4.001 } }), {}, [nodePath("requests.cpu")]],
  ["requests-over-limits", node({ requests: { cpu: 8 }, limits: { cpu: null } }), {}, []],
  [
    "requests-over-limits",
    node({ requests: { memory_gb: 16.5 } }),
    {},
    [nodePath("requests.memory_gb")],
  ],
  ["requests-over-limits", node({ requests: { cpu: "8" } }), {}, []],
  ["requests-over-limits", node({ cpu: "2", requests: { cpu: 8 } }), {}, []],

  ["mount-path-twice", { ...simple(2), volumes: [claim("/a"), claim("/b")] }, {}, []],
  [
    "mount-path-twice",
    { ...simple(2), volumes: [claim("/a"), claim("/a/")] },
    {},
    ["request volumes[1].mount_path"],
  ],
  [
    "mount-path-twice",
    { ...node({ volumes: [claim("/a")] }), volumes: [claim("/a")] },
    {},
    [nodePath("volumes[0].mount_path")],
  ],
  [
    "mount-path-twice",
    node({ shm_gb: 1, volumes: [claim("/dev/shm")] }),
    {},
    [nodePath("volumes[0].mount_path")],
  ],
  ["mount-path-twice", node({ volumes: [claim("/dev/shm"), claim("/tmp/ray")] }), {}, []],
  [
    "mount-path-twice",
    { ...redis(rocksdb), volumes: [claim("/data/gcs")] },
    {},
    ["request volumes[0].mount_path"],
  ],
  [
    "mount-path-twice",
    { ...redis({ redis_address: "a:1" }), volumes: [claim("/data/gcs")] },
    {},
    [],
  ],
  [
    "mount-path-twice",
    { ...auth(tokens), volumes: [claim("/var/run/secrets/ray.io/serviceaccount")] },
    {},
    ["request volumes[0].mount_path"],
  ],
  [
    "mount-path-twice",
    { ...auth({ mode: "token" }), volumes: [claim("/var/run/secrets/ray.io/serviceaccount")] },
    {},
    [],
  ],

  ...nameRows,

  ["reserved-variable", { ...simple(2), env: { RAY_LOG_TO_STDERR: "0" } }, {}, []],
  ...[
    ...["FQ_RAY_IP", "RAY_IP", "RAY_CLUSTER_NAME", "RAY_CLUSTER_NAMESPACE"],
    ...["RAY_CLOUD_INSTANCE_ID", "RAY_NODE_TYPE_NAME", "KUBERAY_GEN_RAY_START_CMD"],
    ...["KUBERAY_GEN_AUTOSCALER_START_CMD", "RAY_USAGE_STATS_EXTRA_TAGS"],
    ...["RAY_enable_autoscaler_v2", "RAY_gcs_storage", "RAY_gcs_storage_path"],
    ...["RAY_REDIS_ADDRESS", "REDIS_PASSWORD", "REDIS_USERNAME"],
  ].map(
    (name): Row => [
      "reserved-variable",
      { ...simple(2), env: { [name]: "a" } },
      {},
      [`request env.${name}`],
    ],
  ),
  [
    "reserved-variable",
    node({ env: { RAY_enable_autoscaler_v2: "1" } }),
    {},
    [nodePath("env.RAY_enable_autoscaler_v2")],
  ],
  [
    "reserved-variable",
    group({}, { env: { KUBERAY_GEN_AUTOSCALER_START_CMD: "a" } }),
    {},
    ["request config.autoscaler_config.env.KUBERAY_GEN_AUTOSCALER_START_CMD"],
  ],

  ["group-name-taken", group({ name: "heads" }), {}, []],
  ["group-name-taken", group({ name: "head" }), {}, [groupPath("name")]],
  ["group-name-taken", group({ name: "headgroup" }), {}, [groupPath("name")]],
  [
    "group-name-taken",
    {
      config: {
        head_node: sound,
        scaling_groups: [
          { name: "worker-group-1", worker_nodes: sound, min_workers: 1, max_workers: 1 },
          { worker_nodes: sound, min_workers: 1, max_workers: 1 },
        ],
      },
    },
    {},
    ["request config.scaling_groups[1]"],
  ],
  [
    "group-name-taken",
    full({}, [
      [1, 1, {}],
      [1, 1, {}],
    ]),
    {},
    [],
  ],

  ["start-parameter-refused", node({ ray_start_params: { "dashboard-host": "::" } }), {}, []],
  [
    "start-parameter-refused",
    node({ ray_start_params: { "num-cpus": "0", port: "6379" } }),
    {},
    [nodePath('ray_start_params["num-cpus"]'), nodePath("ray_start_params.port")],
  ],

  ["reserved-ray-resource", node({ ray_resources: { cpu: 1, TPU: 4 } }), {}, []],
  [
    "reserved-ray-resource",
    node({ ray_resources: { CPU: 1, object_store_memory: 4 } }),
    {},
    [nodePath("ray_resources.CPU"), nodePath("ray_resources.object_store_memory")],
  ],

  ["autoscaler-contradiction", group({ idle_timeout_seconds: 0 }), {}, []],
  ["autoscaler-contradiction", { ...group({ priority: 1 }), ray_version: "2.48.0" }, {}, []],
  [
    "autoscaler-contradiction",
    { ...group({ priority: 1, idle_timeout_seconds: 1 }), ray_version: "2.47.0" },
    {},
    [groupPath("idle_timeout_seconds")],
  ],
  ["autoscaler-contradiction", { ...group({ priority: 1 }), ray_version: null }, {}, []],
  [
    "autoscaler-contradiction",
    { ...group({ priority: 1 }, { version: "v1" }), ray_version: "2.47.0" },
    {},
    [groupPath("priority")],
  ],
  [
    "autoscaler-contradiction",
    { ...group({ idle_timeout_seconds: 1 }, { version: "v2" }), ray_version: null },
    {},
    [],
  ],
  [
    "autoscaler-contradiction",
    { ...group({ idle_timeout_seconds: 1 }), ray_version: null },
    {},
    [groupPath("idle_timeout_seconds")],
  ],
  [
    "autoscaler-contradiction",
    { ...group({ idle_timeout_seconds: 1 }), ray_version: "newest" },
    {},
    [],
  ],
  [
    "autoscaler-contradiction",
    group({ idle_timeout_seconds: 1 }, { version: "v1" }),
    {},
    [groupPath("idle_timeout_seconds")],
  ],
  ["autoscaler-contradiction", group({ idle_timeout_seconds: 1 }), kuberay("1.0.0"), []],
  [
    "autoscaler-contradiction",
    { ...group({ idle_timeout_seconds: 1 }), ray_version: "2.47.0" },
    kuberay("1.1.0"),
    [groupPath("idle_timeout_seconds")],
  ],
  [
    "autoscaler-contradiction",
    group({ idle_timeout_seconds: 1 }, {}, 1),
    {},
    [groupPath("idle_timeout_seconds")],
  ],
  ["autoscaler-contradiction", group({ suspend: true }, {}, 1), {}, []],
  ["autoscaler-contradiction", group({ suspend: true }), {}, [groupPath("suspend")]],

  ["auth-contradiction", auth(tokens), {}, []],
  ["auth-contradiction", auth({ mode: "token", secret: "a" }), {}, []],
  ["auth-contradiction", auth({ mode: "token", kubernetes_tokens: false, secret: "a" }), {}, []],
  ["auth-contradiction", auth({ secret: "a" }), {}, ["request auth.secret"]],
  ["auth-contradiction", auth({ mode: "disabled", secret: "a" }), {}, ["request auth.secret"]],
  ["auth-contradiction", auth({ mode: "disabled" }), {}, []],
  ["auth-contradiction", auth({ kubernetes_tokens: true }), {}, ["request auth.kubernetes_tokens"]],
  ["auth-contradiction", auth({ ...tokens, secret: "a" }), {}, ["request auth.secret"]],
  ["auth-contradiction", auth({ ...tokens, mode: "tokens" }), {}, []],

  ["network-rules-contradiction", network({ worker: { egress_rules: [rule] } }), {}, []],
  [
    "network-rules-contradiction",
    network({ mode: "DenyAllEgress", worker: { egress_rules: [rule], ingress_rules: [] } }),
    {},
    [],
  ],
  [
    "network-rules-contradiction",
    network({ mode: "DenyAllIngress", worker: { egress_rules: [rule] } }),
    {},
    ["request network_policy.worker.egress_rules"],
  ],
  [
    "network-rules-contradiction",
    network({ mode: "DenyAllEgress", head: { ingress_rules: [{}] } }),
    {},
    ["request network_policy.head.ingress_rules"],
  ],

  ["gcs-storage-contradiction", redis({ redis_address: "a:1" }), {}, []],
  ["gcs-storage-contradiction", redis({}), {}, ["request gcs_fault_tolerance.redis_address"]],
  ["gcs-storage-contradiction", redis({ redis_address: "" }), {}, []],
  [
    "gcs-storage-contradiction",
    redis({ redis_address: "a:1", storage: { claim: "a" } }),
    {},
    ["request gcs_fault_tolerance.storage"],
  ],
  ["gcs-storage-contradiction", redis(rocksdb), {}, []],
  ["gcs-storage-contradiction", redis({ backend: "rocksdb", storage: { size_gb: 1 } }), {}, []],
  [
    "gcs-storage-contradiction",
    redis({
      ...rocksdb,
      redis_username: "c",
      redis_password: "a",
      external_storage_namespace: "b",
    }),
    {},
    [
      "request gcs_fault_tolerance.redis_username",
      "request gcs_fault_tolerance.redis_password",
      "request gcs_fault_tolerance.external_storage_namespace",
    ],
  ],
  [
    "gcs-storage-contradiction",
    redis({ backend: "rocksdb" }),
    {},
    ["request gcs_fault_tolerance.storage"],
  ],
  [
    "gcs-storage-contradiction",
    redis({ backend: "rocksdb", storage: { claim: "a", size_gb: 1 } }),
    {},
    ["request gcs_fault_tolerance.storage.claim"],
  ],
  ["gcs-storage-contradiction", redis({ backend: "rocksdb", storage: { claim: "A" } }), {}, []],

  ["ray-version-missing", simple(2), {}, []],
  ["ray-version-missing", { ...simple(2), ray_version: null }, {}, ["request ray_version"]],
  ["ray-version-missing", { ...simple(2), ray_version: "newest" }, {}, []],
  ["ray-version-missing", { ...simple(2), ray_version: null, rayVersion: "2.52.0" }, {}, []],

  ["key-without-effect", labels("ray.io/priority-class-name"), kuberay("0.4.0"), []],
  ["key-without-effect", labels("ray.io/scheduler-name"), kuberay("1.2.1"), []],
  [
    "key-without-effect",
    labels("ray.io/scheduler-name"),
    kuberay("1.2.2"),
    ['request labels["ray.io/scheduler-name"]'],
  ],
  ["key-without-effect", labels("ray.io/gang-scheduling-enabled"), kuberay("1.2.2"), []],
  [
    "key-without-effect",
    labels("ray.io/gang-scheduling-enabled"),
    kuberay("1.2.1"),
    ['request labels["ray.io/gang-scheduling-enabled"]'],
  ],
  ["key-without-effect", annotations("ray.io/enableAgentService"), kuberay("1.0.0"), []],
  [
    "key-without-effect",
    annotations("ray.io/enableAgentService"),
    kuberay("1.1.0"),
    ['request annotations["ray.io/enableAgentService"]'],
  ],
  ["key-without-effect", annotations("ray.io/gcs-ft-deletion-timeout"), kuberay("1.6.2"), []],
  [
    "key-without-effect",
    annotations("ray.io/gcs-ft-deletion-timeout"),
    kuberay("1.6.1"),
    ['request annotations["ray.io/gcs-ft-deletion-timeout"]'],
  ],

  ...[
    ["ray.io/overwrite-container-cmd", "1.0.0", "1.1.0"] as const,
    ["ray.io/enable-serve-service", "1.0.0", "1.1.0"] as const,
    ["ray.io/disable-provisioned-head-restart", "1.5.2", "1.6.0"] as const,
  ].flatMap(([name, unread, read]): readonly Row[] => [
    ["key-without-effect", annotations(name), kuberay(read), []],
    ["key-without-effect", annotations(name), kuberay(unread), [`request annotations["${name}"]`]],
  ]),

  ["kueue-autoscaling", { ...group({}, {}, 1), ...queue }, {}, []],
  ["kueue-autoscaling", group({}), {}, []],
  [
    "kueue-autoscaling",
    { ...group({}), ...queue },
    {},
    ['request labels["kueue.x-k8s.io/queue-name"]'],
  ],
  [
    "kueue-autoscaling",
    { ...group({}), ...queue, annotations: { "kueue.x-k8s.io/elastic-job": "true" } },
    {},
    [],
  ],

  ["fractional-cpu", node({ cpu: 0.5, ray_cpus: 1 }), {}, []],
];
