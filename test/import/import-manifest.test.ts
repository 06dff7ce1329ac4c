import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import { diffManifests } from "../../src/diff/compare/diff-manifests.ts";
import { importManifest } from "../../src/import/import-manifest.ts";
import { readYamlDocuments } from "../../src/yaml/read-yaml-documents.ts";
import { needs } from "../needs.ts";
import { mutated } from "../schemas/mutated.ts";

const request = {
  name: "train",
  image: "registry.example.com/train:1.2",
  ray_version: "2.52.0",
  config: { n_nodes: 3, node_config: { cpu: 4, memory_gb: 16, requests: { cpu: 2 } } },
  env: { HF_HOME: "/models", TOKEN: { secret: "hub", key: "token" } },
  volumes: [{ mount_path: "/models", claim: "models", read_only: true }],
};

function compiled(settings: unknown = {}, changes: object = {}) {
  const result = compile({ ...request, ...changes } as unknown, settings);
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
  return result.manifest;
}

test("what was compiled comes back as it was, for the settings that it was compiled for", () => {
  const settings = { ray: { gpu_resource_request_key: "nvidia.com/gpu", supports_gpus: true } };
  const result = importManifest(compiled(settings), { settings });
  expect(result).toMatchObject({ ok: true, same: true, changes: [] });
  expect(result.ok && result.request).toEqual(request);
  expect(result.ok && result.settings).toEqual({});
});

test.each([["0.4.0"], ["1.0.0"], ["1.2.2"], ["1.4.2"], ["1.7.0"]])(
  "what was compiled for KubeRay %s means the same after an import without settings",
  (version) => {
    const scaling = {
      config: {
        head_node: { cpu: 4, memory_gb: 16, ray_cpus: 0 },
        scaling_groups: [
          { name: "a", worker_nodes: { cpu: 1, memory_gb: 2 }, min_workers: 0, max_workers: 3 },
        ],
        autoscaler_config: { cpu: 1, memory_gb: 1 },
      },
    };
    const manifest = compiled({ kuberay_version: version }, scaling);
    const result = importManifest(manifest, { kuberayVersion: version });
    expect(result.ok && result.changes).toEqual([]);
    expect(result).toMatchObject({ ok: true, same: true });
  },
);

const slices = {
  resource: "google.com/tpu",
  hosts: 4,
  node_selector: {
    "cloud.google.com/gke-tpu-accelerator": "tpu-v6e-slice",
    "cloud.google.com/gke-tpu-topology": "4x4",
  },
};

test.each<readonly [version: string, entry: object]>([
  ["1.2.2", slices],
  ["1.4.2", { resource: "habana.ai/gaudi" }],
  [
    "1.3.2",
    { resource: "aws.amazon.com/neuron", ray_resource: { name: "neuron_cores", per_device: 2 } },
  ],
  [
    "1.7.0",
    { resource: "aws.amazon.com/neuron", ray_resource: { name: "neuron_cores", per_device: 2 } },
  ],
])(
  "nothing is told to be lost or rewritten of what comes back: KubeRay %s, %j",
  (version, entry) => {
    const ray = { accelerators: { devices: entry } };
    const worker_nodes = { cpu: 8, memory_gb: 32, accelerator: "devices", accelerator_count: 4 };
    const config = {
      head_node: { cpu: 4, memory_gb: 16 },
      scaling_groups: [{ worker_nodes, min_workers: 0, max_workers: 2 }],
      autoscaler_config: { cpu: 1, memory_gb: 1 },
    };
    const settings = { kuberay_version: version, ray };
    const manifest = compiled(settings, { config });
    for (const options of [{ kuberayVersion: version }, { settings }]) {
      expect(importManifest(manifest, options)).toMatchObject({ same: true, notes: [] });
    }
  },
);

test.each(["1.0.0", "1.4.2", "1.5.0", "1.7.0"])(
  "GPUs that have no key and Ray's labels come back for the settings, KubeRay %s",
  (version) => {
    const settings = {
      kuberay_version: version,
      ray: { supports_gpus: true, gpu_node_selector: { pool: "gpu" } },
    };
    const config = {
      head_node: { cpu: 4, memory_gb: 16 },
      scaling_groups: [
        {
          worker_nodes: { cpu: 8, memory_gb: 32, gpu_count: 1 },
          min_workers: 2,
          max_workers: 2,
          ray_labels: { "example.com/zone": "a", tier: "spot" },
        },
      ],
    };
    const result = importManifest(compiled(settings, { config }), { settings });
    expect(result).toMatchObject({ same: true, notes: [] });
    expect(result.ok && result.request.config).toEqual(config);
  },
);

