import fc from "fast-check";
import { expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import { formatPath } from "../../src/diagnostics/path.ts";
import { explainValue } from "../../src/explain/explain-value.ts";
import { compileLean } from "../../src/lean.ts";
import { asCluster } from "./cluster-manifest.ts";

const request = (head: object = {}) => ({
  name: "train",
  image: "train:1",
  ray_version: "2.52.0",
  config: {
    head_node: { cpu: 4, memory_gb: 16, ...head },
    scaling_groups: [{ worker_nodes: { cpu: 8, memory_gb: 32 }, min_workers: 1, max_workers: 1 }],
  },
});

const settings = (ray: object) => ({ ray: { request_pod_templates: true, ...ray } });
const containers = (...items: readonly object[]) => ({ spec: { containers: items } });

function headPod(head: object, ray: object = {}) {
  const result = compile(request(head), settings(ray));
  if (!result.ok) throw new Error(result.diagnostics.map(({ message }) => message).join(" "));
  return asCluster(result.manifest).spec.headGroupSpec.template;
}

function mistakes(ray: object, head: object = {}, more: object = {}) {
  const { diagnostics } = compile(request(head), { ...settings(ray), ...more });
  return diagnostics.map(
    ({ code, document, path }) => `${code} at ${document} ${formatPath(path)}`,
  );
}

test.each([
  [
    "before",
    [
      { name: "log", image: "log:1" },
      { name: "ray-head", tty: true },
    ],
  ],
  [
    "behind",
    [
      { name: "ray-head", tty: true },
      { name: "log", image: "log:1" },
    ],
  ],
])("Ray's container stays first where a new one stands %s it", (_, items) => {
  const { spec } = headPod({ pod_template: containers(...items) });
  expect(spec.containers.map(({ name }) => name)).toEqual(["ray-head", "log"]);
  expect(spec.containers[0]).toMatchObject({ image: "train:1", tty: true });
});

test("special templates win over general ones", () => {
  const priority = (name: string) => ({ spec: { priorityClassName: name } });
  const general = { pod_template: priority("all") };
  const role = { ...general, head_pod_template: priority("head") };
  expect(headPod({}, general).spec).toMatchObject({ priorityClassName: "all" });
  expect(headPod({}, role).spec).toMatchObject({ priorityClassName: "head" });
  const own = headPod({ pod_template: priority("own") }, role);
  expect(own.spec).toMatchObject({ priorityClassName: "own" });
});

test("a template for all pods may name the Ray containers of both", () => {
  const items = [
    { name: "ray-worker", tty: true },
    { name: "log", image: "log:1" },
  ];
  const { spec } = headPod({}, { pod_template: containers(...items, { name: "ray-head" }) });
  expect(spec.containers.map(({ name }) => name)).toEqual(["ray-head", "log"]);
});

test("a template for equal nodes and one of an accelerator may name the Ray containers of both", () => {
  const both = containers({ name: "ray-worker", tty: true }, { name: "ray-head", tty: true });
  const card = { resource: "example.com/card", ray_resource: "card" };
  const accelerators = { card: { ...card, pod_template: both } };
  const asked = { accelerator: "card", accelerator_count: 1 };
  expect(headPod(asked, { accelerators }).spec.containers).toMatchObject([{ tty: true }]);
  const config = { n_nodes: 2, node_config: { cpu: 4, memory_gb: 16, pod_template: both } };
  const equal: object = { ...request(), config };
  expect(compile(equal, settings({})).diagnostics).toEqual([]);
});

test("an empty template changes nothing", () => {
  const empty = { pod_template: {}, head_pod_template: {}, worker_pod_template: {} };
  expect(compile(request({ pod_template: {} }), settings(empty))).toEqual(
    compile(request(), settings({})),
  );
});

test.each<readonly [what: string, ray: object, found: readonly string[]]>([
  [
    "Ray's container deleted",
    { head_pod_template: containers({ name: "ray-head", $patch: "delete" }) },
    ["pod-template-conflict at settings ray.head_pod_template.spec.containers[0]"],
  ],
  [
    "Ray's container replaced",
    { head_pod_template: containers({ $patch: "replace" }, { name: "ray-head", image: "a" }) },
    ["pod-template-conflict at settings ray.head_pod_template.spec.containers[1]"],
  ],
  [
    "the whole replaced",
    { head_pod_template: { $patch: "replace", spec: {} } },
    ["pod-template-conflict at settings ray.head_pod_template.spec"],
  ],
  [
    "a port's name changed",
    {
      head_pod_template: containers({
        name: "ray-head",
        ports: [{ containerPort: 8000, name: "a" }],
      }),
    },
    ["pod-template-conflict at settings ray.head_pod_template.spec.containers[0].ports[0]"],
  ],
  [
    "the name of a port behind another one changed",
    {
      head_pod_template: containers({
        name: "ray-head",
        ports: [{ containerPort: 9000 }, { containerPort: 8000, name: "a" }],
      }),
    },
    ["pod-template-conflict at settings ray.head_pod_template.spec.containers[0].ports[1]"],
  ],
  [
    "a label of KubeRay's",
    { worker_pod_template: { metadata: { labels: { "ray.io/group": "a" } } } },
    ['reserved-key at settings ray.worker_pod_template.metadata.labels["ray.io/group"]'],
  ],
  [
    "an annotation of KubeRay's",
    { pod_template: { metadata: { annotations: { "ray.io/ft-enabled": "true" } } } },
    ['reserved-key at settings ray.pod_template.metadata.annotations["ray.io/ft-enabled"]'],
  ],
  [
    "a variable of KubeRay's",
    { head_pod_template: containers({ name: "ray-head", env: [{ name: "RAY_IP", value: "a" }] }) },
    ["reserved-variable at settings ray.head_pod_template.spec.containers[0].env[0]"],
  ],
  [
    "a field of a later release",
    { pod_template: { spec: { hostnameOverride: "a" } } },
    ["api-field-not-in-release at settings ray.pod_template.spec.hostnameOverride"],
  ],
  [
    "a container's name that KubeRay adds",
    { worker_pod_template: { spec: { initContainers: [{ name: "wait-gcs-ready", image: "a" }] } } },
    ["pod-container-name at settings ray.worker_pod_template.spec.initContainers[0].name"],
  ],
  [
    "text that not every reader carries",
    {
      pod_template: {
        metadata: { annotations: { a: "b\ud800", "c\u0085": "d" } },
        spec: { containers: [{ name: "ray-head", args: ["\u0085"] }] },
      },
    },
    [
      "unprintable-text at settings ray.pod_template.metadata.annotations.a",
      'unprintable-text at settings ray.pod_template.metadata.annotations["c\\u0085"]',
      'pod-annotation at settings ray.pod_template.metadata.annotations["c\\u0085"]',
      "unprintable-text at settings ray.pod_template.spec.containers[0].args[0]",
    ],
  ],
  [
    "a variable that stands twice",
    {
      head_pod_template: containers({
        name: "ray-head",
        env: [
          { name: "A", value: "1" },
          { name: "A", value: "2" },
        ],
      }),
    },
    ["pod-template-merge at settings ray.head_pod_template.spec.containers[0].env[1]"],
  ],
  [
    "an item that is deleted and made again",
    {
      pod_template: {
        spec: {
          volumes: [
            { name: "ray-logs", $patch: "delete" },
            { name: "ray-logs", hostPath: { path: "/var/log" } },
          ],
        },
      },
    },
    [],
  ],
  [
    "a port of one's own",
    { head_pod_template: containers({ name: "ray-head", ports: [{ containerPort: 9000 }] }) },
    [],
  ],
])("%s is found where it stands", (_, ray, found) => {
  expect(mistakes(ray, {}, { kuberay_version: "1.3.2" })).toEqual(found);
});

test("a template is judged though something else is wrong", () => {
  const found = mistakes({ pod_template: { spec: { nodeSelectors: {} } } }, { cpu: "a" });
  expect(found).toEqual([
    "wrong-type at request config.head_node.cpu",
    "api-unknown-field at settings ray.pod_template.spec.nodeSelectors",
  ]);
});

test("an accelerator's template is merged over the pods that ask for it", () => {
  const accelerator = {
    resource: "example.com/chip",
    ray_resource: "chip",
    pod_template: { spec: { priorityClassName: "chips" } },
  };
  const at = "spec.headGroupSpec.template.spec.priorityClassName";
  const head = { accelerator: "chip", accelerator_count: 1 };
  const explained = explainValue(
    request(head),
    settings({ accelerators: { chip: accelerator } }),
    at,
  );
  expect(explained).toMatchObject({
    value: "chips",
    inputs: [
      {
        document: "settings",
        path: ["ray", "accelerators", "chip", "pod_template", "spec", "priorityClassName"],
      },
    ],
  });
});

const pod = "spec.headGroupSpec.template.spec";

test.each([
  [`${pod}.containers[0].tty`, "request config.head_node.pod_template.spec.containers[1].tty"],
  [`${pod}.containers[1]`, "request config.head_node.pod_template.spec.containers[0]"],
  [`${pod}.containers[0].image`, "request image"],
  [`${pod}.securityContext.fsGroup`, "settings ray.pod_template.spec.securityContext.fsGroup"],
  [`${pod}.containers[0].resources.limits.cpu`, "request config.head_node.cpu"],
])("%s comes from the %s", (at, place) => {
  const template = containers({ name: "log", image: "log:1" }, { name: "ray-head", tty: true });
  const ray = { pod_template: { spec: { securityContext: { fsGroup: 100 } } } };
  const explained = explainValue(request({ pod_template: template }), settings(ray), at);
  expect(
    explained.ok && explained.inputs.map(({ document, path }) => `${document} ${formatPath(path)}`),
  ).toEqual([place]);
});

test("without the table of the API a template is refused, and nothing else is", () => {
  expect(compileLean(request())).toEqual(compile(request()));
  const { ok, diagnostics } = compileLean(request(), settings({ pod_template: { spec: {} } }));
  expect([ok, diagnostics.map(({ code, document }) => [code, document])]).toEqual([
    false,
    [["invalid-option", "options"]],
  ]);
});

test.each<readonly [given: object, ray: object, at: string, document: string]>([
  [{}, { pod_template: { spec: {} } }, "ray.pod_template", "settings"],
  [{ pod_template: { spec: {} } }, {}, "config.head_node.pod_template", "request"],
  [{}, { worker_pod_template: { spec: {} } }, "ray.worker_pod_template", "settings"],
])("without the table of the API the place of a template is told", (head, ray, at, document) => {
  const { diagnostics } = compileLean(request(head), settings(ray));
  expect(diagnostics.map(({ path, message }) => [formatPath(path), message])).toEqual([
    [
      "mergePodTemplates",
      `Pod templates are not merged here, but there is one at ${at} of the ${document}.`,
    ],
  ]);
});

test("without the table of the API a template of the cluster is refused, too", () => {
  const cluster_template = { metadata: { annotations: { a: "b" } } };
  const { diagnostics } = compileLean({ ...request(), cluster_template }, settings({}));
  expect(diagnostics.map(({ message }) => message)).toEqual([
    "Pod templates are not merged here, but there is one at cluster_template of the request.",
  ]);
});

test("a template of the request counts only where the settings allow it", () => {
  const given = request({ pod_template: { spec: { priorityClassName: "own" } } });
  const { ok, diagnostics } = compile(given, { ray: {} });
  expect([ok, diagnostics.map(({ code }) => code)]).toEqual([false, ["request-pod-templates-off"]]);
});

test("no template makes it throw, or changes its input", () => {
  const key = fc.constantFrom("metadata", "spec", "containers", "name", "$patch", "__proto__", "a");
  const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof(
      { depthSize: "small" },
      fc.constantFrom(null, "ray-head", "delete", "replace", 1),
      fc.array(tie("tree"), { maxLength: 3 }),
      fc.dictionary(key, tie("tree"), { maxKeys: 3 }),
    ),
  }));
  fc.assert(
    fc.property(tree, tree, (metadata, spec) => {
      const given = settings({ pod_template: { metadata, spec } });
      const before = JSON.stringify(given);
      compile(request(), given);
      expect(JSON.stringify(given)).toBe(before);
    }),
  );
});

