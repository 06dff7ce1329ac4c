import { expect, test } from "vitest";
import { diagnosticCodes } from "../../src/diagnostics/codes.ts";
import { rules } from "../../src/rules/registry.ts";
import { acceleratorVectors } from "./accelerator-vectors.ts";
import { deviceVectors } from "./device-vectors.ts";
import { find, full, simple } from "./find.ts";
import type { Row } from "./option-vectors.ts";
import { optionVectors } from "./option-vectors.ts";
import { ownerRuleVectors } from "./owner-vectors.ts";

const gpus = { ray: { supports_gpus: true } };
const keyed = { ray: { supports_gpus: true, gpu_resource_request_key: "nvidia.com/gpu" } };
const autoscaler = { autoscaler_config: { cpu: 1, memory_gb: 1 } };
const kuberay = (kuberay_version: string) => ({ kuberay_version });
const ray = (ray_version: string) => ({ ray_version, ...simple(2) });
const named = (name: string) => ({ name, ...simple(2) });

const keyedBy = (key: string) => ({ ray: { supports_gpus: true, gpu_resource_request_key: key } });
const account = (name: unknown) => ({ worker: { service_account: { name } } });
const ACCOUNT = "settings worker.service_account.name";
const scaling = simple(2, { max_nodes: 3, ...autoscaler });
const image = (text: string, version = "2.52.0") => ({
  image: text,
  ray_version: version,
  ...simple(2),
});
const agentPort = (port: string) =>
  simple(2, {}, { ray_start_params: { "dashboard-agent-listen-port": port } });
const AGENT_PORT = 'request config.node_config.ray_start_params["dashboard-agent-listen-port"]';
const DIGEST = `sha256:${"0".repeat(64)}`;

const GROUP = "request config.scaling_groups[0]";
const nodes = (most: number) => ({ ray: { limits: { nodes: most } } });
const mount = { mount_path: "/data", empty_dir: {} };
const twice = [mount, mount];
/** A group that starts with some workers, beside an autoscaler. */
const starting = (
  min_workers: number,
  max_workers: number,
  workers: number,
  more: object = {},
) => ({
  config: {
    head_node: { cpu: 4, memory_gb: 16 },
    scaling_groups: [
      { worker_nodes: { cpu: 4, memory_gb: 16 }, min_workers, max_workers, workers, ...more },
    ],
    ...autoscaler,
  },
});