test("a template that settings do not allow is told only where something is lost", () => {
  const settings = { worker: { image_pull_secrets: [{ name: "registry" }] } };
  const job = { entrypoint: "python train.py", active_deadline_seconds: 60 };
  const manifest = compiled(settings, { job });
  expect(importManifest(manifest, { settings })).toMatchObject({ same: true, notes: [] });
  const pod = { submitterPodTemplate: { spec: { nodeSelector: { pool: "jobs" } } } };
  const settled = { ...settings, ray: { request_pod_templates: true } };
  const other = importManifest(compiled(settled, { job, job_template: pod }), { settings });
  expect(other).toMatchObject({ same: false, notes: [{ path: "request.job_template" }] });
});

test("what is missing because it was refused is not told again", () => {
  const configMap = { name: "app", items: [{ key: "a", path: "/a" }] };
  const result = importManifest(
    cluster(
      { volumes: [{ name: "app", configMap }] },
      { volumeMounts: [{ name: "app", mountPath: "/app" }] },
    ),
  );
  expect(result).toMatchObject({ same: false });
  expect(result.ok && result.notes.map(({ kind, path }) => [kind, path])).toEqual([
    ["refused", "settings.ray.head_pod_template.spec.volumes[0].configMap.items[0].path"],
  ]);
});

/** A small RayCluster with one thing changed. */
function cluster(podSpec: object = {}, container: object = {}, head: object = {}) {
  const resources = { limits: { cpu: "2", memory: "4Gi" }, requests: { cpu: "2", memory: "4Gi" } };
  const ray = { name: "ray-head", image: "rayproject/ray:2.52.0", resources, ...container };
  const template = { spec: { containers: [ray], ...podSpec } };
  return {
    apiVersion: "ray.io/v1",
    kind: "RayCluster",
    metadata: { name: "small" },
    spec: { rayVersion: "2.52.0", headGroupSpec: { rayStartParams: {}, template, ...head } },
  };
}

