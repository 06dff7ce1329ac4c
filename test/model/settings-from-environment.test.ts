import fc from "fast-check";
import { expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { renderDiagnostics } from "../../src/diagnostics/render.ts";
import { settingsToEnvironment } from "../../src/model/environment/settings-to-environment.ts";
import { settingsVariables } from "../../src/model/environment/settings-variables.ts";
import { settingsFromEnvironment } from "../../src/model/settings/settings-from-environment.ts";
import { settingsFromHelmValues } from "../../src/model/settings/settings-from-helm-values.ts";
import { anyCharacter } from "../any-character.ts";
import { expressibleSettings } from "./sound-settings.ts";

test("what no variable sets is left to the defaults", () => {
  const environment = {
    RAY_SUPPORTS_GPUS: "",
    RAY_GPU_LABELS: " \n",
    RAY_GPU_TOLERATIONS: "null",
    RAY_BUSYBOX_PULL_OVERRIDE: undefined,
    SEMATIC_WORKER_KUBERNETES_SA: "",
    RAY_ADDRESS: "ray://elsewhere:10001",
    RAY_SUPPORT_GPUS: "true",
    PATH: "/bin",
  };
  expect(settingsFromEnvironment(environment)).toEqual({ ok: true, settings: {}, diagnostics: [] });
});

test("every variable sets its setting, JSON in the RAY_ ones, plain text in the account", () => {
  const environment = {
    RAY_SUPPORTS_GPUS: "true",
    RAY_GPU_NODE_SELECTOR: '{"node.kubernetes.io/instance-type": "g4dn.xlarge"}',
    RAY_NON_GPU_NODE_SELECTOR: '{"pool": "cpu"}',
    RAY_GPU_TOLERATIONS:
      '[{"key": "nvidia.com/gpu", "value": "true", "operator": "Equal", "effect": "NoSchedule"}]',
    RAY_NON_GPU_TOLERATIONS: "[]",
    RAY_GPU_LABELS: '{"kind": "gpu"}',
    RAY_NON_GPU_LABELS: '{"kind": "cpu"}',
    RAY_GPU_ANNOTATIONS: '{"note": "a\\nb"}',
    RAY_NON_GPU_ANNOTATIONS: "{}",
    RAY_GPU_RESOURCE_REQUEST_KEY: '"nvidia.com/gpu"',
    RAY_BUSYBOX_PULL_OVERRIDE: '"registry.example.com/busybox:1.28"',
    SEMATIC_WORKER_KUBERNETES_SA: "null",
  };
  expect(Object.keys(environment)).toEqual(settingsVariables.map(({ name }) => name));
  expect(settingsFromEnvironment(environment)).toEqual({
    ok: true,
    diagnostics: [],
    settings: {
      ray: {
        supports_gpus: true,
        gpu_node_selector: { "node.kubernetes.io/instance-type": "g4dn.xlarge" },
        non_gpu_node_selector: { pool: "cpu" },
        gpu_tolerations: [
          { key: "nvidia.com/gpu", value: "true", operator: "Equal", effect: "NoSchedule" },
        ],
        non_gpu_tolerations: [],
        gpu_labels: { kind: "gpu" },
        non_gpu_labels: { kind: "cpu" },
        gpu_annotations: { note: "a\nb" },
        non_gpu_annotations: {},
        gpu_resource_request_key: "nvidia.com/gpu",
        busybox_image: "registry.example.com/busybox:1.28",
      },
      worker: { service_account: { name: "null" } },
    },
  });
});

test("settings survive the way through the environment", () => {
  fc.assert(
    fc.property(expressibleSettings, (settings) => {
      const environment = settingsToEnvironment(settings);
      expect(settingsFromEnvironment(environment)).toEqual({ ok: true, settings, diagnostics: [] });
      expect(settingsFromHelmValues(settings)).toEqual({ ok: true, settings, diagnostics: [] });
    }),
  );
});

test("an environment survives the way through settings", () => {
  fc.assert(
    fc.property(expressibleSettings, (settings) => {
      const environment = settingsToEnvironment(settings);
      const result = settingsFromEnvironment(environment);
      expect(result.ok && settingsToEnvironment(result.settings)).toEqual(environment);
    }),
  );
});

test("what has no variable, or is null, does not get into the environment", () => {
  const environment = settingsToEnvironment({
    kuberay_version: "1.3.2",
    ray: { enabled: false, supports_gpus: false, gpu_labels: null },
    worker: { service_account: { name: "ray" }, image_pull_secrets: [{ name: "registry" }] },
    rbac: { manage_ray: false },
  });
  expect(environment).toEqual({ RAY_SUPPORTS_GPUS: "false", SEMATIC_WORKER_KUBERNETES_SA: "ray" });
});

test.each<readonly [what: string, settings: object, said: string]>([
  [
    "a value that is refused",
    { ray: { supports_gpus: "yes" } },
    ' ray.supports_gpus: supports_gpus must be true or false, but it is the string "yes".',
  ],
  ["data that is none", { ray: { gpu_labels: { a: () => 1 } } }, " ray.gpu_labels.a: "],
])("%s does not get into the environment", (_what, settings, said) => {
  expect(() => settingsToEnvironment(settings)).toThrow(
    expect.objectContaining({
      name: "TypeError",
      message: expect.stringContaining(
        `settingsToEnvironment: settings must be sound settings.${said}`,
      ),
    }),
  );
});

/** The text of a value, and where a mistake in it is reported. */
type Mistake = readonly [name: string, value: string, place: string, code: string];

test.each<Mistake>([
  ["RAY_SUPPORTS_GPUS", '"false"', "RAY_SUPPORTS_GPUS:1:1", "wrong-type"],
  ["RAY_SUPPORTS_GPUS", "yes", "RAY_SUPPORTS_GPUS:1:1", "yaml-syntax"],
  ["RAY_SUPPORTS_GPUS", "0", "RAY_SUPPORTS_GPUS:1:1", "wrong-type"],
  [
    "RAY_GPU_RESOURCE_REQUEST_KEY",
    "nvidia.com/gpu",
    "RAY_GPU_RESOURCE_REQUEST_KEY:1:1",
    "yaml-syntax",
  ],
  [
    "RAY_GPU_RESOURCE_REQUEST_KEY",
    '"gpu"',
    "RAY_GPU_RESOURCE_REQUEST_KEY:1:1",
    "invalid-resource-key",
  ],
  [
    "RAY_GPU_TOLERATIONS",
    '[{"key":"a","operator":"Exists"},]',
    "RAY_GPU_TOLERATIONS:1:34",
    "yaml-syntax",
  ],
  [
    "RAY_GPU_TOLERATIONS",
    '[{"operator":"Exists","effect":"no"}]',
    "RAY_GPU_TOLERATIONS:1:32",
    "invalid-toleration",
  ],
  [
    "RAY_GPU_TOLERATIONS",
    '[{"key":"a","operater":"Exists"}]',
    "RAY_GPU_TOLERATIONS:1:13",
    "unknown-field",
  ],
  ["RAY_GPU_LABELS", '{\n  "a": "b",\n  "ray.io/x": "y"\n}', "RAY_GPU_LABELS:3:3", "reserved-key"],
  ["RAY_GPU_LABELS", '{"a": "b", "a": "c"}', "RAY_GPU_LABELS:1:12", "duplicate-key"],
  ["RAY_GPU_LABELS", '{"__proto__": "b"}', "RAY_GPU_LABELS:1:2", "unknown-field"],
  ["RAY_NON_GPU_NODE_SELECTOR", '["a"]', "RAY_NON_GPU_NODE_SELECTOR:1:1", "wrong-type"],
  [
    "SEMATIC_WORKER_KUBERNETES_SA",
    '"ray"',
    "SEMATIC_WORKER_KUBERNETES_SA:1:1",
    "invalid-service-account",
  ],
])("%s=%s is wrong at %s", (name, value, place, code) => {
  const result = settingsFromEnvironment({ [name]: value });
  const diagnostics = failed(result);
  const [first] = renderDiagnostics(diagnostics).split("\n", 1);
  expect(first?.startsWith(`${place} error ${code} at `), first).toBe(true);
  const path = settingsVariables.find((variable) => variable.name === name)?.path ?? [];
  expect(diagnostics[0]?.path.slice(0, path.length)).toEqual(path);
});

test("a boolean in quotes is an error with a cure, never true", () => {
  expect(failed(settingsFromEnvironment({ RAY_SUPPORTS_GPUS: '"false"' }))).toMatchObject([
    {
      message: 'supports_gpus must be true or false, but it is the string "false".',
      hint: "Write true or false, without quotes.",
    },
  ]);
});

test("mistakes come in the order of the settings, all at once", () => {
  const environment = {
    SEMATIC_WORKER_KUBERNETES_SA: "-",
    RAY_BUSYBOX_PULL_OVERRIDE: "busybox",
    RAY_GPU_LABELS: '{"a": 1, "b": "-", "c": 2',
    RAY_NON_GPU_LABELS: '{"a": "-", "b": "-"}',
    RAY_SUPPORTS_GPUS: "1",
  };
  const places = failed(settingsFromEnvironment(environment)).map(({ pointer }) => pointer);
  expect(places).toEqual([
    "/ray/supports_gpus",
    "/ray/gpu_labels",
    "/ray/non_gpu_labels/a",
    "/ray/non_gpu_labels/b",
    "/ray/busybox_image",
    "/worker/service_account/name",
  ]);
});

test("the environment and Helm values get the same diagnostics", () => {
  const ofRay = settingsVariables.filter(({ encoding }) => encoding === "json");
  const settings = fc.tuple(
    ...ofRay.map(() => fc.option(fc.jsonValue({ stringUnit: anyCharacter }), { nil: undefined })),
  );
  const said = (diagnostics: readonly Diagnostic[]) =>
    diagnostics.map(({ code, path, message, hint }) => ({ code, path, message, hint }));
  fc.assert(
    fc.property(settings, (list) => {
      const set = ofRay.flatMap((variable, index) => {
        const value = list[index];
        return value === undefined ? [] : [{ ...variable, value }];
      });
      const environment = Object.fromEntries(
        set.map(({ name, value }) => [name, JSON.stringify(value)]),
      );
      const ray = Object.fromEntries(set.map(({ path, value }) => [path[1], value]));
      const values = { file: "values.yaml", text: JSON.stringify({ ray }) };
      const fromHelm = settingsFromHelmValues(values);
      const fromEnvironment = settingsFromEnvironment(environment);
      expect(fromEnvironment.ok).toBe(fromHelm.ok);
      if (!fromHelm.ok) expect(said(failed(fromEnvironment))).toEqual(said(fromHelm.diagnostics));
    }),
  );
});

test("whatever the values are, there is a result, and mistakes lie inside the variables", () => {
  const names = fc.constantFrom(...settingsVariables.map(({ name }) => name), "RAY_IP");
  const texts = fc.oneof(
    fc.string({ unit: anyCharacter }),
    fc.json({ stringUnit: anyCharacter }),
    fc.anything(),
  );
  fc.assert(
    fc.property(fc.dictionary(names, texts), (environment) => {
      // @ts-expect-error An environment from outside may hold anything.
      const result = settingsFromEnvironment(environment);
      if (result.ok) return;
      for (const { range, path } of result.diagnostics) {
        if (range === undefined) continue;
        const text = environment[range.file];
        const lines = typeof text === "string" ? text.split(/\r\n|\r|\n/) : [];
        const line = lines[range.start.line - 1] ?? "";
        expect(range.start.column, JSON.stringify({ path, text })).toBeLessThanOrEqual(
          line.length + 1,
        );
      }
    }),
  );
});

test.each<readonly [unknown, string]>([
  [null, "The environment must be an object, but it is null."],
  [
    "RAY_SUPPORTS_GPUS=true",
    'The environment must be an object, but it is the string "RAY_SUPPORTS_GPUS=true".',
  ],
  [[], "The environment must be an object, but it is a list."],
  [{ RAY_SUPPORTS_GPUS: true }, "RAY_SUPPORTS_GPUS must be a string, but it is true."],
])("%o is no environment", (environment, message) => {
  // @ts-expect-error An environment from outside may be anything.
  const result = settingsFromEnvironment(environment);
  expect(failed(result)).toMatchObject([{ message }]);
});

test("a getter that throws is a mistake of its variable", () => {
  const environment = {
    get RAY_GPU_LABELS(): string {
      throw new Error("no");
    },
  };
  expect(failed(settingsFromEnvironment(environment))).toMatchObject([
    { code: "not-plain-data", message: "RAY_GPU_LABELS could not be read: a getter threw." },
  ]);
});

test("the process's own environment can be read", () => {
  expect(settingsFromEnvironment({ ...process.env, RAY_SUPPORTS_GPUS: "true" }).ok).toBe(true);
});

test("the settings compile to what the same Helm values compile to", () => {
  const request = {
    name: "train",
    image: "registry.example.com/train:1.2",
    ray_version: "2.52.0",
    config: { n_nodes: 2, node_config: { cpu: 2, memory_gb: 4, gpu_count: 1 } },
  };
  fc.assert(
    fc.property(expressibleSettings, (settings) => {
      const result = settingsFromEnvironment(settingsToEnvironment(settings));
      expect(compile(request, result.ok ? result.settings : undefined)).toEqual(
        compile(request, settings),
      );
    }),
  );
});

function failed(result: ReturnType<typeof settingsFromEnvironment>): readonly Diagnostic[] {
  if (result.ok) throw new Error(`There is no mistake in ${JSON.stringify(result.settings)}.`);
  return result.diagnostics;
}
