import { expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import { formatPath } from "../../src/diagnostics/path.ts";

const sound = {
  name: "train",
  image: "registry.example.com/train:1.2",
  ray_version: "2.52.0",
  config: { n_nodes: 2, node_config: { cpu: 4, memory_gb: 16 } },
};

function found(request: unknown, settings: unknown = {}): readonly string[] {
  const result = compile(request, settings);
  const report = result.diagnostics;
  return report.map(({ code, path }) => `${code} ${formatPath(path)}`);
}

function yaml(...lines: readonly string[]): unknown {
  return { file: "request.yaml", text: lines.join("\n") };
}

test("one wrong entry of a map hides no other", () => {
  const labels = { a: 1, "b c": "d", "ray.io/e": "f", g: "h i", j: null };
  expect(found({ ...sound, labels })).toEqual([
    "wrong-type labels.a",
    'invalid-label labels["b c"]',
    'reserved-key labels["ray.io/e"]',
    "invalid-label labels.g",
    "wrong-type labels.j",
  ]);
});

test("of a key that stands twice the first value is judged all the same", () => {
  const request = yaml(
    "name: Train",
    "image: registry.example.com/train:1.2",
    'ray_version: "2.52.0"',
    "config: {n_nodes: 0, node_config: {cpu: 4, memory_gb: 16}}",
    "name: train",
    "config: {n_nodes: -1}",
  );
  expect(found(request)).toEqual([
    "invalid-name name",
    "number-out-of-range config.n_nodes",
    "duplicate-key name",
    "duplicate-key config",
  ]);
});

test("an empty text of a field that may be left out has that as a cure", () => {
  const hints = (request: object, settings: object) =>
    compile({ ...sound, ...request }, settings).diagnostics.map(({ hint }) => hint);
  const ray = { gpu_resource_request_key: "", supports_gpus: "" };
  expect(hints({}, { kuberay_version: "", ray })).toEqual([
    "Give the version of the KubeRay operator, such as 1.4.2, or leave kuberay_version out.",
    "Use a resource that the nodes offer, such as nvidia.com/gpu, or leave gpu_resource_request_key out.",
    "Write true or false, without quotes, or leave supports_gpus out.",
  ]);
  expect(hints({ image: "" }, {})).toEqual([
    "Write it as registry.example.com/path:tag, with the path in lower case.",
  ]);
});

test("what stands below a misspelt key is judged as if the key were right", () => {
  const { config: _, ...rest } = sound;
  const node_confg = { cpus: 1, memory_gb: "2", env: { "a b": "c" } };
  expect(found({ ...rest, config: { n_nodes: 2, node_confg } })).toEqual([
    "unknown-field config.node_confg",
    "unknown-field config.node_confg.cpus",
    "wrong-type config.node_confg.memory_gb",
    'invalid-environment config.node_confg.env["a b"]',
  ]);
  // Each look goes one misspelt key deeper.
  expect(found({ ...rest, confg: { n_nodes: 2, node_confg } })).toEqual([
    "unknown-field confg",
    "unknown-field confg.node_confg",
    "unknown-field confg.node_confg.cpus",
    "wrong-type confg.node_confg.memory_gb",
    'invalid-environment confg.node_confg.env["a b"]',
  ]);
  // It is near non_gpu_labels too, but the number alone differs.
  expect(found(sound, { ray: { gpu_label: { a: "b c" } } })).toEqual([
    "unknown-field ray.gpu_label",
    "invalid-label ray.gpu_label.a",
  ]);
  const ray = { acelerators: { l4: { resource: "gpu" } } };
  expect(found(sound, { ray })).toEqual([
    "unknown-field ray.acelerators",
    "invalid-resource-key ray.acelerators.l4.resource",
  ]);
});

test("what stands below an unknown key is not judged where two fields may be meant, or the field is there", () => {
  const node_config = { cpu: 4, memory_gb: 16 };
  const config = { n_nodes: 2, node_config, node_confg: { cpus: 1 } };
  expect(found({ ...sound, config })).toEqual(["unknown-field config.node_confg"]);
  const twice = { n_nodes: 2, node_confg: { cpus: 1 }, node_confi: { cpus: 1 } };
  expect(found({ ...sound, config: twice })).toEqual([
    "unknown-field config.node_confg",
    "unknown-field config.node_confi",
  ]);
  expect(found({ ...sound, labls: { a: "b" } })).toEqual(["unknown-field labls"]);
});

test("what an object lacks is told though another member of it is refused", () => {
  const volumes = [
    { mount_path: 5 },
    {},
    { mount_path: 5, secret: 5 },
    { mount_path: "a", claim: "b" },
  ];
  expect(found({ ...sound, volumes })).toEqual([
    "invalid-volume volumes[0]",
    "wrong-type volumes[0].mount_path",
    "invalid-volume volumes[1]",
    "missing-field volumes[1].mount_path",
    "wrong-type volumes[2].mount_path",
    "wrong-type volumes[2].secret",
    "invalid-volume volumes[3].mount_path",
  ]);
  expect(found({ ...sound, volumes: [{ mountPath: "/a" }] })).toEqual([
    "unknown-field volumes[0].mountPath",
  ]);
});

test("a field that is refused is not missing as well, nor is one that is misspelt", () => {
  expect(found({ ...sound, image: () => "train" })).toEqual(["not-plain-data image"]);
  const { image, ...rest } = sound;
  expect(found({ ...rest, imgae: image })).toEqual(["unknown-field imgae"]);
});

test("laws across fields speak of what is sound beside what is not", () => {
  const worker_nodes = { cpu: 4, memory_gb: 16 };
  const config = {
    head_node: { cpu: "4", memory_gb: 1, gpu_count: 1 },
    scaling_groups: [
      { worker_nodes, min_workers: 3, max_workers: 2 },
      { worker_nodes, min_workers: -1, max_workers: 2 },
      { worker_nodes, min_workers: 1, max_workers: 5 },
    ],
  };
  expect(found({ ...sound, ray_version: "1.13.0", config })).toEqual([
    "ray-version-unsupported ray_version",
    "autoscaler-required config.autoscaler_config",
    "wrong-type config.head_node.cpu",
    "node-memory-low config.head_node.memory_gb",
    "gpus-unsupported config.head_node.gpu_count",
    "worker-bounds config.scaling_groups[0].min_workers",
    "number-out-of-range config.scaling_groups[1].min_workers",
  ]);
});

test("no law speaks of a value that is refused already", () => {
  const name = "Not-a-name-but-longer-than-forty-one-letters";
  expect(found({ ...sound, name }, { kuberay_version: "1.3.2" })).toEqual(["invalid-name name"]);
  expect(found({ ...sound, ray_version: "1" }, { kuberay_version: "0" })).toEqual([
    "invalid-version ray_version",
    "invalid-version kuberay_version",
  ]);
  const config = {
    n_nodes: 4,
    max_nodes: "2",
    node_config: { cpu: 0, memory_gb: -1, gpu_count: 1.5 },
  };
  expect(found({ ...sound, config })).toEqual([
    "wrong-type config.max_nodes",
    "number-out-of-range config.node_config.cpu",
    "number-out-of-range config.node_config.memory_gb",
    "wrong-type config.node_config.gpu_count",
  ]);
});

test("one document that cannot be read leaves the other to be judged", () => {
  expect(found(yaml("name: ["), { ray: { enabled: false } })).toEqual([
    "yaml-syntax (document)",
    "ray-disabled ray.enabled",
  ]);
  expect(found({ ...sound, name: 1 }, yaml("ray: {"))).toEqual([
    "wrong-type name",
    "yaml-syntax (document)",
  ]);
});

test.each([undefined, null, "train", 42, [], true])("%j is no request", (request) => {
  const codes = found(request).map((text) => text.split(" ")[0]);
  expect([["missing-field"], ["wrong-type"]]).toContainEqual(codes);
});

test.each([undefined, null, {}, yaml("ray:"), yaml("ray: {}")])(
  "%j are settings, all of them defaults",
  (settings) => {
    expect(compile(sound, settings)).toEqual(compile(sound));
    expect(compile(sound, settings).ok).toBe(true);
  },
);

test.each([
  yaml(),
  yaml("# nothing"),
  yaml("server: {replicas: 2}"),
  { server: {} },
  { worker: {} },
])("%j hold no settings, which is no mistake but a warning", (settings) => {
  const result = compile(sound, settings);
  const isEmptyObject = JSON.stringify(settings) === '{"worker":{}}';
  expect(result.ok && result.diagnostics.map(({ code }) => code)).toEqual(
    isEmptyObject ? [] : ["settings-not-found"],
  );
});

test("what has the wrong type is not missing as well", () => {
  const env = {
    A: { secret: 5, key: "k" },
    B: { secret: "s", key: 3 },
    C: { config_map: ["x"], key: "k" },
    D: { secret: "s", optional: "yes" },
    E: { optional: 1 },
  };
  const volumes = [
    { mount_path: "/a", claim: { claimName: "a" } },
    { mount_path: "/b", empty_dir: true },
    { mount_path: "/c", read_only: "yes" },
  ];
  expect(found({ ...sound, env, volumes })).toEqual([
    "wrong-type env.A.secret",
    "wrong-type env.B.key",
    "wrong-type env.C.config_map",
    "invalid-environment env.D",
    "wrong-type env.D.optional",
    "invalid-environment env.E",
    "wrong-type env.E.optional",
    "wrong-type volumes[0].claim",
    "wrong-type volumes[1].empty_dir",
    "invalid-volume volumes[2]",
    "wrong-type volumes[2].read_only",
  ]);
});