test.each<[string, object, object]>([
  [
    "limits above requests",
    cluster(
      {},
      {
        resources: { limits: { cpu: 2, memory: "4Gi" }, requests: { cpu: "500m", memory: "1Gi" } },
      },
    ),
    { cpu: 2, memory_gb: 4, requests: { cpu: 0.5, memory_gb: 1 } },
  ],
  [
    "no CPU limit",
    cluster({}, { resources: { limits: { memory: "4Gi" }, requests: { cpu: 2, memory: "4Gi" } } }),
    { cpu: 2, memory_gb: 4, limits: { cpu: null } },
  ],
  [
    "num-cpus 0",
    cluster({}, {}, { rayStartParams: { "num-cpus": "0" } }),
    { cpu: 2, memory_gb: 4, ray_cpus: 0 },
  ],
  [
    "what KubeRay takes by itself",
    cluster(
      {},
      {},
      { rayStartParams: { block: "true", "dashboard-host": "0.0.0.0", port: "6379" } },
    ),
    { cpu: 2, memory_gb: 4 },
  ],
  [
    "resources in quotes that not everybody reads",
    cluster({}, {}, { rayStartParams: { resources: '"{\\"a\\": 2}"' } }),
    { cpu: 2, memory_gb: 4, ray_resources: { a: 2 } },
  ],
  [
    "shared memory",
    cluster(
      { volumes: [{ name: "dshm", emptyDir: { medium: "Memory", sizeLimit: "2Gi" } }] },
      { volumeMounts: [{ name: "dshm", mountPath: "/dev/shm" }] },
    ),
    {
      cpu: 2,
      memory_gb: 4,
      volumes: [
        { name: "dshm", mount_path: "/dev/shm", empty_dir: { size_gb: 2, in_memory: true } },
      ],
    },
  ],
  [
    "shared memory by the compiler's own name",
    cluster(
      { volumes: [{ name: "shm", emptyDir: { medium: "Memory", sizeLimit: "2Gi" } }] },
      { volumeMounts: [{ name: "shm", mountPath: "/dev/shm" }] },
    ),
    { cpu: 2, memory_gb: 4, shm_gb: 2 },
  ],
  [
    "a container of another name",
    cluster({}, { name: "machine-learning" }),
    { cpu: 2, memory_gb: 4, container_name: "machine-learning" },
  ],
  [
    "volumes that the compiler would call the same, and others",
    cluster(
      {
        volumes: [
          { name: "models", persistentVolumeClaim: { claimName: "models" } },
          { name: "scratch", emptyDir: {} },
          { name: "config", configMap: { name: "train", defaultMode: 420 } },
        ],
      },
      {
        volumeMounts: [
          { name: "models", mountPath: "/models", readOnly: true },
          { name: "scratch", mountPath: "/scratch/a" },
          { name: "config", mountPath: "/etc/train" },
        ],
      },
    ),
    {
      cpu: 2,
      memory_gb: 4,
      volumes: [
        { mount_path: "/models", claim: "models", read_only: true },
        { name: "scratch", mount_path: "/scratch/a", empty_dir: {} },
        { name: "config", mount_path: "/etc/train", config_map: "train" },
      ],
    },
  ],
  [
    "one folder mounted twice",
    cluster(
      { volumes: [{ name: "a", emptyDir: {} }] },
      {
        volumeMounts: [
          { name: "a", mountPath: "/a" },
          { name: "a", mountPath: "/b", subPath: "b" },
        ],
      },
    ),
    {
      cpu: 2,
      memory_gb: 4,
      volumes: [
        { name: "a", mount_path: "/a", empty_dir: {} },
        { name: "a", mount_path: "/b", empty_dir: {}, sub_path: "b" },
      ],
    },
  ],
  [
    "limits alone, which are requested as well",
    cluster({}, { resources: { limits: { cpu: 2, memory: "4Gi" } } }),
    { cpu: 2, memory_gb: 4 },
  ],
  [
    "a pull policy that is no default",
    cluster({}, { imagePullPolicy: "Always" }),
    { cpu: 2, memory_gb: 4, image_pull_policy: "Always" },
  ],
  [
    "a pull policy that is the default",
    cluster({}, { imagePullPolicy: "IfNotPresent" }),
    { cpu: 2, memory_gb: 4 },
  ],
  [
    "amounts that are no whole MiB",
    cluster(
      {},
      { resources: { limits: { cpu: 2, memory: "4G" }, requests: { cpu: 2, memory: "4G" } } },
    ),
    {
      cpu: 2,
      memory_gb: 3.73,
      pod_template: {
        spec: {
          containers: [
            {
              name: "ray-head",
              resources: { limits: { memory: "4G" }, requests: { memory: "4G" } },
            },
          ],
        },
      },
    },
  ],
])("%s", (_name, manifest, node) => {
  const result = importManifest(manifest);
  expect(result.ok && result.changes).toEqual([]);
  expect(result.ok && result.request.config).toEqual({
    ...("pod_template" in node ? { head_node: node } : { n_nodes: 1, node_config: node }),
  });
});

test("what a deployment says goes to the settings", () => {
  const result = importManifest(
    cluster({ hostNetwork: true, serviceAccountName: "ray", nodeSelector: { pool: "a" } }),
  );
  expect(result).toMatchObject({
    same: true,
    settings: {
      ray: {
        non_gpu_node_selector: { pool: "a" },
        head_pod_template: { spec: { hostNetwork: true } },
      },
      worker: { service_account: { name: "ray" } },
    },
  });
});

test.each<readonly [cpus: string, resources: object, params: object, node: object]>([
  ["none, and Ray counts others", {}, { "num-cpus": "4" }, { cpu: 1, ray_cpus: 4 }],
  ["none, and Ray counts as many as are assumed", {}, { "num-cpus": "1" }, { cpu: 2, ray_cpus: 1 }],
  ["requests alone", { requests: { cpu: 3 } }, { "num-cpus": "3" }, { cpu: 3, ray_cpus: 3 }],
  ["a limit alone", { limits: { cpu: 3 } }, { "num-cpus": "2" }, { cpu: 3, ray_cpus: 2 }],
])("CPUs before KubeRay 1.0: %s", (_name, resources, rayStartParams, node) => {
  const manifest = cluster({}, { resources }, { rayStartParams });
  const result = importManifest(manifest, { kuberayVersion: "0.4.0" });
  expect(result).toMatchObject({ ok: true, request: { config: { head_node: node } } });
});

