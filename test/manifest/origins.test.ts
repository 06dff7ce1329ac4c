import { expect, test } from "vitest";
import { compileDocuments } from "../../src/compile-documents.ts";
import type { Path } from "../../src/diagnostics/path.ts";
import { formatPath } from "../../src/diagnostics/path.ts";
import { explainValue } from "../../src/explain/explain-value.ts";
import type { RayManifest } from "../../src/manifest/manifest.ts";
import { collectOrigins } from "../../src/manifest/origins.ts";
import { schemaAt } from "../../src/model/known-keys.ts";
import { fullRequest, simpleRequest } from "../../src/model/request/request-schema.ts";
import { deploymentSettings, settingsKeys } from "../../src/model/settings/settings-schema.ts";
import { mergePodTemplates } from "../../src/validate/overlays/merge-pod-templates.ts";
import { printYaml } from "../../src/yaml/print.ts";
import { readSource } from "../../src/yaml/read-source.ts";
import type { Case } from "../golden/cases.ts";
import { cases } from "../golden/cases.ts";
import { compiledCase } from "../golden/compiled-case.ts";
import { memory } from "../memory.ts";

const valid = await cases("valid");

interface Traced {
  readonly manifest: RayManifest;
  readonly originOf: (path: Path) => ReturnType<ReturnType<typeof collectOrigins>["originOf"]>;
}

const known = memory<Traced>();

/** Several tests look at the same. */
function tracedCase(entry: Case): Traced {
  return known(entry, () => traced(entry.request, entry.settings));
}

function traced(request: unknown, settings: unknown): Traced {
  const origins = collectOrigins();
  const result = compileDocuments(request, settings, {}, { trace: origins, mergePodTemplates });
  if (!result.ok) throw new Error("The fixture does not compile.");
  const { manifest } = result;
  return { manifest, originOf: (path) => origins.originOf(manifest, path) };
}

