import fc from "fast-check";
import { expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import { localPlan } from "../../src/plan/local-plan.ts";

const request = {
  name: "train",
  image: "registry.example.com/train:1.2",
  ray_version: "2.52.0",
};

test.each<readonly [string, unknown]>([
  ["a sound config", { ...request, config: { n_nodes: 1, node_config: { cpu: 1, memory_gb: 1 } } }],
  ["no config", request],
  ["a config of the wrong type", { ...request, config: "four nodes" }],
  ["a config with unknown fields and GPUs", { ...request, config: { n_nodes: -4, gpus: 9 } }],
  ["a config with a class in it", { ...request, config: { head_node: new Date(0) } }],
  [
    "text with a key twice in the config",
    {
      file: "request.yaml",
      text: `name: train\nimage: a\nray_version: "2.52.0"\nconfig: {a: 1, a: 2}`,
    },
  ],
])("%s makes no difference", (_what, given) => {
  expect(localPlan(given)).toEqual({
    ok: true,
    plan: { ray_init: { log_to_driver: true } },
    diagnostics: [],
  });
});

test("whatever the config is, a sound request is planned", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.boolean(), (config, forward) => {
      expect(localPlan({ ...request, config, forward_logs: forward })).toMatchObject({
        ok: true,
        plan: { ray_init: { log_to_driver: forward } },
      });
    }),
  );
});

test.each<readonly [string, unknown]>([
  ["a missing image", { name: "train", ray_version: "2.52.0" }],
  ["a misspelt field", { ...request, forward_log: false }],
  ["a wrong name", { file: "request.yaml", text: 'name: Train\nimage: a\nray_version: "2.52.0"' }],
  ["text that is no YAML", { file: "request.yaml", text: "name: [" }],
])("%s is the mistake that compile reports", (_what, given) => {
  const config = { n_nodes: 1, node_config: { cpu: 1, memory_gb: 4 } };
  const withConfig =
    given !== null && typeof given === "object" && "text" in given
      ? { ...given, text: `${given.text}\nconfig: ${JSON.stringify(config)}` }
      : { ...Object(given), config };
  const result = localPlan(given);
  const compiled = compile(withConfig);
  expect(
    result.ok || result.diagnostics.map(({ code, path, message }) => ({ code, path, message })),
  ).toEqual(
    compiled.ok || compiled.diagnostics.map(({ code, path, message }) => ({ code, path, message })),
  );
});

test("a key that is twice is a mistake of the request, a warning is none", () => {
  const text = (lines: string) => ({
    file: "request.yaml",
    text: `name: train\nimage: a\nray_version: "2.52.0"\n${lines}`,
  });
  const twice = localPlan(text("forward_logs: true\nforward_logs: true"));
  expect(twice).toMatchObject({ ok: false, diagnostics: [{ document: "request" }] });
  const warned = localPlan(text("labels: {spot: yes}"));
  expect(warned).toMatchObject({ ok: true, diagnostics: [{ code: "surprising-yaml" }] });
});

test.each([null, undefined, 4, "text", [], new Date(0)])("%o is no request", (given: unknown) => {
  const result = localPlan(given);
  expect(!result.ok && result.diagnostics.length).toBeGreaterThan(0);
});