test("resources that are none are no resources of the request", () => {
  const result = importManifest(cluster({}, {}, { rayStartParams: { resources: '"{}"' } }));
  expect(result.ok && result.request.config).not.toHaveProperty(["node_config", "ray_resources"]);
  expect(result.ok && result.request.config).toHaveProperty(["node_config", "cpu"], 2);
});

test("a node selector that is empty is no place for a device", () => {
  const resources = { limits: { cpu: "2", memory: "4Gi", "aws.amazon.com/neuroncore": "1" } };
  const result = importManifest(cluster({ nodeSelector: {}, tolerations: [] }, { resources }));
  expect(result).toMatchObject({ same: true });
  expect(result.ok && result.settings.ray?.accelerators).toEqual({
    neuroncore: { resource: "aws.amazon.com/neuroncore" },
  });
});

test.each<readonly [field: string, value: unknown]>([
  ["command", ["bash"]],
  ["args", ["-c", "a"]],
  ["envFrom", [{ secretRef: { name: "proxy" } }]],
  ["workingDir", "/work"],
])("%s of the head's container is the user's to say", (field, value) => {
  const result = importManifest(cluster({}, { [field]: value, tty: true }));
  const template = (said: object) => ({ spec: { containers: [{ name: "ray-head", ...said }] } });
  expect(result).toMatchObject({
    same: true,
    request: { config: { head_node: { pod_template: template({ [field]: value }) } } },
    settings: { ray: { head_pod_template: template({ tty: true }) } },
  });
});

const conventions = {
  log_volume: false,
  log_to_stderr: false,
  stop_before_exit: false,
  name_head_ports: false,
};

test.each<readonly [name: string, podSpec: object, container: object, spec: object | undefined]>([
  ["nothing else", {}, {}, undefined],
  [
    "arguments and a place",
    { hostNetwork: true },
    { args: ["a"] },
    { hostNetwork: true, containers: [{ name: "ray-head", args: ["a"] }] },
  ],
  [
    "arguments and a terminal",
    {},
    { args: ["a"], tty: true },
    { containers: [{ name: "ray-head", tty: true, args: ["a"] }] },
  ],
])("one template says what settings leave: metadata and %s", (_name, pod, container, spec) => {
  const manifest = cluster(pod, container);
  const metadata = { finalizers: ["example.com/a"] };
  Object.assign(manifest.spec.headGroupSpec.template, { metadata });
  const settings = { ray: { conventions, request_pod_templates: true } };
  const result = importManifest(manifest, { settings });
  expect(result).toMatchObject({ same: true, settings: {} });
  const template = { metadata, ...(spec === undefined ? {} : { spec }) };
  expect(result.ok && result.request.config).toEqual({
    head_node: { cpu: 2, memory_gb: 4, pod_template: template },
  });
});

test("what settings do not add stays in the request", () => {
  const env = { RAY_LOG_TO_STDERR: "1" };
  const manifest = cluster({}, { env: [{ name: "RAY_LOG_TO_STDERR", value: "1" }] });
  const result = importManifest(manifest, { settings: { ray: { conventions } } });
  expect(result).toMatchObject({ same: true });
  expect(result.ok && result.request.config).toEqual({
    n_nodes: 1,
    node_config: { cpu: 2, memory_gb: 4, env },
  });
});

test("metadata of a pod that no field says are the deployment's", () => {
  const manifest = cluster();
  const { template } = manifest.spec.headGroupSpec;
  Object.assign(template, { metadata: { finalizers: ["example.com/a"] } });
  expect(importManifest(manifest)).toMatchObject({
    same: true,
    settings: { ray: { head_pod_template: { metadata: { finalizers: ["example.com/a"] } } } },
  });
});

test("a version that no release has is told as a change", () => {
  const result = importManifest({ ...cluster(), apiVersion: "ray.io/v9" });
  expect(result).toMatchObject({ ok: true, same: false, notes: [] });
  expect(result.ok && result.changes.map(({ path }) => path)).toContain("apiVersion");
});