const equalNodes = (ray: object, node: object = {}) => {
  const config = { n_nodes: 3, node_config: { cpu: 4, memory_gb: 16, ...node } };
  const { diagnostics } = compile({ ...request(), config }, settings(ray));
  return diagnostics.map(({ code, path }) => `${code} at ${formatPath(path)}`);
};

test("laws of devices see what a template for workers adds to equal nodes", () => {
  const env = [{ name: "ROCR_VISIBLE_DEVICES", value: "0" }];
  const variables = { worker_pod_template: containers({ name: "ray-worker", env }) };
  expect(equalNodes(variables)).toEqual([
    "device-variable at ray.worker_pod_template.spec.containers[0].env[0]",
  ]);
  expect(equalNodes({ pod_template: containers({ name: "ray-worker", env }) })).toHaveLength(1);
  const annotations = { "gpu-fraction": "0.5" };
  const gpus = { supports_gpus: true, gpu_resource_request_key: "nvidia.com/gpu" };
  const labels = { "kai.scheduler/queue": "team-a" };
  const shared = { ...gpus, worker_pod_template: { metadata: { annotations, labels } } };
  expect(equalNodes(shared, { gpu_count: 1 })).toEqual([
    'fraction-beside-devices at ray.worker_pod_template.metadata.annotations["gpu-fraction"]',
  ]);
  const resources = { limits: { "habana.ai/gaudi": 1 } };
  const untold = { worker_pod_template: containers({ name: "ray-worker", resources }) };
  expect(equalNodes(untold)).toEqual([
    'devices-untold at ray.worker_pod_template.spec.containers[0].resources.limits["habana.ai/gaudi"]',
  ]);
  expect(equalNodes({ pod_template: containers({ name: "ray-worker", resources }) })).toHaveLength(
    1,
  );
});

