import { expect, test } from "vitest";
import { compile } from "../../src/compile.ts";

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

function steps(place: string): readonly (string | number)[] {
  return place
    .split(/\.|(?=\[)/)
    .map((step) => (step.startsWith("[") ? Number(step.slice(1, -1)) : step));
}