test("what is dropped and what is rewritten are both told", () => {
  const env = [{ name: "RAY_REDIS_ADDRESS", value: "redis:6379" }];
  const metadata = { name: "small", annotations: { "ray.io/ft-enabled": "true" } };
  const result = importManifest({ ...cluster({}, { env }, { replicas: 1 }), metadata });
  expect(result.ok && result.notes.map(({ kind, path }) => `${kind} ${path}`)).toEqual([
    "left-out spec.headGroupSpec.replicas",
    "rewritten metadata.annotations",
  ]);
});

test("what no field says of the cluster is a cluster template, where the settings allow one", () => {
  const service = { metadata: { name: "other" }, spec: { ports: [{ name: "a", port: 1 }] } };
  const manifest = cluster({}, {}, { enableIngress: true, headService: service });
  const result = importManifest(manifest);
  expect(result).toMatchObject({
    same: true,
    request: {
      head_service: { name: "other" },
      cluster_template: {
        spec: { headGroupSpec: { enableIngress: true, headService: { spec: service.spec } } },
      },
    },
    settings: { ray: { request_pod_templates: true } },
  });
  const off = { log_volume: false, log_to_stderr: false, stop_before_exit: false };
  const settings = { ray: { conventions: { ...off, name_head_ports: false } } };
  const refused = importManifest(manifest, { settings });
  expect(refused).toMatchObject({ ok: true, same: false });
  expect(refused.ok && refused.changes.map(({ path }) => path)).toEqual([
    "spec.headGroupSpec.enableIngress",
    "spec.headGroupSpec.headService.spec.ports[1/TCP]",
  ]);
});

test("an image that is none stands in a template, and another in its place", () => {
  const result = importManifest(cluster({}, { image: "$IMAGE" }));
  expect(result).toMatchObject({
    same: true,
    request: { image: "rayproject/ray:2.52.0" },
    settings: {
      ray: {
        head_pod_template: { spec: { containers: [{ name: "ray-head", image: "$IMAGE" }] } },
      },
    },
  });
  expect(result.ok && result.notes.map(({ kind, path }) => [kind, path])).toEqual([
    ["assumed", "spec.headGroupSpec.template.spec.containers[0].image"],
  ]);
});

test("a volume whose mount path no request can have stands in a template", () => {
  const volumes = [{ name: "data", persistentVolumeClaim: { claimName: "data" } }];
  const volumeMounts = [{ name: "data", mountPath: "/a:b" }];
  const result = importManifest(cluster({ volumes }, { volumeMounts }));
  expect(result).toMatchObject({ same: true, changes: [], notes: [] });
  const { head_pod_template: template } = (result.ok && result.settings.ray) || {};
  expect(template).toEqual({
    spec: { containers: [{ name: "ray-head", volumeMounts }], volumes },
  });
});

test("requests above the limits go, and the node stays", () => {
  const resources = { limits: { cpu: "2", memory: "4Gi" }, requests: { cpu: "4", memory: "4Gi" } };
  const result = importManifest(cluster({}, { resources }));
  expect(result).toMatchObject({ ok: true, same: false });
  expect(result.ok && result.diagnostics).toEqual([]);
  expect(result.ok && result.request.config).toMatchObject({ head_node: { cpu: 2, memory_gb: 4 } });
  expect(result.ok && result.notes.map(({ kind, path }) => [kind, path])).toEqual([
    ["refused", "request.config.node_config.requests.cpu"],
    ["refused", "request.config.head_node.pod_template.spec.containers[0].resources.requests.cpu"],
  ]);
});

test("a name that no account can have is refused in the settings, and then in the template", () => {
  const result = importManifest(cluster({ serviceAccountName: "Ray" }));
  expect(result).toMatchObject({ same: false });
  expect(result.ok && result.settings.worker).toBe(undefined);
  expect(result.ok && result.notes.map(({ kind, path }) => [kind, path])).toEqual([
    ["refused", "settings.worker.service_account.name"],
    ["refused", "settings.ray.head_pod_template.spec.serviceAccountName"],
  ]);
});

test.each<readonly [metadata: object, name: string, notes: readonly (readonly string[])[]]>([
  [{ name: "small", generateName: "a-" }, "small", [["left-out", "metadata.generateName"]]],
  [{ name: "", generateName: "a-" }, "a", [["assumed", "metadata.generateName"]]],
  [{ generateName: "a--" }, "a", [["assumed", "metadata.generateName"]]],
])("the names %j", (metadata, name, notes) => {
  const result = importManifest({ ...cluster(), metadata });
  expect(result).toMatchObject({ same: true, changes: [], request: { name } });
  expect(result.ok && result.notes.map(({ kind, path }) => [kind, path])).toEqual(notes);
});