test.each<
  readonly [version: string, max_workers: number, policy: string, found: readonly string[]]
>([
  ["1.3.2", 2, "Always", ["pod-template-conflict at settings ray.pod_template.spec.restartPolicy"]],
  ["1.4.0", 2, "Always", ["restart-policy at settings ray.pod_template.spec.restartPolicy"]],
  ["1.7.0", 2, "OnFailure", ["restart-policy at settings ray.pod_template.spec.restartPolicy"]],
  ["1.7.0", 2, "Never", []],
  ["1.7.0", 1, "Always", []],
])(
  "what KubeRay %s refuses of merged pods is told: %i workers, %s",
  (version, max, policy, found) => {
    const base = request();
    const groups = base.config.scaling_groups.map((group) => ({ ...group, max_workers: max }));
    const autoscaler_config = max > 1 ? { cpu: 1, memory_gb: 1 } : null;
    const config = { ...base.config, scaling_groups: groups, autoscaler_config };
    const template = { spec: { restartPolicy: policy } };
    // Of the head, too, or of the workers alone.
    for (const field of ["pod_template", "worker_pod_template"]) {
      const { diagnostics } = compile(
        { ...base, config },
        { kuberay_version: version, ...settings({ [field]: template }) },
      );
      const told = diagnostics.map(
        ({ code, document, path }) => `${code} at ${document} ${formatPath(path)}`,
      );
      expect(told).toEqual(found.map((line) => line.replace("pod_template", field)));
    }
  },
);

