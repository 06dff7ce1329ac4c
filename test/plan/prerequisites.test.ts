import { expect, test } from "vitest";
import { compileOrThrow } from "../../src/compile-or-throw.ts";

const scaling = {
  head_node: { cpu: 2, memory_gb: 4 },
  scaling_groups: [{ worker_nodes: { cpu: 2, memory_gb: 4 }, min_workers: 0, max_workers: 2 }],
};
const secret = (name: string) => ({ secret: name, key: "k" });
const configMap = (name: string) => ({ config_map: name, key: "k" });

/** What must exist beside the release of KubeRay: its own two come first. */
function needed(request: object, settings: object = {}): readonly string[] {
  const cluster = { name: "train", image: "ray:1", ray_version: "2.52.0", config: scaling };
  const config = { ...scaling, autoscaler_config: { cpu: 1, memory_gb: 1 } };
  const { plan } = compileOrThrow({ ...cluster, config, ...request }, settings);
  return plan.prerequisites.slice(2).map(({ kind, name, reason }) => `${kind} ${name}: ${reason}`);
}

const variables = "A variable of the pods is read from it.";
const redis = "It has the credentials for Redis.";

test.each<readonly [request: object, needed: readonly string[]]>([
  [{ env: { A: "a" } }, []],
  [{ env: { A: secret("a") } }, [`Secret a: ${variables}`]],
  [{ env: { A: configMap("a") } }, [`ConfigMap a: ${variables}`]],
  [
    { volumes: [{ mount_path: "/a", claim: "a" }] },
    ["PersistentVolumeClaim a: The pods mount it."],
  ],
  [
    {
      gcs_fault_tolerance: {
        redis_address: "a:1",
        redis_username: configMap("a"),
        redis_password: configMap("b"),
      },
    },
    [`ConfigMap a: ${redis}`, `ConfigMap b: ${redis}`],
  ],
  [
    { gcs_fault_tolerance: { backend: "rocksdb", storage: { claim: "a" } } },
    ["PersistentVolumeClaim a: The head stores its state on it."],
  ],
])("the request %j needs %j", (request, expected) => {
  expect(needed(request)).toEqual(expected);
});

test("a variable of the autoscaler alone needs its Secret", () => {
  const autoscaler_config = { cpu: 1, memory_gb: 1, env: { A: secret("a") } };
  expect(needed({ config: { ...scaling, autoscaler_config } })).toEqual([`Secret a: ${variables}`]);
});

test("all that a pod template refers to is needed, and nothing that is optional", () => {
  const optional = { name: "maybe", optional: true };
  const spec = {
    serviceAccountName: "trainer",
    imagePullSecrets: [{ name: "pull" }],
    resourceClaims: [
      { name: "a", resourceClaimName: "device" },
      { name: "b", resourceClaimTemplateName: "devices" },
    ],
    volumes: [
      { name: "a", configMap: { name: "words" } },
      { name: "b", configMap: optional },
      { name: "c", secret: { secretName: "certificate" } },
      { name: "d", secret: { secretName: "maybe", optional: true } },
      { name: "e", projected: { sources: [{ secret: { name: "key" } }, { secret: optional }] } },
      { name: "f", projected: { sources: [{ configMap: { name: "trust" } }] } },
    ],
    initContainers: [
      {
        name: "load",
        image: "a:1",
        env: [{ name: "A", valueFrom: { configMapKeyRef: { name: "loads", key: "k" } } }],
      },
    ],
    containers: [
      {
        name: "ray-worker",
        env: [{ name: "A", valueFrom: { secretKeyRef: { ...optional, key: "k" } } }],
        envFrom: [{ configMapRef: { name: "all" } }, { secretRef: { name: "hidden" } }],
      },
    ],
  };
  const found = needed({}, { ray: { worker_pod_template: { spec } } });
  expect(found).toEqual([
    "ServiceAccount trainer: Pods run under it.",
    "Secret pull: The image is pulled with it.",
    "ConfigMap words: The pods mount it.",
    "Secret certificate: The pods mount it.",
    "Secret key: The pods mount it.",
    "ConfigMap trust: The pods mount it.",
    `ConfigMap loads: ${variables}`,
    `ConfigMap all: ${variables}`,
    `Secret hidden: ${variables}`,
    "ResourceClaim device: The pods claim devices by it.",
    "ResourceClaimTemplate devices: The pods claim devices by it.",
  ]);
});

test.each<readonly [ray: object, account: string, needed: readonly string[]]>([
  [
    {},
    "default",
    [
      "default: Head and workers run under it; KubeRay lets it manage the cluster's pods for the autoscaler.",
    ],
  ],
  [
    { pod_template: { spec: { serviceAccountName: "a" } } },
    "a",
    [
      "a: Head and workers run under it; KubeRay lets it manage the cluster's pods for the autoscaler.",
    ],
  ],
  [
    {
      head_pod_template: { spec: { serviceAccountName: "a" } },
      worker_pod_template: { spec: { serviceAccountName: "b" } },
    },
    "a",
    [
      "a: Pods run under it; KubeRay lets it manage the cluster's pods for the autoscaler.",
      "b: Pods run under it.",
    ],
  ],
  [
    { worker_pod_template: { spec: { serviceAccountName: null } } },
    "ray",
    [
      "ray: Pods run under it; KubeRay lets it manage the cluster's pods for the autoscaler.",
      "default: Pods run under it.",
    ],
  ],
])("the accounts of the plan are those of the built pods: %j", (ray, account, accounts) => {
  const config = { ...scaling, autoscaler_config: { cpu: 1, memory_gb: 1 } };
  const request = { name: "train", image: "ray:1", ray_version: "2.52.0", config };
  const worker = account === "ray" ? { service_account: { name: "ray" } } : {};
  const { plan } = compileOrThrow(request, { ray, worker });
  const needed = plan.prerequisites.filter(({ kind }) => kind === "ServiceAccount");
  expect(plan.service_account).toBe(account);
  expect(needed.map(({ name, reason }) => `${name}: ${reason}`)).toEqual(accounts);
});