test.each<readonly [field: object, template: object | undefined]>([
  [{ suspend: "yes" }, undefined],
  [{ scaleStrategy: { workersToDelete: 5 } }, undefined],
  [
    { suspend: "yes", scaleStrategy: { workersToDelete: ["a"] } },
    { spec: { workerGroupSpecs: [{ groupName: "a", scaleStrategy: { workersToDelete: ["a"] } }] } },
  ],
])("what is refused of a group leaves nothing empty in the cluster template: %j", (field, left) => {
  const manifest = scaling(undefined, { replicas: 1, minReplicas: 1, maxReplicas: 1, ...field });
  const result = importManifest(manifest);
  expect(result).toMatchObject({ ok: true, same: false });
  expect(result.ok && result.request.cluster_template).toEqual(left);
  // Templates are allowed where there is one.
  const isAllowed = result.ok && result.settings.ray?.request_pod_templates;
  expect(isAllowed).toBe(left === undefined ? undefined : true);
  expect(result.ok && result.notes.filter(({ kind }) => kind === "refused")).toHaveLength(1);
});

test("rules that are no list are refused once, and the policy stays", () => {
  const { spec, ...rest } = cluster();
  const networkPolicy = { head: { ingressRules: "all" } };
  const result = importManifest({ ...rest, spec: { ...spec, networkPolicy } });
  expect(result.ok && result.request).toMatchObject({
    network_policy: { head: {} },
    cluster_template: { spec: { networkPolicy: {} } },
  });
  expect(result.ok && result.notes.map(({ path }) => path)).toEqual([
    "request.cluster_template.spec.networkPolicy.head.ingressRules",
  ]);
});

test("what is refused of one group leaves the others' templates", () => {
  const { spec, ...rest } = scaling(undefined, { replicas: 1, minReplicas: 1, maxReplicas: 1 });
  const [group] = spec.workerGroupSpecs;
  const workerGroupSpecs = [
    { ...group, suspend: "yes" },
    { ...group, groupName: "b", scaleStrategy: { workersToDelete: ["a"] } },
  ];
  const result = importManifest({ ...rest, spec: { ...spec, workerGroupSpecs } });
  expect(result.ok && result.request.cluster_template).toEqual({
    spec: {
      workerGroupSpecs: [{ groupName: "b", scaleStrategy: { workersToDelete: ["a"] } }],
    },
  });
});

test("what the API server drops is left out, and told", () => {
  const result = importManifest(cluster({ imagePullPolicy: "Always" }, {}, { replicas: 1 }));
  expect(result).toMatchObject({ same: true, changes: [] });
  expect(result.ok && result.notes.map(({ kind, path }) => [kind, path])).toEqual([
    ["left-out", "spec.headGroupSpec.template.spec.imagePullPolicy"],
    ["left-out", "spec.headGroupSpec.replicas"],
  ]);
});

/** A cluster with a group of bounds, and with or without an autoscaler. */
function scaling(enableInTreeAutoscaling: boolean | undefined, bounds: object) {
  const { spec, ...rest } = cluster();
  const { template } = spec.headGroupSpec;
  const [ray] = template.spec.containers;
  const workers = { spec: { containers: [{ ...ray, name: "ray-worker" }] } };
  const group = { groupName: "a", rayStartParams: {}, template: workers, ...bounds };
  return { ...rest, spec: { ...spec, enableInTreeAutoscaling, workerGroupSpecs: [group] } };
}