const table: readonly Row[] = [
  ["ray-disabled", simple(2), {}, []],
  ["ray-disabled", simple(2), { ray: { enabled: true } }, []],
  ["ray-disabled", simple(2), { ray: { enabled: null } }, []],
  ["ray-disabled", simple(2), { ray: { enabled: false } }, ["settings ray.enabled"]],
  ["ray-disabled", {}, { ray: { enabled: "no" } }, []],

  ["kuberay-version-unsupported", simple(2), {}, []],
  ["kuberay-version-unsupported", simple(2), kuberay("0.4.0"), []],
  ["kuberay-version-unsupported", simple(2), kuberay("0.3.9"), ["settings kuberay_version"]],
  ["kuberay-version-unsupported", simple(2), kuberay("v0.3.0"), ["settings kuberay_version"]],
  ["kuberay-version-unsupported", simple(2), kuberay("nightly"), []],

  ["ray-version-unsupported", ray("2.0.0"), {}, []],
  ["ray-version-unsupported", ray("v2.40.0"), {}, []],
  ["ray-version-unsupported", ray("20.0"), {}, []],
  ["ray-version-unsupported", ray("1.13.0"), {}, ["request ray_version"]],
  ["ray-version-unsupported", ray("nightly"), {}, []],

  ["worker-bounds", full({}, [[2, 2, {}]]), {}, []],
  ["worker-bounds", full({}, [[0, 0, {}]]), {}, []],
  [
    "worker-bounds",
    full({}, [
      [3, 2, {}],
      [1, 2, {}],
      [1, 0, {}],
    ]),
    {},
    [
      "request config.scaling_groups[0].min_workers",
      "request config.scaling_groups[2].min_workers",
    ],
  ],
  ["worker-bounds", full({}, [["3", 2, {}]]), {}, []],
  ["worker-bounds", full({}, [[3, undefined, {}]]), {}, []],
  ["worker-bounds", simple(4, { max_nodes: 2 }), {}, []],

  ["node-bounds", simple(4, { max_nodes: 2, max_node: 5 }), {}, ["request config.max_nodes"]],
  ["node-bounds", simple(2), {}, []],
  ["node-bounds", simple(2, { max_nodes: 2 }), {}, []],
  ["node-bounds", simple(2, { max_nodes: null }), {}, []],
  ["node-bounds", simple(2, { max_nodes: 1 }), {}, ["request config.max_nodes"]],
  ["node-bounds", simple(2, { max_nodes: "1" }), {}, []],
  ["node-bounds", simple("2", { max_nodes: 1 }), {}, []],
  ["node-bounds", full({}, [[3, 2, {}]]), {}, []],

  ["autoscaler-required", full({}, [[2, 2, {}]]), {}, []],
  ["autoscaler-required", full({}, [[1, 2, {}]], {}), {}, []],
  ["autoscaler-required", full({}, [[1, 2, {}]]), {}, ["request config.autoscaler_config"]],
  ["autoscaler-required", full({}, [[2, 1, {}]]), {}, []],
  ["autoscaler-required", full({}, [[1, "2", {}]]), {}, []],
  ["autoscaler-required", simple(2, { max_nodes: 3 }), {}, ["request config.autoscaler_config"]],
  ["autoscaler-required", simple(2, { max_nodes: 3, ...autoscaler }), {}, []],
  ["autoscaler-required", simple(2, { max_nodes: 3, autoscaler_config: "big" }), {}, []],

  ["gpus-unsupported", simple(2), {}, []],
  ["gpus-unsupported", simple(2, {}, { gpu_count: 0 }), {}, []],
  ["gpus-unsupported", simple(2, {}, { gpu_count: 1 }), gpus, []],
  [
    "gpus-unsupported",
    simple(2, {}, { gpu_count: 1 }),
    {},
    ["request config.node_config.gpu_count"],
  ],
  [
    "gpus-unsupported",
    full({ gpu_count: 1 }, [[1, 1, { gpu_count: 8 }]]),
    { ray: { supports_gpus: false } },
    [
      "request config.head_node.gpu_count",
      "request config.scaling_groups[0].worker_nodes.gpu_count",
    ],
  ],
  ["gpus-unsupported", simple(2, {}, { gpu_count: 1 }), { ray: { supports_gpus: "yes" } }, []],
  ["gpus-unsupported", simple(2, {}, { gpu_count: 1 }), { ray: "none" }, []],

  ["gpu-resource-key-required", simple(2, {}, { gpu_count: 1 }), gpus, []],
  ["gpu-resource-key-required", simple(2, {}, { gpu_count: 2 }), keyed, []],
  ["gpu-resource-key-required", simple(2, {}, { gpu_count: 2 }), {}, []],
  [
    "gpu-resource-key-required",
    simple(2, {}, { gpu_count: 2 }),
    gpus,
    ["request config.node_config.gpu_count"],
  ],
  [
    "gpu-resource-key-required",
    simple(2, {}, { gpu_count: 2 }),
    { ray: { supports_gpus: true, gpu_resource_request_key: 7 } },
    [],
  ],

  ["gpu-resource-key-not-gpus", simple(2, {}, { gpu_count: 2 }), keyed, []],
  ["gpu-resource-key-not-gpus", simple(2), keyedBy("google.com/tpu"), []],
  ...["google.com/tpu", "aws.amazon.com/neuroncore", "habana.ai/gaudi", "huawei.com/Ascend910"].map(
    (key): Row => [
      "gpu-resource-key-not-gpus",
      simple(2, {}, { gpu_count: 1 }),
      keyedBy(key),
      ["settings ray.gpu_resource_request_key"],
    ],
  ),
  ["gpu-resource-key-not-gpus", simple(2, {}, { gpu_count: 1 }), keyedBy("amd.com/gpu"), []],
  ["gpu-resource-key-not-gpus", simple(2, {}, { gpu_count: 1 }), keyedBy("example.com/tpus"), []],

  [
    "request-pod-templates-off",
    simple(2, {}, { pod_template: { spec: {} } }),
    {},
    ["request config.node_config.pod_template"],
  ],
  [
    "request-pod-templates-off",
    simple(2, {}, { pod_template: { spec: {} } }),
    { ray: { request_pod_templates: true } },
    [],
  ],

  ["service-account-name-cut", scaling, account("a".repeat(50)), []],
  ["service-account-name-cut", scaling, account("a".repeat(51)), [ACCOUNT]],
  ["service-account-name-cut", scaling, account("1abc"), [ACCOUNT]],
  ["service-account-name-cut", scaling, account("a.b-1"), []],
  [
    "service-account-name-cut",
    scaling,
    { ...account("a".repeat(51)), ...kuberay("0.4.0") },
    [ACCOUNT],
  ],
  ["service-account-name-cut", simple(2), account("a".repeat(51)), []],
  ["service-account-name-cut", scaling, account("A".repeat(51)), []],
  ["service-account-name-cut", scaling, account(7), []],

  ["image-ray-version", image("rayproject/ray:2.52.0"), {}, []],
  ["image-ray-version", image("rayproject/ray:2.40.0"), {}, ["request image"]],
  [
    "image-ray-version",
    {
      ...full({ image: "rayproject/ray:2.40.0" }, [
        [1, 1, { image: "rayproject/ray:2.52.0" }],
        [1, 1, {}],
        [1, 1, {}],
      ]),
      image: "rayproject/ray:2.41.0",
    },
    {},
    ["request config.head_node.image", "request image"],
  ],
  [
    "image-ray-version",
    image("rayproject/ray:2.40.0", "2.53.0"),
    kuberay("1.5.2"),
    ["request image"],
  ],
  ["image-ray-version", image("rayproject/ray:2.40.0", "2.53.0"), kuberay("1.6.0"), []],
  ["image-ray-version", image(`rayproject/ray:2.40.0@${DIGEST}`, "2.53.0"), {}, ["request image"]],
  ["image-ray-version", image("rayproject/ray:2.40.0", "nightly"), {}, []],
  ["image-ray-version", image("rayproject/ray: 2.40.0"), {}, []],
  ["image-ray-version", image("registry.example.com/train:2.40.0"), {}, []],

  [
    "image-ray-too-old",
    image("rayproject/ray:2.52.9", "2.53.0"),
    kuberay("1.6.0"),
    ["request image"],
  ],
  ["image-ray-too-old", image("rayproject/ray:2.52.9", "2.53.0"), kuberay("1.5.2"), []],
  ["image-ray-too-old", image("rayproject/ray:2.52.9", "2.52.0"), kuberay("1.6.0"), []],
  ["image-ray-too-old", image("rayproject/ray:2.53.0", "2.54.0"), kuberay("1.6.0"), []],
  ["image-ray-too-old", image(`rayproject/ray:2.40.0@${DIGEST}`, "2.53.0"), {}, []],

  ["agent-port-unasked", agentPort("1"), kuberay("1.0.0"), []],
  ["agent-port-unasked", agentPort("1"), kuberay("1.1.0"), [AGENT_PORT]],
  ["agent-port-unasked", agentPort("1"), kuberay("1.5.1"), [AGENT_PORT]],
  ["agent-port-unasked", agentPort("1"), kuberay("1.6.0"), []],
  ["agent-port-unasked", agentPort("52365"), kuberay("1.5.1"), []],
  ["agent-port-unasked", agentPort("$PORT"), kuberay("1.5.1"), []],
  [
    "agent-port-unasked",
    { ...agentPort("1"), annotations: { "ray.io/overwrite-container-cmd": "true" } },
    kuberay("1.5.1"),
    [],
  ],

  ["group-without-workers", full({}, [[0, 1, {}]]), {}, []],
  [
    "group-without-workers",
    full({}, [
      [0, 1, {}],
      [0, 0, {}],
    ]),
    {},
    ["request config.scaling_groups[1].max_workers"],
  ],
  ["group-without-workers", full({}, [[0, "0", {}]]), {}, []],
  ["group-without-workers", simple(1), {}, []],

  ["autoscaler-unused", full({}, [[1, 2, {}]], {}), {}, []],
  ["autoscaler-unused", full({}, []), {}, []],
  ["autoscaler-unused", full({}, [], {}), {}, ["request config.autoscaler_config"]],
  ["autoscaler-unused", full({}, [[2, 2, {}]], {}), {}, ["request config.autoscaler_config"]],
  ["autoscaler-unused", full({}, [[2, "3", {}]], {}), {}, []],
  // What is meant by bounds that contradict each other is not known.
  ["autoscaler-unused", full({}, [[3, 2, {}]], {}), {}, []],
  [
    "autoscaler-unused",
    full(
      {},
      [
        [2, 2, {}],
        [3, 2, {}],
      ],
      {},
    ),
    {},
    [],
  ],
  ["autoscaler-unused", starting(2, 2, 3), {}, []],
  ["autoscaler-unused", starting(2, 2, 2), {}, ["request config.autoscaler_config"]],
  ["autoscaler-unused", simple(2, { max_nodes: 1, ...autoscaler }), {}, []],
  ["autoscaler-unused", simple(2, { max_nodes: "x", ...autoscaler }), {}, []],
  ["autoscaler-contradiction", starting(2, 2, 2, { priority: 1 }), {}, [`${GROUP}.priority`]],
  ["autoscaler-contradiction", starting(3, 2, 2, { priority: 1 }), {}, []],
  ["cluster-over-limits", full({}, [[9, 9, {}]]), nodes(9), [`${GROUP}.max_workers`]],
  ["cluster-over-limits", full({}, [[9, 8, {}]]), nodes(9), []],
  [
    "cluster-over-limits",
    full({}, [
      [undefined, 8, {}],
      [1, 2, {}],
    ]),
    nodes(9),
    [`${GROUP}.max_workers`],
  ],
  [
    "gpus-unsupported",
    simple(1, {}, { gpu_count: 1 }),
    {},
    ["request config.node_config.gpu_count"],
  ],
  ["gpus-unsupported", simple(1, {}, { gpu_count: 1, accelerator: "l4" }), {}, []],
  [
    "mount-path-twice",
    { ...full({}, [[1, 1, {}]]), volumes: twice },
    {},
    ["request volumes[1].mount_path"],
  ],
  ["autoscaler-unused", simple(2, autoscaler), {}, ["request config.autoscaler_config"]],

  ["node-memory-low", full({ memory_gb: 2 }, [[1, 1, { memory_gb: 2 }]]), {}, []],
  [
    "node-memory-low",
    full({ memory_gb: 1.9 }, [[1, 1, { memory_gb: 1 }]]),
    {},
    [
      "request config.head_node.memory_gb",
      "request config.scaling_groups[0].worker_nodes.memory_gb",
    ],
  ],
  [
    "node-memory-low",
    simple(4, {}, { memory_gb: 1 }),
    {},
    ["request config.node_config.memory_gb"],
  ],
  ["node-memory-low", simple(4, {}, { memory_gb: -1 }), {}, []],

  ["autoscaler-memory-low", full({}, [[1, 2, {}]], { memory_gb: 1 }), {}, []],
  [
    "autoscaler-memory-low",
    full({}, [[1, 2, {}]], { memory_gb: 0.5 }),
    {},
    ["request config.autoscaler_config.memory_gb"],
  ],
  ["autoscaler-memory-low", full({}, [[1, 2, {}]], { memory_gb: "0.5" }), {}, []],

  ["fractional-cpu", simple(2, {}, { cpu: 1.001 }), {}, ["request config.node_config.cpu"]],
  ["fractional-cpu", simple(2, {}, { cpu: 2 }), {}, []],
  ["fractional-cpu", simple(2, {}, { cpu: 1.9999999999 }), {}, []],
  ["fractional-cpu", simple(2, {}, { cpu: 0.5 }), {}, ["request config.node_config.cpu"]],
  ["fractional-cpu", simple(2, {}, { cpu: "0.5" }), {}, []],

  ["ray-too-old-for-kuberay", ray("2.0.0"), kuberay("0.5.2"), []],
  ["ray-too-old-for-kuberay", ray("2.0.0"), kuberay("0.6.0"), ["request ray_version"]],
  ["ray-too-old-for-kuberay", ray("2.0.1"), kuberay("1.0.0"), []],
  ["ray-too-old-for-kuberay", ray("2.8.0"), kuberay("1.1.1"), []],
  ["ray-too-old-for-kuberay", ray("2.7.2"), kuberay("1.2.0"), ["request ray_version"]],
  ["ray-too-old-for-kuberay", ray("2.38.0"), kuberay("1.3.0"), []],
  ["ray-too-old-for-kuberay", ray("2.37.0"), kuberay("1.7.0"), ["request ray_version"]],
  ["ray-too-old-for-kuberay", ray("1.13.0"), kuberay("1.7.0"), []],
  ["ray-too-old-for-kuberay", ray("2.9.0"), kuberay("0.3.0"), []],

  ["ray-version-avoided", ray("2.10.0"), kuberay("1.1.1"), []],
  ["ray-version-avoided", ray("2.11.0"), kuberay("1.1.1"), ["request ray_version"]],
  ["ray-version-avoided", ray("2.37.9"), kuberay("1.2.2"), ["request ray_version"]],
  ["ray-version-avoided", ray("2.38.0"), kuberay("1.2.2"), []],
  ["ray-version-avoided", ray("2.20.0"), kuberay("1.0.0"), []],
  ["ray-version-avoided", ray("2.20.0"), kuberay("1.3.0"), []],

  ["kuberay-version-unknown", simple(2), {}, []],
  ["kuberay-version-unknown", simple(2), kuberay("1.7.9"), []],
  ["kuberay-version-unknown", simple(2), kuberay("1.8.0-rc.1"), ["settings kuberay_version"]],
  ["kuberay-version-unknown", simple(2), kuberay("2.0"), ["settings kuberay_version"]],

  ["ray-management-off", simple(2), {}, []],
  ["ray-management-off", simple(2), { rbac: { manage_ray: true } }, []],
  ["ray-management-off", simple(2), { rbac: { manage_ray: false } }, ["settings rbac.manage_ray"]],

  ["head-service-name-cut", named("a".repeat(41)), kuberay("1.3.2"), []],
  ["head-service-name-cut", named("a".repeat(42)), kuberay("1.3.2"), ["request name"]],
  ["head-service-name-cut", named("a".repeat(53)), kuberay("1.4.0"), []],
  ["head-service-name-cut", named(""), kuberay("1.3.2"), []],

  ...optionVectors,
  ...acceleratorVectors,
  ...deviceVectors,
  ...ownerRuleVectors,
];

