import { expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import { settingsFromHelmValues } from "../../src/model/settings/settings-from-helm-values.ts";

const request = {
  name: "train",
  image: "registry.example.com/train:1.2",
  ray_version: "2.52.0",
  config: { n_nodes: 1, node_config: { cpu: 1, memory_gb: 4 } },
};

const values = `
image: {tag: "1.0"}
kuberay_version: "1.3.2"
ray: {supports_gpus: true, gpu_labels: null}
worker: {service_account: {name: ray, create: true}, replicas: 3}
rbac: {create: true, manage_ray: true}
`;

test("the settings hold the compiler's own fields and nothing else", () => {
  expect(settingsFromHelmValues({ file: "values.yaml", text: values })).toEqual({
    ok: true,
    diagnostics: [],
    settings: {
      kuberay_version: "1.3.2",
      ray: { supports_gpus: true, gpu_labels: null },
      worker: { service_account: { name: "ray" } },
      rbac: { manage_ray: true },
    },
  });
});

test("settings that were read once compile as the values do", () => {
  const document = { file: "values.yaml", text: values };
  const result = settingsFromHelmValues(document);
  expect(compile(request, result.ok ? result.settings : undefined)).toEqual(
    compile(request, document),
  );
});

test("an empty document leaves the defaults; a file without settings is told", () => {
  expect(settingsFromHelmValues({ file: "values.yaml", text: "" })).toMatchObject({
    ok: true,
    settings: {},
    diagnostics: [{ code: "settings-not-found" }],
  });
  expect(settingsFromHelmValues({})).toEqual({ ok: true, settings: {}, diagnostics: [] });
  expect(settingsFromHelmValues(null)).toEqual({ ok: true, settings: {}, diagnostics: [] });
});

test.each<readonly [string, unknown]>([
  ["a wrong type", { ray: { supports_gpus: "false" } }],
  ["an unknown field", { file: "values.yaml", text: "ray: {suports_gpus: true}" }],
  ["a syntax error", { file: "values.yaml", text: "ray: {" }],
  ["a list", []],
  ["nothing readable", Symbol.iterator],
])("%s gets the diagnostics that compile gives", (_what, wrong) => {
  const result = settingsFromHelmValues(wrong);
  const compiled = compile(request, wrong);
  expect(result.ok).toBe(false);
  expect(!result.ok && result.diagnostics.length).toBeGreaterThan(0);
  expect(!result.ok && result.diagnostics).toEqual(!compiled.ok && compiled.diagnostics);
});