/** The paths of all scalars and of all empty maps and lists. */
function leaves(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== "object" || value === null || Object.keys(value).length === 0) return [path];
  return Object.entries(value).flatMap(([key, member]) =>
    leaves(member, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

test.each(valid)("every leaf of $name has an origin", (entry) => {
  const { manifest, originOf } = tracedCase(entry);
  const nowhere = leaves(manifest).filter((path) => {
    const origin = originOf(path);
    return origin === undefined || (origin.inputs.length === 0 && origin.reason === undefined);
  });
  expect(nowhere.map(formatPath)).toEqual([]);
});

test.each(valid)("no member of $name is undefined", (entry) => {
  const { manifest } = tracedCase(entry);
  const missing = leaves(manifest).filter((path) => valueAt(manifest, path) === undefined);
  expect(missing.map(formatPath)).toEqual([]);
});

test.each(valid)("origins of $name are fields that stand there or have defaults", (entry) => {
  const { manifest, originOf } = tracedCase(entry);
  const documents = {
    request: readSource(entry.request, "request").data,
    settings: readSource(entry.settings ?? {}, "settings", settingsKeys).data,
  };
  const config = valueAt(documents.request, ["config"]);
  const isSimple = typeof config === "object" && config !== null && "n_nodes" in config;
  const schemas = {
    request: isSimple ? simpleRequest : fullRequest,
    settings: deploymentSettings,
  };
  const astray = leaves(manifest).flatMap((leaf) =>
    (originOf(leaf)?.inputs ?? [])
      .filter(
        ({ document, path }) =>
          path.length === 0 ||
          (valueAt(documents[document], path) === undefined &&
            schemaAt(schemas[document], path) === undefined),
      )
      .map(({ path }) => `${formatPath(leaf)} from ${formatPath(path)}`),
  );
  expect(astray).toEqual([]);
});

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce((parent: unknown, step) => {
    if (typeof parent !== "object" || parent === null) return undefined;
    return Object.getOwnPropertyDescriptor(parent, step)?.value;
  }, value);
}

test.each(valid)("a trace changes nothing in $name", (entry) => {
  const { manifest } = tracedCase(entry);
  const result = compiledCase(entry);
  expect(result.ok && printYaml(result.manifest)).toBe(printYaml(manifest));
});

const request = {
  name: "train",
  image: "ray:1",
  ray_version: "2.52.0",
  config: {
    head_node: { cpu: 4, memory_gb: 16 },
    scaling_groups: [
      { worker_nodes: { cpu: 8, memory_gb: 32, gpu_count: 2 }, min_workers: 1, max_workers: 3 },
    ],
    autoscaler_config: { cpu: 1, memory_gb: 1 },
  },
  labels: { team: "vision" },
};
const settings = {
  ray: {
    supports_gpus: true,
    gpu_resource_request_key: "nvidia.com/gpu",
    gpu_tolerations: [{ key: "gpu", operator: "Exists" }],
    non_gpu_labels: { "example.com/tier": "cpu" },
  },
};

test("a field that an option replaces does not point at what the text says", () => {
  const text = JSON.stringify(request);
  const at = "spec.headGroupSpec.template.spec.containers[0].image";
  const written = explainValue({ file: "request.json", text }, settings, at);
  expect(written).toMatchObject({ value: "ray:1", inputs: [{ given: true, range: {} }] });
  const options = { overrides: { image: "ray:2" } };
  const replaced = explainValue({ file: "request.json", text }, settings, at, options);
  expect(replaced).toMatchObject({ value: "ray:2", inputs: [{ given: true }] });
  expect(replaced.ok && replaced.inputs[0]?.range).toBeUndefined();
});

const container = ["spec", "workerGroupSpecs", 0, "template", "spec", "containers", 0] as const;

test.each([
  [["metadata", "labels", "team"], ["request labels.team"]],
  [["spec", "rayVersion"], ["request ray_version"]],
  [
    ["spec", "workerGroupSpecs", 0, "maxReplicas"],
    ["request config.scaling_groups[0].max_workers"],
  ],
  [
    [...container, "resources", "limits", "cpu"],
    ["request config.scaling_groups[0].worker_nodes.cpu"],
  ],
  [
    [...container, "resources", "requests", "nvidia.com/gpu"],
    [
      "request config.scaling_groups[0].worker_nodes.gpu_count",
      "settings ray.gpu_resource_request_key",
    ],
  ],
  [
    ["spec", "workerGroupSpecs", 0, "template", "spec", "tolerations", 0, "key"],
    ["settings ray.gpu_tolerations[0].key"],
  ],
  [
    ["spec", "headGroupSpec", "template", "metadata", "labels", "example.com/tier"],
    ['settings ray.non_gpu_labels["example.com/tier"]'],
  ],
  [
    ["spec", "autoscalerOptions", "resources", "limits", "memory"],
    ["request config.autoscaler_config.memory_gb"],
  ],
  [["spec", "headGroupSpec", "template", "spec", "containers", 0, "ports", 2, "name"], []],
])("%j comes from %j", (path, inputs) => {
  const origin = traced(request, settings).originOf(path);
  expect(origin?.inputs.map((input) => `${input.document} ${formatPath(input.path)}`)).toEqual(
    inputs,
  );
});

const rich = {
  name: "rich",
  image: "train:1",
  ray_version: "2.56.0",
  env: { HOME: "/a", TOKEN: { secret: "s", key: "t" } },
  volumes: [{ mount_path: "/models", name: "models", claim: "models", read_only: true }],
  head_service: { type: "NodePort", name: "head", labels: { a: "b" }, annotations: { c: "d" } },
  gcs_fault_tolerance: { redis_address: "a:1", redis_password: { secret: "s", key: "p" } },
  auth: { mode: "token" },
  network_policy: { head: { ingress_rules: [{ ports: [{ port: 1 }] }] } },
  config: {
    head_node: {
      cpu: 4,
      memory_gb: 16,
      requests: { cpu: 2 },
      env: { HOME: "/b" },
      volumes: [{ mount_path: "/scratch", empty_dir: { size_gb: 1 } }],
      shm_gb: 1,
      ray_cpus: 0,
      ray_start_params: { "system-config": "{}" },
      labels: { tier: "head" },
      image: "train:2",
    },
    scaling_groups: [
      {
        name: "spot",
        worker_nodes: { cpu: 8, memory_gb: 32, limits: { cpu: null }, ray_resources: { a: 1 } },
        min_workers: 1,
        max_workers: 3,
        hosts: 2,
        ray_labels: { b: "c" },
      },
    ],
    autoscaler_config: { cpu: 1, memory_gb: 1, version: "v2", env: { A: "b" } },
  },
};

const pod = "spec.headGroupSpec.template.spec";

test.each([
  ["spec.headGroupSpec.serviceType", "head_service.type"],
  ["spec.headGroupSpec.headService.metadata.name", "head_service.name"],
  ["spec.headGroupSpec.headService.metadata.labels.a", "head_service.labels.a"],
  ["spec.headServiceAnnotations.c", "head_service.annotations.c"],
  ["spec.gcsFaultToleranceOptions.redisAddress", "gcs_fault_tolerance.redis_address"],
  [
    "spec.gcsFaultToleranceOptions.redisPassword.valueFrom.secretKeyRef.key",
    "gcs_fault_tolerance.redis_password",
  ],
  ["spec.authOptions.mode", "auth.mode"],
  [
    "spec.networkPolicy.head.ingressRules[0].ports[0].port",
    "network_policy.head.ingress_rules[0].ports[0].port",
  ],
  ["spec.autoscalerOptions.version", "config.autoscaler_config.version"],
  ["spec.autoscalerOptions.env[1].value", "config.autoscaler_config.env.A"],
  [`${pod}.containers[0].env[1].value`, "config.head_node.env.HOME"],
  [`${pod}.containers[0].env[2].valueFrom.secretKeyRef.name`, "env.TOKEN"],
  [`${pod}.containers[0].image`, "config.head_node.image"],
  [`${pod}.containers[0].resources.requests.cpu`, "config.head_node.requests.cpu"],
  [`${pod}.containers[0].resources.limits.cpu`, "config.head_node.cpu"],
  [`${pod}.volumes[1].emptyDir.sizeLimit`, "config.head_node.shm_gb"],
  [`${pod}.volumes[2].name`, "volumes[0].name"],
  [`${pod}.volumes[2].persistentVolumeClaim.claimName`, "volumes[0].claim"],
  [`${pod}.volumes[3].emptyDir.sizeLimit`, "config.head_node.volumes[0].empty_dir.size_gb"],
  [`${pod}.containers[0].volumeMounts[2].readOnly`, "volumes[0].read_only"],
  ["spec.headGroupSpec.template.metadata.labels.tier", "config.head_node.labels.tier"],
  ['spec.headGroupSpec.rayStartParams["num-cpus"]', "config.head_node.ray_cpus"],
  [
    'spec.headGroupSpec.rayStartParams["system-config"]',
    'config.head_node.ray_start_params["system-config"]',
  ],
  [
    "spec.workerGroupSpecs[0].rayStartParams.resources",
    "config.scaling_groups[0].worker_nodes.ray_resources",
  ],
  ["spec.workerGroupSpecs[0].groupName", "config.scaling_groups[0].name"],
  ["spec.workerGroupSpecs[0].numOfHosts", "config.scaling_groups[0].hosts"],
  ["spec.workerGroupSpecs[0].labels.b", "config.scaling_groups[0].ray_labels.b"],
])("%s comes from the request's %s", (at, path) => {
  const explained = explainValue(rich as unknown, {}, at);
  expect(explained.ok && explained.inputs.map((input) => formatPath(input.path))).toEqual([path]);
});

test.each([
  ['metadata.annotations["ray.io/ft-enabled"]', "gcs_fault_tolerance"],
  [`${pod}.containers[0].env[2].value`, "gcs_fault_tolerance.redis_address"],
  [`${pod}.containers[0].env[3].valueFrom.secretKeyRef.key`, "gcs_fault_tolerance.redis_password"],
  ['spec.headGroupSpec.rayStartParams["redis-password"]', "gcs_fault_tolerance.redis_password"],
])("before KubeRay 1.3 %s comes from the request's %s", (at, path) => {
  const { gcs_fault_tolerance } = rich;
  const explained = explainValue(
    { ...request, gcs_fault_tolerance },
    { kuberay_version: "1.2.2", ...settings },
    at,
  );
  expect(explained.ok && explained.inputs.map((input) => formatPath(input.path))).toEqual([path]);
});

const accelerated = {
  name: "train",
  image: "ray:1",
  ray_version: "2.52.0",
  config: {
    head_node: { cpu: 4, memory_gb: 16, accelerator: "inf2" },
    scaling_groups: [
      {
        worker_nodes: {
          cpu: 8,
          memory_gb: 32,
          accelerator: "mig",
          accelerator_count: 2,
          labels: { c: "mine" },
        },
        min_workers: 1,
        max_workers: 1,
      },
    ],
  },
};
const withAccelerators = {
  kuberay_version: "1.2.2",
  ray: {
    gpu_node_selector: { a: "general", b: "general" },
    gpu_labels: { a: "general" },
    gpu_tolerations: [{ key: "a", operator: "Exists" }],
    accelerators: {
      mig: {
        resource: "nvidia.com/mig-1g.5gb",
        hosts: 2,
        extra_resources: { "hugepages-2Mi": 1 },
        node_selector: { b: "special" },
        labels: { b: "special", c: "special" },
        annotations: { d: "special" },
        tolerations: [
          { key: "a", operator: "Exists", value: null },
          { key: "b", operator: "Exists" },
        ],
        runtime_class: "nvidia",
      },
      inf2: {
        resource: "aws.amazon.com/neuron",
        ray_resource: { name: "neuron_cores", per_device: 2 },
      },
    },
  },
};
const GROUP = "spec.workerGroupSpecs[0]";
const WORKER = `${GROUP}.template`;
const COUNT = "request config.scaling_groups[0].worker_nodes.accelerator_count";
const MIG = "settings ray.accelerators.mig";

test.each([
  [
    `${WORKER}.spec.containers[0].resources.limits["nvidia.com/mig-1g.5gb"]`,
    [COUNT, `${MIG}.resource`],
  ],
  [
    `${WORKER}.spec.containers[0].resources.requests["hugepages-2Mi"]`,
    [`${MIG}.extra_resources["hugepages-2Mi"]`],
  ],
  [`${GROUP}.rayStartParams["num-gpus"]`, [COUNT, `${MIG}.resource`]],
  [
    "spec.headGroupSpec.rayStartParams.resources",
    ["request config.head_node.accelerator", "settings ray.accelerators.inf2.ray_resource"],
  ],
  [
    `${GROUP}.numOfHosts`,
    [`${MIG}.hosts`, "request config.scaling_groups[0].worker_nodes.accelerator"],
  ],
  [`${WORKER}.spec.nodeSelector.a`, ["settings ray.gpu_node_selector.a"]],
  [`${WORKER}.spec.nodeSelector.b`, [`${MIG}.node_selector.b`]],
  [`${WORKER}.spec.tolerations[0].key`, ["settings ray.gpu_tolerations[0].key"]],
  [`${WORKER}.spec.tolerations[1].key`, [`${MIG}.tolerations[1].key`]],
  [`${WORKER}.spec.runtimeClassName`, [`${MIG}.runtime_class`]],
  [`${WORKER}.metadata.labels.a`, ["settings ray.gpu_labels.a"]],
  [`${WORKER}.metadata.labels.b`, [`${MIG}.labels.b`]],
  [`${WORKER}.metadata.labels.c`, ["request config.scaling_groups[0].worker_nodes.labels.c"]],
  [`${WORKER}.metadata.annotations.d`, [`${MIG}.annotations.d`]],
])("with an accelerator %s comes from %j", (path, inputs) => {
  const explained = explainValue(accelerated, withAccelerators, path);
  expect(
    explained.ok && explained.inputs.map((input) => `${input.document} ${formatPath(input.path)}`),
  ).toEqual(inputs);
});

test("hosts that a group says come from the group, also with an accelerator", () => {
  const [group] = accelerated.config.scaling_groups;
  const config = { ...accelerated.config, scaling_groups: [{ ...group, hosts: 3 }] };
  const whole: object = { ...accelerated, config };
  const explained = explainValue(whole, withAccelerators, `${GROUP}.numOfHosts`);
  expect(explained.ok && explained.value).toBe(3);
  expect(explained.ok && explained.inputs.map(({ path }) => formatPath(path))).toEqual([
    "config.scaling_groups[0].hosts",
  ]);
});

test.each([
  ["1.7.0", "KubeRay 1.0.0 and later store the objects of ray.io/v1."],
  ["1.0.0", "KubeRay 1.0.0 and later store the objects of ray.io/v1."],
  ["0.6.0", "KubeRay before 1.0.0 serves ray.io/v1alpha1 alone."],
])("of apiVersion it is said since when it is served, for KubeRay %s", (release, reason) => {
  const explained = explainValue(request, { ...settings, kuberay_version: release }, "apiVersion");
  expect(explained.ok && explained.reason).toBe(reason);
});
