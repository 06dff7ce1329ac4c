import { expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import { compileOrThrow } from "../../src/compile-or-throw.ts";
import { cases } from "../golden/cases.ts";

const GIBI = 2 ** 30;

const request = (worker: object = {}, more: object = {}) => ({
  name: "train",
  image: "train:1",
  ray_version: "2.52.0",
  config: {
    head_node: { cpu: 4, memory_gb: 16 },
    scaling_groups: [
      { worker_nodes: { cpu: 8, memory_gb: 32, ...worker }, min_workers: 2, max_workers: 2 },
    ],
    ...more,
  },
});

const settings = (ray: object = {}) => ({ ray: { request_pod_templates: true, ...ray } });

const template = (spec: object) => ({ pod_template: { spec } });

function workers(spec: object, ray: object = {}, worker: object = {}, kuberayVersion = "1.7.0") {
  const { plan } = compileOrThrow(request({ ...template(spec), ...worker }), settings(ray), {
    kuberayVersion,
  });
  const [, group] = plan.groups;
  if (group === undefined) throw new Error("There are no workers.");
  return { plan, group };
}

const ray = (resources: object) => ({ containers: [{ name: "ray-worker", resources }] });

test.each<readonly [what: string, spec: object, pod: object]>([
  [
    "less requested",
    ray({ requests: { cpu: "500m", memory: "1Gi" } }),
    { cpu_millis: 500, memory_bytes: GIBI },
  ],
  ["no request beside a limit", ray({ requests: null }), { cpu_millis: 8000 }],
  [
    "a larger limit alone, which raises no request",
    ray({ limits: { cpu: "16" } }),
    { cpu_millis: 8000 },
  ],
  [
    "a container beside Ray's",
    {
      containers: [
        { name: "ray-worker" },
        { name: "log", image: "log:1", resources: { requests: { cpu: "0.25" } } },
      ],
    },
    { cpu_millis: 8250 },
  ],
  [
    "an init container that asks for more",
    { initContainers: [{ name: "load", image: "a:1", resources: { limits: { memory: "64Gi" } } }] },
    { cpu_millis: 8000, memory_bytes: 64 * GIBI },
  ],
  [
    "an init container that keeps running",
    {
      initContainers: [
        {
          name: "proxy",
          image: "a:1",
          restartPolicy: "Always",
          resources: { limits: { cpu: "1" } },
        },
      ],
    },
    { cpu_millis: 9000 },
  ],
  [
    "local disk",
    ray({ limits: { "ephemeral-storage": "10Gi" } }),
    { ephemeral_storage_bytes: 10 * GIBI },
  ],
  [
    "devices",
    ray({ limits: { "example.com/nic": 2, "hugepages-2Mi": "4Mi" } }),
    { resources: { "example.com/nic": 2, "hugepages-2Mi": 2 } },
  ],
  [
    "GPUs",
    ray({ limits: { "nvidia.com/gpu": 2 } }),
    { gpus: 2, resources: { "nvidia.com/gpu": 2 } },
  ],
])("%s of a pod template counts in the plan", (_, spec, pod) => {
  const { plan, group } = workers(spec);
  expect(group.pod).toMatchObject(pod);
  const [head] = plan.groups;
  expect(plan.totals.maximum.cpu_millis).toBe(
    (head?.pod.cpu_millis ?? 0) + 2 * group.pod.cpu_millis,
  );
});

const gpuKey = (key: string) => ({ supports_gpus: true, gpu_resource_request_key: key });
const card = (ray_resource: object, resource?: string) => ({
  accelerators: { card: { ray_resource, ...(resource === undefined ? {} : { resource }) } },
});
const twoCards = { accelerator: "card", accelerator_count: 2 };
const idle = { priorityClassName: "idle" };

test.each<readonly [what: string, spec: object, ray: object, worker: object, pod: object]>([
  [
    "disk alone",
    ray({ limits: { "ephemeral-storage": "10Gi" } }),
    {},
    {},
    { ephemeral_storage_bytes: 10 * GIBI },
  ],
  [
    "nothing of a device",
    ray({ limits: { "example.com/nic": 0, "nvidia.com/gpu": 0 } }),
    {},
    {},
    {},
  ],
  ["GPUs under a key of its own", idle, gpuKey("example.com/card"), { gpu_count: 2 }, { gpus: 2 }],
  [
    "an accelerator that Ray takes for GPUs",
    idle,
    card({ name: "GPU", per_device: 1 }, "example.com/card"),
    twoCards,
    { gpus: 2, resources: { "example.com/card": 2 } },
  ],
  [
    "an accelerator that Ray takes for something else",
    idle,
    card({ name: "card", per_device: 1 }, "example.com/gpu"),
    twoCards,
    { resources: { "example.com/gpu": 2 } },
  ],
])("%s counts in the pod of the plan as it is", (_, spec, ray, worker, pod) => {
  const counted = workers(spec, ray, worker).group.pod;
  expect(counted).toEqual({ cpu_millis: 8000, memory_bytes: 32 * GIBI, gpus: 0, ...pod });
});

test("a limit of no GPU names no resource of GPUs", () => {
  const none = ray({ limits: { "nvidia.com/gpu": 0, "amd.com/gpu": 1 } });
  expect(workers(none).group.gpu_resource).toBe("amd.com/gpu");
});

test("the containers of the plan are those of the pod, Ray's first", () => {
  const items = [{ name: "log", image: "log:1", resources: { limits: { cpu: "1" } } }];
  const spec = { containers: [...items, { name: "ray-head" }] };
  const more = { autoscaler_config: { cpu: 1, memory_gb: 1 } };
  const scaling = { ...request({}, more) };
  scaling.config.scaling_groups[0] = {
    ...scaling.config.scaling_groups[0],
    max_workers: 3,
  } as never;
  const { plan } = compileOrThrow(scaling, { ray: { head_pod_template: { spec } } });
  const [head] = plan.groups;
  expect(head?.containers.map(({ name, cpu_millis }) => `${name} ${cpu_millis}`)).toEqual([
    "ray-head 4000",
    "log 1000",
    "autoscaler 1000",
  ]);
  expect(head?.pod.cpu_millis).toBe(6000);
});

test("what Ray offers follows the limits of its container, and what it is told", () => {
  const limits = {
    limits: { cpu: "16", memory: "8Gi", "nvidia.com/gpu": 1 },
    requests: { memory: null },
  };
  expect(workers(ray(limits)).group.ray).toEqual({ cpus: 16, memory_bytes: 8 * GIBI, gpus: 1 });
  const told = { ray_cpus: 3 };
  expect(workers(ray(limits), { supports_gpus: true }, told).group.ray).toMatchObject({
    cpus: 3,
    gpus: 0,
  });
  const unlimited = ray({ limits: { cpu: null }, requests: { cpu: "2500m" } });
  expect(workers(unlimited).group.ray.cpus).toBe(3);
  const tpus = ray({ limits: { "google.com/tpu": 4 } });
  expect(workers(tpus).group.ray.custom).toEqual({ TPU: 4 });
});

test("what the request tells Ray of an accelerator holds, whatever the limits of a template are", () => {
  const limits = ray({ limits: { "google.com/tpu": 4 } });
  const told = { ray_resources: { TPU: 2 } };
  expect(workers(limits, {}, told).group.ray.custom).toEqual({ TPU: 2 });
});

test.each([
  [{ limits: { memory: "8Gi" }, requests: { memory: "1Gi" } }, "1.7.0", 8],
  [{ requests: { memory: "4Gi" } }, "1.7.0", 32],
  [{ requests: { memory: "4Gi" } }, "1.2.2", 4],
])("shared memory follows %j with KubeRay %s", (resources, kuberay, gib) => {
  expect(workers(ray(resources), {}, {}, kuberay).group.shm_bytes).toBe(gib * GIBI);
});

test("a template that mounts /dev/shm says how large it is", () => {
  const mounted = {
    containers: [
      { name: "ray-worker", volumeMounts: [{ name: "memory", mountPath: "/dev/shm/" }] },
    ],
    volumes: [{ name: "memory", emptyDir: { medium: "Memory", sizeLimit: "3Gi" } }],
  };
  expect(workers(mounted).group.shm_bytes).toBe(3 * GIBI);
});

test("nodes are chosen and objects needed as the pod says", () => {
  const spec = {
    nodeSelector: { pool: "big", tier: null },
    tolerations: [{ key: "spot", operator: "Exists" }],
    runtimeClassName: "gvisor",
    priorityClassName: "high",
    imagePullSecrets: [{ name: "pull" }],
    volumes: [
      { name: "a", secret: { secretName: "certificate" } },
      { name: "b", projected: { sources: [{ configMap: { name: "words" } }] } },
      { name: "c", persistentVolumeClaim: { claimName: "data" } },
      { name: "d", configMap: { name: "maybe", optional: true } },
    ],
    containers: [
      {
        name: "ray-worker",
        env: [{ name: "A", valueFrom: { secretKeyRef: { name: "token", key: "k" } } }],
        envFrom: [{ configMapRef: { name: "all" } }, { secretRef: { name: "no", optional: true } }],
      },
    ],
  };
  const { plan, group } = workers(spec, { non_gpu_node_selector: { tier: "cpu" } });
  expect(group.node_selector).toEqual({ pool: "big" });
  expect(group.tolerations).toEqual([{ key: "spot", operator: "Exists" }]);
  const found = plan.prerequisites.map(({ kind, name }) => `${kind} ${name}`);
  expect(found.slice(2)).toEqual([
    "RuntimeClass gvisor",
    "PriorityClass high",
    "Secret pull",
    "Secret certificate",
    "ConfigMap words",
    "PersistentVolumeClaim data",
    "Secret token",
    "ConfigMap all",
  ]);
});

test("a priority of Kubernetes itself is always there, and all variables of a Secret need it", () => {
  const { plan } = workers(
    {
      priorityClassName: "system-node-critical",
      containers: [{ name: "ray-worker", envFrom: [{ secretRef: { name: "all" } }] }],
    },
    {},
  );
  const found = plan.prerequisites.map(({ kind, name }) => `${kind} ${name}`);
  expect(found.slice(2)).toEqual(["Secret all"]);
});

function broken(spec: object, more: object) {
  const { diagnostics } = compile(request(template(spec)), settings(more));
  return diagnostics.map(({ code, document, path, message }) => ({
    code,
    at: `${document} ${path.join(".")}`,
    message,
  }));
}

const place = "request config.scaling_groups.0.worker_nodes";

test("a pod that a template makes too large for every node is found where the template says so", () => {
  const spec = {
    containers: [
      { name: "ray-worker" },
      { name: "log", image: "log:1", resources: { requests: { cpu: "2" } } },
    ],
  };
  expect(broken(spec, { node_capacity: { cpu: 9 } })).toEqual([
    {
      code: "pod-fits-no-node",
      at: `${place}.pod_template.spec.containers.1.resources.requests.cpu`,
      message:
        'A worker of worker-group-0 asks for 10 CPUs (8 CPUs for "ray-worker" and 2 CPUs for "log"), but the largest node offers 9 CPUs.',
    },
  ]);
  expect(broken(spec, { node_capacity: { cpu: 10 } })).toEqual([]);
  const less = ray({ requests: { cpu: "1" } });
  expect(broken(less, { node_capacity: { cpu: 4 } })).toEqual([]);
});

test.each<readonly [what: string, spec: object, at: string]>([
  ["the pod itself", { resources: { requests: { cpu: "16" } } }, "spec.resources.requests.cpu"],
  [
    "the largest container",
    {
      containers: [
        { name: "ray-worker" },
        { name: "a", image: "a:1", resources: { requests: { cpu: "1" }, limits: { cpu: "9" } } },
        { name: "b", image: "a:1" },
        { name: "c", image: "a:1", resources: { limits: { cpu: "2" } } },
        { name: "d", image: "a:1", resources: { requests: { cpu: 2 } } },
      ],
    },
    "spec.containers.3.resources.limits.cpu",
  ],
  [
    "an init container",
    { initContainers: [{ name: "a", image: "a:1", resources: { requests: { cpu: "16" } } }] },
    "spec.initContainers.0.resources.requests.cpu",
  ],
])("CPUs that %s asks for are found there", (_, spec, at) => {
  expect(broken(spec, { node_capacity: { cpu: 9 } })).toMatchObject([
    { code: "pod-fits-no-node", at: `${place}.pod_template.${at}` },
  ]);
});

test("memory that a template asks for is found there", () => {
  const spec = ray({ requests: { memory: "40Gi" }, limits: { memory: "40Gi" } });
  expect(broken(spec, { node_capacity: { memory_gb: 39 } })).toMatchObject([
    {
      code: "pod-fits-no-node",
      at: `${place}.pod_template.spec.containers.0.resources.requests.memory`,
    },
  ]);
  expect(broken(spec, { node_capacity: { memory_gb: 40 } })).toEqual([]);
});

const gpusOf = (gpus: number) => ({ limits: { gpus } });

test.each<readonly [what: string, spec: object, ray: object, worker: object, most: number]>([
  ["GPUs that no resource counts", idle, { supports_gpus: true }, { gpu_count: 2 }, 4],
  ["an accelerator without a resource", idle, card({ name: "GPU", per_device: 1 }), twoCards, 4],
  [
    "an accelerator and GPUs of a template",
    ray({ limits: { "nvidia.com/gpu": 1 } }),
    card({ name: "card", per_device: 1 }, "example.com/card"),
    twoCards,
    6,
  ],
  ["TPUs of a template", ray({ limits: { "google.com/tpu": 4 } }), {}, {}, 8],
  ["network cards", ray({ limits: { "rdma/ib": 4, "nvidia.com/gpu": 1 } }), {}, {}, 2],
])("%s are held to the limit of devices", (_, spec, ray, worker, most) => {
  const codes = (more: object) =>
    compile(request({ ...template(spec), ...worker }), settings({ ...ray, ...more }))
      .diagnostics.map(({ code }) => code)
      .filter((code) => code === "cluster-over-limits");
  expect(codes(gpusOf(most - 1))).toEqual(["cluster-over-limits"]);
  expect(codes(gpusOf(most))).toEqual([]);
});

test("devices of a template are held to the capacity and to the limits", () => {
  const spec = ray({ limits: { "nvidia.com/gpu": 4 } });
  expect(broken(spec, { node_capacity: { gpu_count: 2 } })).toMatchObject([
    {
      code: "pod-fits-no-node",
      at: `${place}.pod_template.spec.containers.0.resources.limits.nvidia.com/gpu`,
    },
  ]);
  expect(broken(spec, { limits: { gpus: 7 } })).toMatchObject([{ code: "cluster-over-limits" }]);
  expect(broken(spec, { limits: { gpus: 8 } })).toEqual([]);
});

test("a cluster that templates make too large is over the limits", () => {
  const spec = ray({ requests: { memory: "40Gi" }, limits: { memory: "40Gi" } });
  expect(broken(spec, { limits: { memory_gb: 95 } })).toMatchObject([
    { code: "cluster-over-limits", message: expect.stringContaining("96 GiB") },
  ]);
  expect(broken(spec, { limits: { memory_gb: 96 } })).toEqual([]);
});

test("a template that asks for nothing changes no number of any plan", async () => {
  const idle = { ray: { pod_template: { metadata: { annotations: { idle: "true" } } } } };
  const sound = (await cases("valid")).filter(
    ({ name }) => !name.startsWith("kuberay-") && name !== "pod-templates",
  );
  for (const { name, request: given, settings: values } of sound) {
    const { plan } = compileOrThrow(given, values);
    const layered = compileOrThrow(given, values, { settingsLayers: [idle] });
    const numbers = ({ prerequisites: _, ...rest }: typeof plan) => rest;
    expect(numbers(layered.plan), name).toEqual(numbers(plan));
    expect(layered.plan.prerequisites.map(({ name: of }) => of).sort(), name).toEqual(
      plan.prerequisites.map(({ name: of }) => of).sort(),
    );
  }
});

test("laws of images and of topologies go by the merged pods", () => {
  const image = { containers: [{ name: "ray-worker", image: "rayproject/ray:2.40.0" }] };
  expect(broken(image, {})).toMatchObject([
    {
      code: "image-ray-version",
      at: `${place}.pod_template.spec.containers.0.image`,
    },
  ]);
  const tpus = (topology: string | undefined) => ({
    accelerators: {
      v6e: {
        resource: "google.com/tpu",
        pod_template: {
          spec: {
            nodeSelector: {
              "cloud.google.com/gke-tpu-accelerator": "tpu-v6e-slice",
              ...(topology === undefined ? {} : { "cloud.google.com/gke-tpu-topology": topology }),
            },
          },
        },
      },
    },
  });
  const worker = { accelerator: "v6e", accelerator_count: 4 };
  const codes = (topology: string | undefined) =>
    compile(request(worker), { ray: tpus(topology) }).diagnostics.map(
      ({ code, path }) => `${code} ${path.join(".")}`,
    );
  const root = "ray.accelerators.v6e";
  expect(codes("2x2")).toEqual([]);
  expect(codes(undefined)).toEqual([`tpu-selector-missing ${root}.node_selector`]);
  expect(codes("two")).toEqual([
    `tpu-selector-missing ${root}.pod_template.spec.nodeSelector.cloud.google.com/gke-tpu-topology`,
  ]);
  expect(codes("4x4")).toEqual([`accelerator-hosts ${root}.hosts`]);
});

test.each([
  ["nvidia.com/gpu", {}, "1.7.0", false],
  ["nvidia.com/gpu", { supports_gpus: true }, "1.7.0", true],
  [
    "nvidia.com/gpu",
    { supports_gpus: true, gpu_resource_request_key: "nvidia.com/gpu" },
    "1.7.0",
    true,
  ],
  ["nvidia.com/mig-1g.5gb", {}, "1.4.0", false],
  ["nvidia.com/mig-1g.5gb", {}, "1.3.2", true],
  ["habana.ai/gaudi", {}, "1.7.0", true],
  ["google.com/tpu", {}, "1.3.0", false],
  ["google.com/tpu", {}, "1.2.2", true],
  ["vpc.amazonaws.com/efa", {}, "1.7.0", false],
  ["example.com/card", {}, "1.7.0", false],
])(
  "of %s in a pod template under %j with KubeRay %s Ray is untold: %s",
  (key, more, kuberayVersion, isUntold) => {
    const spec = ray({ limits: { [key]: 1 } });
    const { diagnostics } = compile(request(template(spec)), settings(more), { kuberayVersion });
    expect(diagnostics.map(({ code }) => code)).toEqual(isUntold ? ["devices-untold"] : []);
  },
);

test("of devices that are claimed Ray is told where the cluster scales", () => {
  const spec = {
    resourceClaims: [{ name: "gpu", resourceClaimTemplateName: "gpu" }],
    containers: [{ name: "ray-worker", resources: { claims: [{ name: "gpu" }] } }],
  };
  const codes = (most: number) => {
    const given = request({}, { autoscaler_config: { cpu: 1, memory_gb: 1 } });
    const scaling_groups = given.config.scaling_groups.map((group) => ({
      ...group,
      max_workers: most,
    }));
    const config = { ...given.config, scaling_groups };
    const { diagnostics } = compile(
      { ...given, config },
      { ray: { worker_pod_template: { spec } } },
    );
    return diagnostics.map(({ code }) => code).filter((code) => code !== "autoscaler-unused");
  };
  expect(codes(3)).toEqual(["devices-untold"]);
  expect(codes(2)).toEqual([]);
});