test("what KubeRay refuses of the pods of a job is told, once for each place", () => {
  const job = {
    entrypoint: "python train.py",
    submission_mode: "SidecarMode",
    shutdown_after_finish: true,
    active_deadline_seconds: 60,
  };
  const gcs_fault_tolerance = { redis_address: "redis:6379" };
  const pod_template = {
    spec: {
      restartPolicy: "Always",
      containers: [{ name: "ray-head", env: [{ name: "REDIS_PASSWORD", value: "x" }] }],
    },
  };
  const { diagnostics } = compile(
    { ...request(), job, gcs_fault_tolerance } as unknown,
    settings({ pod_template }),
  );
  expect(diagnostics.map(({ code, path }) => `${code} ${formatPath(path)}`)).toEqual([
    "submission-mode ray.pod_template.spec.restartPolicy",
    "reserved-variable ray.pod_template.spec.containers[0].env[0]",
  ]);
});

test.each([
  ["rayhead", 'Did you mean the container "ray-head"? If not, name the image to run.'],
  ["proxy", "Name the image to run."],
])("the container %s without an image has the hint: %s", (name, hint) => {
  const head_pod_template = containers({ name, tty: true });
  const { diagnostics } = compile(request(), settings({ head_pod_template }));
  expect(diagnostics.map(({ code, hint: told }) => [code, told])).toEqual([["pod-image", hint]]);
});

test("a template that calls Ray's container by container_name is one mistake", () => {
  const head = { container_name: "main", gpu_count: 0 };
  const taken = "container-name-taken at request config.head_node.container_name";
  expect(mistakes({ pod_template: containers({ name: "main", tty: true }) }, head)).toEqual([
    taken,
  ]);
  const other = containers({ name: "main", tty: true }, { name: "log" });
  expect(mistakes({}, { ...head, pod_template: other })).toEqual([
    taken,
    "pod-image at request config.head_node.pod_template.spec.containers[1]",
  ]);
});

test("probes of a template may ask the agent at any port", () => {
  const head = { ray_start_params: { "dashboard-agent-listen-port": "1" } };
  const probe = { exec: { command: ["true"] } };
  const more = { kuberay_version: "1.5.1" };
  const told = (probes: object) =>
    mistakes({ pod_template: containers({ name: "ray-head", ...probes }) }, head, more);
  const warned = [
    'agent-port-unasked at request config.head_node.ray_start_params["dashboard-agent-listen-port"]',
  ];
  expect(mistakes({}, head, more)).toEqual(warned);
  expect(told({ livenessProbe: probe })).toEqual(warned);
  expect(told({ livenessProbe: probe, readinessProbe: probe })).toEqual([]);
});