test.each<[string, object, object, object]>([
  [
    "bounds without an autoscaler",
    scaling(undefined, { replicas: 2, minReplicas: 1, maxReplicas: 5 }),
    { min_workers: 1, max_workers: 5, workers: 2 },
    { autoscaling: false },
  ],
  [
    "replicas that the bounds hold",
    scaling(false, { replicas: 0, minReplicas: 1, maxReplicas: 1 }),
    { min_workers: 1, max_workers: 1 },
    {},
  ],
  [
    "an autoscaler, and a group that starts with more than the fewest",
    scaling(true, { replicas: 2, minReplicas: 0, maxReplicas: 5 }),
    { min_workers: 0, max_workers: 5, workers: 2 },
    { autoscaler_config: { cpu: 0.5, memory_gb: 0.5 } },
  ],
  [
    "an autoscaler that has nothing to scale",
    scaling(true, { replicas: 1, minReplicas: 1, maxReplicas: 1 }),
    { min_workers: 1, max_workers: 1 },
    { autoscaling: true, autoscaler_config: { cpu: 0.5, memory_gb: 0.5 } },
  ],
])("%s", (_name, manifest, group, config) => {
  const result = importManifest(manifest);
  expect(result).toMatchObject({ ok: true, changes: [], same: true });
  expect(result.ok && result.request.config).toEqual({
    head_node: { cpu: 2, memory_gb: 4 },
    scaling_groups: [{ name: "a", worker_nodes: { cpu: 2, memory_gb: 4 }, ...group }],
    ...config,
  });
});

test.each([["imagePullPolicy"], ["command"], ["envFrom"], ["volumeMounts"], ["securityContext"]])(
  "%s of the autoscaler comes back",
  (field) => {
    const values: Readonly<Record<string, unknown>> = {
      imagePullPolicy: "Always",
      command: ["/bin/bash"],
      envFrom: [{ secretRef: { name: "proxy" } }],
      volumeMounts: [{ name: "tls", mountPath: "/tls" }],
      securityContext: { runAsNonRoot: true },
    };
    const bounds = { replicas: 1, minReplicas: 1, maxReplicas: 2 };
    const manifest = scaling(true, bounds);
    const autoscalerOptions = { [field]: values[field] };
    const options = { ...manifest, spec: { ...manifest.spec, autoscalerOptions } };
    expect(importManifest(options)).toMatchObject({ ok: true, changes: [], same: true });
  },
);

test("an import leaves its input alone, whatever it takes out of the request", () => {
  const env = [
    { name: "RAY_IP", value: "a" },
    { name: "REDIS_PASSWORD", value: "b" },
  ];
  const manifest = cluster({}, { env, envFrom: [{ secretRef: { name: "a" } }] });
  const text = JSON.stringify(manifest);
  expect(importManifest(manifest)).toMatchObject({ ok: true, same: false });
  expect(JSON.stringify(manifest)).toBe(text);
});

test.each<[string, unknown]>([
  ["nothing", undefined],
  ["a text", "kind: RayCluster"],
  ["another kind", { apiVersion: "v1", kind: "Service", metadata: {}, spec: {} }],
])("%s is no RayCluster", (_name, manifest) => {
  expect(importManifest(manifest)).toMatchObject({ ok: false });
});

test.each([Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN])(
  "resources: %d is not lost",
  (resources) => {
    const manifest = cluster({}, { resources });
    const result = importManifest(manifest);
    const compiled = result.ok ? compile(result.request, result.settings) : undefined;
    const diff = compiled?.ok === true ? diffManifests(manifest, compiled.manifest) : undefined;
    expect(result.ok && result.same).toBe(diff?.ok === true && diff.same);
  },
);

test.each<readonly [manifest: unknown, options: object, expected: readonly string[]]>([
  [undefined, {}, ["foreign-document manifest "]],
  [{ kind: "ConfigMap" }, {}, ["foreign-document manifest "]],
  [
    cluster({}),
    { kuberayVersion: "0.3.0" },
    ["kuberay-version-unsupported options kuberayVersion"],
  ],
  [
    cluster({}),
    { settings: { ray: { supports_gpus: "yes" } } },
    ["wrong-type settings ray.supports_gpus"],
  ],
])("what cannot be imported is a diagnostic: %#", (manifest, options, expected) => {
  const result = importManifest(manifest, options);
  expect(result.ok).toBe(false);
  const found = result.diagnostics.map(
    ({ code, document, path }) => `${code} ${document} ${path.join(".")}`,
  );
  expect(found).toEqual(expected);
});

test("hostile keys and odd shapes neither crash nor are lost in silence", () => {
  const odd = JSON.parse(
    '{"apiVersion":"ray.io/v1","kind":"RayCluster","metadata":{"name":"a","labels":{"constructor":"x"}},"spec":{"headGroupSpec":{"rayStartParams":{"constructor":"2"},"template":{"spec":{"containers":"none","volumes":[1,null,{"name":7}]}}},"workerGroupSpecs":[null,7,{"groupName":"a"}]}}',
  );
  expect(importManifest(odd)).toMatchObject({ ok: true, same: false });
  const result = importManifest(Object.freeze(cluster({ volumes: [{ name: "constructor" }] })));
  expect(result).toMatchObject({ ok: true });
});