test.each(table)("%s in %j under %j: %j", (code, request, settings, places) => {
  expect(find(code, request, settings)).toEqual(places);
});

test("the table breaks and keeps every law", () => {
  const kept = new Set(table.filter(([, , , places]) => places.length === 0).map(([code]) => code));
  const broken = new Set(table.filter(([, , , places]) => places.length > 0).map(([code]) => code));
  const codes = rules.map(({ code }) => code);
  expect(codes.filter((code) => !kept.has(code) || !broken.has(code))).toEqual([]);
});

test("laws are frozen and their codes are known and differ", () => {
  const codes = rules.map(({ code }) => code);
  expect(codes.filter((code) => !Object.hasOwn(diagnosticCodes, code))).toEqual([]);
  expect(new Set(codes).size).toBe(codes.length);
  expect(Object.isFrozen(rules) && rules.every((rule) => Object.isFrozen(rule))).toBe(true);
});

test("no law speaks of what is unknown", () => {
  const unknowns = [undefined, null, 7, "text", [], { config: {} }, { config: { n_nodes: {} } }];
  for (const { code } of rules) {
    for (const request of unknowns) {
      const places = find(code, { config: request }, { ray: 1, worker: 2, rbac: 3 });
      expect([code, places]).toEqual([code, []]);
    }
  }
});
