import { expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import { explainValue } from "../../src/explain/explain-value.ts";

const sound = { cpu: 4, memory_gb: 16 };
const request = (cluster_template: object, more: object = {}) => ({
  name: "train",
  image: "registry.example.com/train:1",
  ray_version: "2.52.0",
  config: {
    head_node: sound,
    scaling_groups: [{ name: "a", worker_nodes: sound, min_workers: 1, max_workers: 2 }],
    autoscaler_config: { cpu: 1, memory_gb: 1 },
  },
  cluster_template,
  ...more,
});
const settings = { ray: { request_pod_templates: true } };
const group = (fields: object) => ({ spec: { workerGroupSpecs: [{ groupName: "a", ...fields }] } });

/** A template, the code that it is refused with, and the place in it. */
test.each<[string, object, string, string]>([
  ["the name", { metadata: { name: "b" } }, "pod-template-conflict", "metadata.name"],
  ["the version", { apiVersion: "ray.io/v2" }, "pod-template-conflict", "apiVersion"],
  ["Ray's version", { spec: { rayVersion: "2.9.0" } }, "pod-template-conflict", "spec.rayVersion"],
  [
    "a bound",
    group({ maxReplicas: 9 }),
    "pod-template-conflict",
    "spec.workerGroupSpecs[0].maxReplicas",
  ],
  [
    "a pod",
    group({ template: { spec: { hostNetwork: true } } }),
    "pod-template-conflict",
    "spec.workerGroupSpecs[0].template",
  ],
  [
    "the whole head",
    { spec: { headGroupSpec: null } },
    "pod-template-conflict",
    "spec.headGroupSpec",
  ],
  [
    "all groups at once",
    { spec: { workerGroupSpecs: null } },
    "pod-template-conflict",
    "spec.workerGroupSpecs",
  ],
  [
    "another group",
    { spec: { workerGroupSpecs: [{ groupName: "b" }] } },
    "pod-template-conflict",
    "spec.workerGroupSpecs[0]",
  ],
  [
    "an unknown field",
    { spec: { headGroupSpec: { replicaz: 1 } } },
    "api-unknown-field",
    "spec.headGroupSpec.replicaz",
  ],
  [
    "a wrong type",
    { spec: { autoscalerOptions: "big" } },
    "api-wrong-type",
    "spec.autoscalerOptions",
  ],
])("a cluster template cannot say %s", (_name, template, code, place) => {
  const result = compile(request(template) as unknown, settings);
  expect(result.ok).toBe(false);
  expect(result.diagnostics.map((each) => [each.code, each.path])).toContainEqual([
    code,
    ["cluster_template", ...steps(place)],
  ]);
});

test("all that is wrong with a cluster template is told at once, and nothing of it twice", () => {
  const template = {
    metadata: { name: "b" },
    spec: {
      rayVersion: 2.9,
      autoscalerOption: {},
      workerGroupSpecs: [
        { groupName: "b" },
        { groupName: "a", maxReplicas: 9, minReplica: 1 },
        { groupName: "c" },
      ],
    },
  };
  const { diagnostics } = compile(request(template) as unknown, settings);
  const at = (path: readonly unknown[]) => path.slice(1).join(".");
  expect(diagnostics.map(({ code, path }) => `${code} ${at(path)}`)).toEqual([
    "pod-template-conflict metadata.name",
    "api-wrong-type spec.rayVersion",
    "api-unknown-field spec.autoscalerOption",
    "pod-template-conflict spec.workerGroupSpecs.0",
    "pod-template-conflict spec.workerGroupSpecs.1.maxReplicas",
    "api-unknown-field spec.workerGroupSpecs.1.minReplica",
    "pod-template-conflict spec.workerGroupSpecs.2",
  ]);
});

test("a law of KubeRay's that a cluster template breaks is told where it says so", () => {
  const result = compile(
    request(group({ priority: 1 }), { ray_version: "2.48.0" }) as unknown,
    settings,
  );
  expect(result.ok).toBe(false);
  expect(result.diagnostics.filter(({ severity }) => severity === "error")).toMatchObject([
    { document: "request", pointer: "/cluster_template/spec/workerGroupSpecs/0/priority" },
  ]);
});

test("a convention that is off leaves the autoscaler unpinned, and what the request wants stays", () => {
  const off = { ray: { conventions: { pin_autoscaler: false } } };
  const version = (options: object, more: object = {}) => {
    const result = compile(request({}, more) as unknown, options);
    return result.ok && JSON.stringify(result.manifest).includes('"version":"v2"');
  };
  const wanted = {
    config: { ...request({}).config, autoscaler_config: { cpu: 1, memory_gb: 1, version: "v2" } },
  };
  expect([version({}), version(off), version(off, wanted)]).toEqual([true, false, true]);
});

test("what a cluster template deletes is gone, and what it says stands beside the rest", () => {
  const more = { labels: { team: "a", tier: "b" }, upgrade_strategy: "Recreate" };
  const template = {
    metadata: { labels: { team: null } },
    spec: { upgradeStrategy: null, headGroupSpec: { enableIngress: true } },
  };
  const result = compile(request(template, more) as unknown, settings);
  if (!result.ok || result.manifest.kind !== "RayCluster") throw new Error("It does not compile.");
  expect(result.manifest.metadata.labels).toEqual({ tier: "b" });
  expect(Object.keys(result.manifest.spec)).not.toContain("upgradeStrategy");
  expect(result.manifest.spec.headGroupSpec).toMatchObject({
    enableIngress: true,
    rayStartParams: {},
  });
});

test("a version of Ray that is nowhere else may stand in a cluster template, and nothing else may", () => {
  const unversioned = { ray_version: undefined };
  const version = compile(
    request({ spec: { rayVersion: "2.52.0" } }, unversioned) as unknown,
    settings,
  );
  expect(version.ok && version.manifest.spec).toMatchObject({ rayVersion: "2.52.0" });
  const autoscaling = { spec: { enableInTreeAutoscaling: false } };
  const result = compile(request(autoscaling, unversioned) as unknown, settings);
  expect(result.diagnostics.map(({ code }) => code)).toContain("pod-template-conflict");
});

test("a value of a cluster template is explained by the template, and its neighbours are not", () => {
  const groups = ["a", "b"].map((name) => ({
    name,
    worker_nodes: sound,
    min_workers: 1,
    max_workers: 2,
  }));
  const template = { spec: { workerGroupSpecs: [{ groupName: "b", idleTimeoutSeconds: 60 }] } };
  const { config } = request({});
  const documents = request(template, { config: { ...config, scaling_groups: groups } });
  const explained = (place: string) =>
    JSON.stringify(explainValue(documents as unknown, settings, place));
  const group = "spec.workerGroupSpecs[1]";
  const where = '["cluster_template","spec","workerGroupSpecs",0,"idleTimeoutSeconds"]';
  expect(explained(`${group}.idleTimeoutSeconds`)).toContain(where);
  expect(explained(`${group}.minReplicas`)).toContain(
    '["config","scaling_groups",1,"min_workers"]',
  );
  expect(explained("spec.rayVersion")).toContain('["ray_version"]');
});

function steps(place: string): readonly (string | number)[] {
  return place
    .split(/\.|(?=\[)/)
    .map((step) => (step.startsWith("[") ? Number(step.slice(1, -1)) : step));
}

test("a group for a cluster that has none is refused", () => {
  const config = { n_nodes: 1, node_config: sound };
  const given: unknown = request(group({}), { config });
  const { diagnostics } = compile(given, settings);
  expect(diagnostics.map(({ code, path }) => [code, path?.join(".")])).toContainEqual([
    "pod-template-conflict",
    "cluster_template.spec.workerGroupSpecs.0",
  ]);
});