/** A head with claims mounted at places. */
function mounting(claims: readonly (readonly [claim: string, mountPath: string])[]) {
  return cluster(
    {
      volumes: claims.map(([claimName], index) => ({
        name: `v${index}`,
        persistentVolumeClaim: { claimName },
      })),
    },
    { volumeMounts: claims.map(([, mountPath], index) => ({ name: `v${index}`, mountPath })) },
  );
}

test.each([
  [
    "one volume refused twice",
    mounting([
      ["BAD_claim", "rel0"],
      ["good", "/good"],
    ]),
    [{ mount_path: "/good", claim: "good" }],
    1,
  ],
  [
    "two volumes that stand in a template then",
    mounting([
      ["a", "rel0"],
      ["b", "rel1"],
      ["c", "/c"],
      ["d", "/d"],
    ]),
    [
      { mount_path: "/c", claim: "c" },
      { mount_path: "/d", claim: "d" },
    ],
    0,
  ],
])("what is refused goes, and its neighbours stay: %s", (_name, manifest, volumes, places) => {
  const result = importManifest(manifest);
  if (!result.ok) throw new Error("It was not imported.");
  expect(result.request.config).toMatchObject({ node_config: { volumes } });
  const refused = result.notes.filter(({ kind }) => kind === "refused");
  expect(new Set(refused.map(({ path }) => /volumes\[\d\]/.exec(path)?.[0])).size).toBe(places);
});

test("no manifest makes an import throw", () => {
  const unprintable = { toString: "y", valueOf: null };
  expect(() =>
    importManifest(
      cluster(
        {},
        {
          ports: [{ name: "a", containerPort: unprintable }],
          resources: { limits: { cpu: "2", memory: unprintable } },
        },
      ),
    ),
  ).not.toThrow();
  const base = cluster(
    { volumes: [{ name: "shm", emptyDir: { medium: "Memory", sizeLimit: "1Gi" } }] },
    { ports: [{ name: "client", containerPort: 10001 }], env: [{ name: "A", value: "1" }] },
  );
  fc.assert(fc.property(mutated(base), (manifest) => void importManifest(manifest)));
});

test("what is told to be the same compiles to what a comparison finds the same", () => {
  const base = scaling(true, { replicas: 2, minReplicas: 1, maxReplicas: 3, numOfHosts: 1 });
  const whole = {
    ...base,
    spec: {
      ...base.spec,
      autoscalerOptions: { version: "v2", resources: { limits: { cpu: 1, memory: "1Gi" } } },
      headGroupSpec: {
        ...cluster(
          {
            volumes: [
              { name: "a", emptyDir: {} },
              { name: "b", secret: { secretName: "b" } },
            ],
          },
          { volumeMounts: [{ name: "a", mountPath: "/a" }], env: [{ name: "A", value: "1" }] },
        ).spec.headGroupSpec,
        rayStartParams: { "num-cpus": "0", resources: '"{\\"a\\": 1}"' },
      },
    },
  };
  let told = 0;
  fc.assert(
    fc.property(mutated(whole), (manifest) => {
      const result = importManifest(manifest);
      if (!result.ok || !result.same) return;
      told++;
      const compiled = compile(result.request, result.settings);
      expect(compiled.ok && diffManifests(manifest, compiled.manifest)).toMatchObject({
        same: true,
      });
    }),
    { examples: [[whole]] },
  );
  expect(told).toBeGreaterThan(0);
});

const CORPUS = "../shared/corpus";
const corpus = needs(CORPUS);
const files = corpus.isThere
  ? readdirSync(CORPUS).filter((file) => /^user-.*raycluster\.yaml$/.test(file))
  : [];

corpus.test(`a real manifest that comes back is told to be the same${corpus.skipped}`, () => {
  const results = files.flatMap((file) => {
    const text = readFileSync(`${CORPUS}/${file}`, "utf8");
    const sources = readYamlDocuments({ file, text }, "request", { dialect: "manifest" });
    return sources.map(({ data }) => importManifest(data));
  });
  const same = results.filter((result) => result.ok && result.same);
  expect(same.length).toBeGreaterThanOrEqual(12);
});
